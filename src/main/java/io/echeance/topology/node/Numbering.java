package io.echeance.topology.node;

import io.echeance.core.invoice.Completion;
import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.ForeignBusiness;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Numbered;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.NumberingFact.DocumentHeldBack;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.NumberingFact.Missing;
import io.echeance.core.terms.Terms;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.DraftNews.DraftMade;
import io.echeance.serde.record.DraftNews.TermsBound;
import io.echeance.serde.record.HeldDraft;
import io.echeance.serde.record.HeldDraft.Wanting;
import io.echeance.serde.record.HeldDraft.Wanting.WantedDocument;
import io.echeance.serde.record.HeldDraft.Wanting.WantedMorning;
import io.echeance.serde.record.HeldDraft.Wanting.WantedParty;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.NumberedDocument;
import io.echeance.serde.record.PartyNews;
import io.echeance.serde.record.PartyNews.PartyErased;
import io.echeance.serde.record.PartyNews.PartyKnown;
import io.echeance.topology.store.BoundTerms;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Gives each document the next number of its series, {@code seller/year}, and issues its invoice: one writer per
 * seller, in order of arrival. It hears of every party and keeps them all, so that what it says is a function of what
 * it was received, in the order in which it was.
 *
 * <p>A draft that names a party which is unknown or incomplete is held back, without a number, until the party is; so
 * is what corrects or follows from a document that is held back. Its account learns it at once, and nothing of the
 * document falls due; a person is alerted if it still waits when the day is closed, for order and party often arrive in
 * one moment, in either order. When it goes on it bears that day. Before any day was closed, when a past is loaded and
 * its parties with this morning's timestamps, it bears the day on which it was decided, and its account hears of it
 * when the first day is closed, if it still waits: which topic was read faster shows nowhere.
 *
 * <p>A document that comes again, on a replay, keeps its number and is not issued again: the invoice stands as it was
 * issued, whatever has become of its parties.
 *
 * <p>The dates of a series never go back: what bears a day that has not begun here waits for its morning.
 */
public final class Numbering implements Processor<String, Object, String, Object> {

    private final int partitions;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier barrier;
    private KeyValueStore<String, Long> announced;
    private BoundTerms terms;
    private Series series;
    private Parties parties;
    private WaitingRoom waiting;
    private ArrivalOrder arrivals;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Numbering(int partitions) {
        this.partitions = partitions;
    }

    public static ProcessorSupplier<String, Object, String, Object> node(int partitions) {
        return Node.of(
                () -> new Numbering(partitions),
                StateStores.clock(StateStores.NUMBERING_CLOCK),
                StateStores.barrier(StateStores.NUMBERING_BARRIER),
                StateStores.boundTerms(StateStores.DRAFT_TERMS),
                StateStores.parties(StateStores.REGISTER),
                StateStores.namedParties(StateStores.NAMED_PARTIES),
                StateStores.heldDrafts(StateStores.HELD_DRAFTS),
                StateStores.keys(StateStores.HELD_FOR),
                StateStores.counters(StateStores.HELD_UNANNOUNCED),
                StateStores.counters(StateStores.ABROAD_ASKED),
                StateStores.series(StateStores.SERIES),
                StateStores.numbers(StateStores.NUMBERS));
    }

