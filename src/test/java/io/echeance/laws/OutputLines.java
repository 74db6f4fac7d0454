package io.echeance.laws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Draft.Earlier;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.Output;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Statement;
import io.echeance.json.OutputJson;
import io.echeance.json.RecordJson;
import io.echeance.serde.Approved;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that comes out of the core, a line of JSON each, its fields in the order of the alphabet. */
public final class OutputLines {

    private static final ObjectWriter CANONICAL = JsonMapper.builder()
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build()
            .writer();
    private static final @Nullable String FOLDER = System.getProperty("outputs");

    private final StringBuilder text = new StringBuilder();

    static OutputLines of(Simulation simulation) {
        OutputLines lines = new OutputLines();
        lines.play(simulation);
        return lines;
    }

    /** Plays day by day, as the simulation does, and keeps each statement too. */
    void play(Simulation simulation) {
        Received received = new Received(new Book(History.DECIDER));
        LocalDate first = simulation.arrivals().stream()
                .map(Arrival::knownOn)
                .min(LocalDate::compareTo)
                .orElse(simulation.until());
        for (LocalDate day = first; !day.isAfter(simulation.until()); day = day.plusDays(1)) {
            for (Arrival arrival : simulation.arrivals()) {
                if (arrival.knownOn().equals(day)) {
                    received.keep(
                            switch (arrival) {
                                case Arrival.Received(LocalDate on, var fact) -> received.book.take(fact, on);
                                case Arrival.OfCustomer(LocalDate on, var fact) -> received.book.take(fact, on);
                                case Arrival.OfBooks(LocalDate on, var fact) -> received.book.take(fact, on);
                                case Arrival.Unreadable(LocalDate on, var rejection) -> List.of(rejection);
                            });
                }
            }
            received.keep(received.book.close(day));
        }
    }

    /** All that was said in a book that is played, and how it stands in the end. */
    void say(NumberedBook played) {
        Received received = new Received(played.book());
        received.keep(played.said());
        played.book().accounts().forEach((order, account) -> say("issued", RecordJson.write(account.issued())));
    }

    void say(String line) {
        text.append(line).append('\n');
    }

    private void say(String what, JsonNode node) {
        try {
            say(what + " " + CANONICAL.writeValueAsString(node));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SHA-256 of the lines, which are written down if somebody asks for it. */
    String digest(String name) {
        if (FOLDER != null) {
            Approved.write(Path.of(FOLDER, name.replace(' ', '-') + ".jsonl"), text.toString());
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What of a book was kept already. */
    private final class Received {

        private final Book book;
        private final IdentityHashMap<Statement, Boolean> statements = new IdentityHashMap<>();
        private int drafts;
        private int entries;

        Received(Book book) {
            this.book = book;
        }

        void keep(List<Output> outputs) {
            outputs.forEach(output -> say("said", OutputJson.write(output)));
            List<Draft> allDrafts = book.drafts();
            allDrafts
                    .subList(drafts, allDrafts.size())
                    .forEach(draft -> say("draft", RecordJson.write(Drafted.of(draft))));
            drafts = allDrafts.size();
            List<LedgerEntry> allEntries = book.entries();
            allEntries.subList(entries, allEntries.size()).forEach(entry -> say("entry", RecordJson.write(entry)));
            entries = allEntries.size();
            for (String order : book.accounts().keySet()) {
                Statement statement = book.statement(order);
                if (statement != null && statements.put(statement, true) == null) {
                    say("statement", RecordJson.write(statement));
                }
            }
        }
    }

    /** A draft beside its document, which is said; the terms by their id, for what a pack says is no output. */
    public record Drafted(
            String document,
            String terms,
            PayerKind payerKind,
            String customer,
            List<OrderLine> ordered,
            LocalDate serviceFrom,
            LocalDate serviceTo,
            List<Earlier> preceding) {

        static Drafted of(Draft draft) {
            return new Drafted(
                    draft.document().id().text(),
                    draft.terms().id(),
                    draft.payerKind(),
                    draft.customer(),
                    draft.ordered(),
                    draft.serviceFrom(),
                    draft.serviceTo(),
                    draft.preceding());
        }
    }
}
