package io.echeance.topology.node;

import io.echeance.core.admission.Plausible;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.Topic;
import io.echeance.topology.store.AtCommit;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Keeps the accounts of a partition of the log: a fact redraws its account, a closed day those that are due.
 *
 * <p><b>How a day travels.</b> The intake sees a day's record behind all that lay on the inputs, and sends a marker
 * behind what it passed on; payments and matching wait for the markers of all partitions before them and do the same.
 * When those of the matching are here, all that lay on the inputs is here. What the accounts made of it may lead to
 * more: a document that gets its number or is held back, a payment whose order or number has just appeared. So each
 * partition sends a marker of its own through numbering, and when that is back, one through matching. Where a payment
 * that waited was found there, it goes round once more: what it pays may lead to a document whose number another one
 * waits for. Then a {@link DayClosed} is appended to the log, and where it stands, the day is closed. A fact that lay
 * behind the record of a day waits until that day is closed. When all of a day is drawn, the customers hear of it.
 *
 * <p>A large day is worked off in slices, so that no transaction lasts too long: behind each slice the node puts a
 * {@link DayContinued} into its own partition of the log. Facts and further days may come in between. An account that
 * is met before its slice is first closed for the mornings that it missed: slices show nowhere in what we say.
 */
public final class Accounts implements Processor<byte[], byte[], String, Object> {

    static final String NAME = "accounts";

    private final InputReader inbox;
    private final ReferenceData reference;
    private final int partitions;
    private final int slice;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier arrived;
    private DayBarrier numbered;
    private DayBarrier settled;
    private EarlyFacts early;
    private AccountStore cabinet;
    private Figures figures;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Accounts(InputReader inbox, ReferenceData reference, int partitions, int slice) {
        this.inbox = inbox;
        this.reference = reference;
        this.partitions = partitions;
        this.slice = slice;
    }