    /** Every partition hears of every party, and of every day. */
    public static StreamPartitioner<String, PartyNews> toAllPartitions() {
        return (topic, key, news, partitions) -> Optional.of(LogPartitioner.all(partitions));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.NUMBERING_CLOCK));
        this.barrier = new DayBarrier(
                context.getStateStore(StateStores.NUMBERING_BARRIER),
                "numbering",
                DayMarker.channels(partitions, Stage.INTAKE, Stage.ACCOUNTS));
        this.announced = context.getStateStore(StateStores.ABROAD_ASKED);
        this.terms = new BoundTerms(context.getStateStore(StateStores.DRAFT_TERMS));
        this.series = Series.in(context);
        this.parties = Parties.in(context, series);
        this.waiting = WaitingRoom.in(context);
        this.arrivals = new ArrivalOrder(context);
    }

    @Override
    public void process(Record<String, Object> record) {
        long timestamp = record.timestamp();
        switch (record.value()) {
            case DraftMade made ->
                take(made.draft(terms.of(made.terms(), made.document().orderId())), timestamp);
            case TermsBound(Bytes digest, Terms bound) -> terms.keep(digest, bound);
            case PartyKnown(Party party) -> {
                parties.know(record.key(), party);
                release(waiting.forParty(record.key()), timestamp);
            }
            case PartyErased erased -> parties.erase(record.key());
            case DayMarker marker -> {
                barrier.arrive(marker, timestamp);
                barrier.passAll(this::pass);
            }
            case Object other -> throw new IllegalStateException("no draft, and no news: " + other);
        }
    }

    /** What was to be numbered by the end of the day is, or is held back: the accounts may close it. */
    private void pass(Announced day) {
        LocalDate today = day.date().plusDays(1);
        boolean isFirst = calendar.closedOn() == null;
        calendar.pass(day.date());
        release(waiting.forMorning(), day.at());
        if (isFirst) {
            waiting.all().forEach(held -> tellHeldBack(held, day.at()));
        }
        waiting.news().forEach((party, first) -> forward(PartyAlert.of(first, party, today), day.at()));
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), Stage.NUMBERING, partition, day.round(), false);
        context.forward(new Record<>(LogPartitioner.key(partition), new LoggedFact(null, marker), day.at()));
        context.commit();
    }

    private void take(Draft draft, long timestamp) {
        Document document = draft.document();
        NumberedDocument numbered = series.of(document.id());
        HeldDraft held = waiting.get(document.id());
        if (numbered != null) {
            tell(numbered(document, numbered), timestamp);
        } else if (held != null) {
            tellHeldBack(held, timestamp);
        } else {
            NavigableSet<HeldDraft> next = new TreeSet<>(WaitingRoom.BY_ARRIVAL);
            next.add(new HeldDraft(draft, arrivals.next(), List.of()));
            release(next, timestamp);
        }
    }

    /** Numbers those that nothing holds back any longer, and what has waited for them, in order of arrival. */
    private void release(NavigableSet<HeldDraft> candidates, long timestamp) {
        while (!candidates.isEmpty()) {
            HeldDraft next = candidates.removeFirst();
            HeldDraft now = new HeldDraft(next.draft(), next.arrival(), wanting(next.draft()));
            waiting.put(next, now);
            if (now.wanting().isEmpty()) {
                issue(now.draft(), next.isHeldBack(), timestamp);
                candidates.addAll(waiting.forDocument(now.draft().document().id()));
            } else if (now.isHeldBack() && !next.isHeldBack()) {
                tellHeldBack(now, timestamp);
            }
        }
    }

    /** All that a draft needs and that is not there. */
    private List<Wanting> wanting(Draft draft) {
        Document document = draft.document();
        List<Wanting> wanting = new ArrayList<>();
        want(document.seller(), parties.issuer(draft), wanting);
        want(document.payer(), parties.buyer(draft), wanting);
        if (draft.isForFunder()) {
            want(draft.customer(), parties.client(draft), wanting);
        }
        draft.preceding().stream()
                .map(Draft.Earlier::documentId)
                .filter(earlier -> series.of(earlier) == null)
                .forEach(earlier -> wanting.add(new WantedDocument(earlier)));
        LocalDate closed = calendar.closedOn();
        if (closed != null && document.on().isAfter(closed.plusDays(1))) {
            wanting.add(new WantedMorning(document.on()));
        }
        return wanting;
    }

    private static void want(String id, Parties.Found found, List<Wanting> wanting) {
        if (found.lack() != null) {
            wanting.add(new WantedParty(id, found.lack()));
        }
    }

    private void issue(Draft decided, boolean waited, long timestamp) {
        LocalDate closed = calendar.closedOn();
        Draft draft =
                decided.issuedOn(waited && closed != null ? latest(decided, closed.plusDays(1)) : latest(decided));
        Party issuer = parties.issuer(draft).whole();
        Party buyer = parties.buyer(draft).whole();
        Party client = draft.isForFunder() ? parties.client(draft).whole() : null;
        NumberedDocument numbered =
                series.next(draft.document(), parties.name(buyer), client == null ? null : parties.name(client));
        ask(draft, buyer, timestamp);
        String number = numbered.numbered().number();
        Invoice invoice =
                Completion.of(draft, number, Series.of(draft.document()), issuer, buyer, client, series::numberOf);
        context.forward(new Record<>(draft.document().orderId(), invoice, timestamp));
        tell(numbered(draft.document(), numbered), timestamp);
    }

    /** The latest of these days and of those that the document and what it follows from bear. */
    private LocalDate latest(Draft draft, LocalDate... days) {
        LocalDate latest = draft.document().on();
        List<LocalDate> others = new ArrayList<>(List.of(days));
        draft.preceding()
                .forEach(earlier ->
                        others.add(series.numberOf(earlier.documentId()).on()));
        for (LocalDate day : others) {
            latest = day.isAfter(latest) ? day : latest;
        }
        return latest;
    }

    /** Whether VAT is due at all is a person's question, asked once before the first invoice of a seller to a party. */
    private void ask(Draft draft, Party buyer, long timestamp) {
        ForeignBusiness foreign = ForeignBusiness.of(draft, buyer);
        if (foreign != null) {
            String once = draft.document().seller() + "/" + buyer.id() + "/" + foreign.shownBy();
            if (announced.putIfAbsent(once, 1L) == null) {
                forward(foreign.alert(draft.document()), timestamp);
            }
        }
    }

    private static NumberingFact numbered(Document document, NumberedDocument numbered) {
        Numbered given = numbered.numbered();
        return new DocumentNumbered(document.orderId(), given.on(), document.id(), given.number());
    }

    private static NumberingFact heldBack(HeldDraft held) {
        Document document = held.draft().document();
        List<Missing> missing = new ArrayList<>();
        for (Wanting one : held.wanting()) {
            switch (one) {
                case WantedParty(String party, var lack) -> missing.add(new Missing(party, lack.name()));
                case WantedDocument(DocumentId earlier) -> missing.add(new Missing(earlier.text(), Missing.NO_NUMBER));
                case WantedMorning morning -> {}
            }
        }
        return new DocumentHeldBack(
                "held-back/" + document.id(), document.orderId(), document.on(), document.id(), missing);
    }

    private void tellHeldBack(HeldDraft held, long timestamp) {
        if (held.isHeldBack() && calendar.closedOn() != null) {
            tell(heldBack(held), timestamp);
        }
    }

    private void tell(NumberingFact fact, long timestamp) {
        context.forward(new Record<>(fact.orderId(), new LoggedFact(null, new Received(fact)), timestamp));
    }

    private void forward(Alert alert, long timestamp) {
        context.forward(new Record<>(String.valueOf(alert.orderId()), alert, timestamp));
    }
}
