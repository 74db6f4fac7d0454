package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.invoice.Draft;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.NumberingFact.Missing;
import io.echeance.core.order.Output;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * A book whose documents get their numbers, or are held back for a while, as the stream has it: in order, and none
 * before a document that it follows from.
 */
public final class NumberedBook {

    private final Book book = new Book(History.DECIDER);
    private final BiPredicate<Document, LocalDate> holds;
    private final List<Draft> waiting = new ArrayList<>();
    private final Map<DocumentId, LocalDate> numbered = new HashMap<>();
    private final List<Output> said = new ArrayList<>();
    private int drafts;

    /** @param holds whether a document has to wait on a day */
    public NumberedBook(BiPredicate<Document, LocalDate> holds) {
        this.holds = holds;
    }

    public Book book() {
        return book;
    }

    /** All that was said, in order. */
    public List<Output> said() {
        return said;
    }

    /** The days that documents bear, by id; none of one that waits. */
    public Map<DocumentId, LocalDate> numbered() {
        return numbered;
    }

    /** Plays every day until and with the last one. */
    public NumberedBook play(List<? extends Arrival> arrivals, LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            number(day);
            for (Arrival arrival : arrivals) {
                if (arrival instanceof Arrival.Received(LocalDate knownOn, var fact) && knownOn.equals(day)) {
                    said.addAll(book.take(fact, day));
                    number(day);
                }
            }
            said.addAll(book.close(day));
            number(day.plusDays(1));
        }
        return this;
    }

    /** Numbers what can be, until nothing new comes of it. */
    private void number(LocalDate today) {
        boolean again = true;
        while (again) {
            again = false;
            while (drafts < book.drafts().size()) {
                Draft draft = book.drafts().get(drafts++);
                waiting.add(draft);
                if (hasToWait(draft, today)) {
                    said.addAll(book.take(heldBack(draft.document()), today));
                }
            }
            for (Draft draft : List.copyOf(waiting)) {
                if (!hasToWait(draft, today)) {
                    waiting.remove(draft);
                    numbered.put(draft.document().id(), today);
                    said.addAll(book.take(number(draft.document(), today), today));
                    again = true;
                }
            }
        }
    }

    private boolean hasToWait(Draft draft, LocalDate today) {
        return holds.test(draft.document(), today)
                || draft.preceding().stream().anyMatch(earlier -> !numbered.containsKey(earlier.documentId()));
    }

    private static DocumentHeldBack heldBack(Document document) {
        return new DocumentHeldBack(
                "held-back/" + document.id(),
                document.orderId(),
                document.on(),
                document.id(),
                List.of(new Missing(document.payer(), "UNKNOWN_PARTY")));
    }

    private DocumentNumbered number(Document document, LocalDate today) {
        return new DocumentNumbered(document.orderId(), today, document.id(), "S-" + numbered.size());
    }
}