    /** @param slice how many accounts are closed in one go */
    public static ProcessorSupplier<byte[], byte[], String, Object> node(
            InputReader inbox, ReferenceData reference, int partitions, int slice) {
        return Node.of(
                () -> new Accounts(inbox, reference, partitions, slice),
                StateStores.clock(StateStores.ACCOUNTS_CLOCK),
                StateStores.barrier(StateStores.ACCOUNTS_BARRIER),
                StateStores.loggedFacts(StateStores.EARLY_FACTS),
                StateStores.accounts(StateStores.ACCOUNTS),
                StateStores.boundTerms(StateStores.BOUND_TERMS),
                StateStores.givenNumbers(StateStores.GIVEN_NUMBERS),
                StateStores.origins(StateStores.WAITING_ORIGINS),
                StateStores.sealedOrigins(StateStores.SEALED_ORIGINS),
                AtCommit.of(NAME));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.ACCOUNTS_CLOCK));
        this.arrived = barrier("arrived", Stage.MATCHING);
        this.numbered = barrier("numbered", Stage.NUMBERING);
        this.settled = barrier("settled", Stage.SUSPENSE);
        this.early = new EarlyFacts(context.getStateStore(StateStores.EARLY_FACTS));
        this.figures = new Figures(context);
        this.cabinet = new AccountStore(context, figures, new LastWords(context), partitions);
    }

    private DayBarrier barrier(String row, Stage stage) {
        return new DayBarrier(
                context.getStateStore(StateStores.ACCOUNTS_BARRIER), row, DayMarker.channels(partitions, stage));
    }

    private DayBarrier barrierOf(Stage stage) {
        return switch (stage) {
            case MATCHING -> arrived;
            case NUMBERING -> numbered;
            case SUSPENSE -> settled;
            case INTAKE, PAYMENTS, REFERENCES, ASKED, ASKED_AGAIN, ACCOUNTS, NAMES, APPEARED, CLOSED ->
                throw new IllegalStateException("no marker of this part comes here: " + stage);
        };
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long timestamp = record.timestamp();
        Place place =
                Place.of(context.recordMetadata().orElseThrow(), record.timestamp(), record.key(), record.value());
        switch (inbox.log(record.value())) {
            case Reading.Readable<LoggedFact>(LoggedFact entry) -> hear(entry, place, timestamp);
            case Reading.Unreadable<LoggedFact>(String sentence) ->
                context.forward(new Record<>(null, place.unreadable(calendar.today(timestamp), sentence), timestamp));
        }
    }

    private void hear(LoggedFact entry, Place place, long timestamp) {
        switch (entry.payload()) {
            case Received received -> {
                if (EarlyFacts.isEarly(entry, calendar)) {
                    early.add(entry, place.offset());
                } else if (!isBehindEarlyOnes(entry, place, timestamp)) {
                    take(entry, place, timestamp);
                }
            }
            case DayMarker marker -> {
                barrierOf(marker.stage()).arrive(marker, timestamp);
                goOn();
            }
            case DayClosed(LocalDate day) -> {
                if (calendar.isNews(day) && calendar.close(day)) {
                    figures.dayBegins();
                    work(timestamp);
                }
            }
            case DayContinued day -> work(timestamp);
        }
    }

    /** A day at a time: the next one is asked about when all accounts that were due on the one before are closed. */
    private void goOn() {
        Clock clock = calendar.clock();
        LocalDate asked = arrived.passed();
        boolean busy = clock != null && !clock.mornings().isEmpty();
        if (busy) {
            return;
        }
        if (asked == null || !calendar.isNews(asked)) {
            Announced day = arrived.next();
            if (day != null) {
                arrived.pass(day);
                mark(day, Stage.ACCOUNTS, day.round());
            }
        }
        numbered.passAll(day -> mark(day, Stage.NAMES, day.round()));
        settled.passAll(this::closeOrGoRound);
    }

    /** What was found leads to documents, whose numbers others may wait for: then the day goes round once more. */
    private void closeOrGoRound(Announced day) {
        if (settled.boreNews(day)) {
            mark(day, Stage.ACCOUNTS, day.round() + 1);
        } else {
            forward(LogPartitioner.key(partition()), new LoggedFact(null, new DayClosed(day.date())), day.at());
            context.commit();
        }
    }

    private void sayClosed(LocalDate day, long timestamp) {
        mark(new Announced(day, timestamp, DayMarker.FIRST), Stage.CLOSED, DayMarker.FIRST);
    }

    private void mark(Announced day, Stage stage, int round) {
        DayMarker marker = new DayMarker(day.date(), stage, partition(), round, false);
        forward(LogPartitioner.key(partition()), marker, day.at());
        context.commit();
    }

    private int partition() {
        return context.taskId().partition();
    }

    private void forward(String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }

    private void take(LoggedFact entry, Place place, long timestamp) {
        Fact fact = ((Received) entry.payload()).fact();
        Decider decider = reference.decider();
        Clock clock = calendar.clock();
        Origin origin = entry.origin();
        Account account = cabinet.account(Objects.requireNonNull(fact.orderId(), "the log knows the order"));
        LocalDate today = calendar.closedOn() == null
                ? beforeTheFirstClose(account, isOurOwn(fact), timestamp)
                : calendar.today(timestamp);
        AccountUpdate turn = new AccountUpdate(account);
        turn.close(decider, clock == null ? List.of() : clock.mornings());
        boolean anyDayIsClosed = calendar.closedOn() != null;
        turn.take(decider, fact, origin == null ? place : Place.of(origin), today, anyDayIsClosed);
        cabinet.settle(turn, today, timestamp);
    }

    /** While a day is worked off in slices, what was early waits: nothing that came later overtakes it. */
    private boolean isBehindEarlyOnes(LoggedFact entry, Place place, long timestamp) {
        Clock clock = calendar.clock();
        return clock != null
                && !clock.mornings().isEmpty()
                && early.addBehind(calendar.today(timestamp), entry, place.offset());
    }

    private static boolean isOurOwn(Fact fact) {
        return fact instanceof NumberingFact || fact instanceof DunningHeld held && DerivedIds.isOurs(held.factId());
    }

    /** The latest day on which anything about the order reached us; what is our own is no news. */
    private static LocalDate beforeTheFirstClose(Account account, boolean ours, long timestamp) {
        LocalDate latest = account.evidence().latestOn();
        LocalDate day = Plausible.nearest(Calendar.dayOf(timestamp));
        return latest != null && (ours || latest.isAfter(day)) ? latest : day;
    }

    /** Closes the next slice of the accounts that are due. */
    private void work(long timestamp) {
        Clock clock = calendar.clock();
        if (clock == null || clock.mornings().isEmpty()) {
            return;
        }
        Decider decider = reference.decider();
        List<WakeUp> due = cabinet.due(clock.lowWater(), clock.today(), slice);
        List<AccountUpdate> turns = new ArrayList<>();
        for (WakeUp wakeUp : due) {
            Account account = cabinet.account(wakeUp.name());
            AccountUpdate turn = new AccountUpdate(account);
            turn.close(decider, clock.mornings());
            turns.add(turn);
        }
        // Not by turns, which takes the processor a quarter longer: drawing and keeping are much code each.
        turns.forEach(turn -> cabinet.settle(turn, clock.today(), timestamp));
        figures.workedOff(due.size());
        if (due.size() < slice && takeEarly(slice - due.size(), timestamp)) {
            calendar.done(clock);
            figures.dayIsDone();
            clock.mornings().forEach(morning -> sayClosed(morning.minusDays(1), timestamp));
            goOn();
        } else {
            calendar.pause(
                    clock, due.isEmpty() ? clock.lowWater() : due.getLast().key());
            DayContinued rest = new DayContinued(clock.today().minusDays(1));
            forward(LogPartitioner.key(partition()), new LoggedFact(null, rest), timestamp);
        }
        // What a slice says is not kept waiting, nor is the next slice.
        context.commit();
    }

    /** Takes what was early and is no more; true: all of it. */
    private boolean takeEarly(int most, long timestamp) {
        List<EarlyFacts.Row> rows = early.until(calendar.today(timestamp), most);
        rows.forEach(row -> {
            early.remove(row);
            Place place = new Place(inbox.name(Topic.FACTS), partition(), row.offset(), timestamp, null, null);
            take(row.entry(), place, timestamp);
        });
        return rows.size() < most;
    }
}
