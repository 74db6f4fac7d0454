package io.echeance.topology.node;

import io.echeance.core.decision.Decider;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.store.Calendar;
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
 * <p>A large day is worked off in slices, so that no transaction lasts too long: behind each slice the node puts a
 * {@link DayContinued} into its own partition of the log. Facts and further days may come in between. An account that
 * is met before its slice is first closed for the mornings that it missed: slices show nowhere in what we say.
 */
public final class Accounts implements Processor<byte[], byte[], String, Object> {

    private final Inbox inbox;
    private final ReferenceData reference;
    private final int slice;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private Cabinet cabinet;
    private Figures figures;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Accounts(Inbox inbox, ReferenceData reference, int slice) {
        this.inbox = inbox;
        this.reference = reference;
        this.slice = slice;
    }

    /** @param slice how many accounts are closed in one go */
    public static ProcessorSupplier<byte[], byte[], String, Object> node(
            Inbox inbox, ReferenceData reference, int slice) {
        return Node.of(
                () -> new Accounts(inbox, reference, slice),
                StateStores.clock(StateStores.ACCOUNTS_CLOCK),
                StateStores.accounts(StateStores.ACCOUNTS),
                StateStores.origins(StateStores.WAITING_ORIGINS),
                StateStores.wakeUps(StateStores.WAKE_UPS),
                StateStores.standings(StateStores.STANDINGS),
                StateStores.listings(StateStores.LISTINGS),
                StateStores.sums(StateStores.AGEING));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.ACCOUNTS_CLOCK));
        this.figures = new Figures(context);
        this.cabinet = new Cabinet(context, figures);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long timestamp = record.timestamp();
        Place place = Place.of(context.recordMetadata().orElseThrow(), record.key(), record.value());
        switch (inbox.log(record.value())) {
            case Reading.Readable<LoggedFact>(LoggedFact entry) -> {
                switch (entry.payload()) {
                    case Told(Fact fact) ->
                        take(fact, entry.origin() == null ? place : Place.of(entry.origin()), timestamp);
                    case DayClosed(LocalDate day) -> {
                        if (calendar.isNews(day) && calendar.close(day)) {
                            figures.dayBegins();
                            work(timestamp);
                        }
                    }
                    case DayContinued day -> work(timestamp);
                }
            }
            case Reading.Unreadable<LoggedFact>(String sentence) ->
                context.forward(new Record<>(null, place.unreadable(calendar.today(timestamp), sentence), timestamp));
        }
    }

    private void take(Fact fact, Place place, long timestamp) {
        Decider decider = reference.decider();
        Clock clock = calendar.clock();
        LocalDate today = calendar.today(timestamp);
        Turn turn = new Turn(cabinet.account(Objects.requireNonNull(fact.orderId(), "the log knows the order")));
        turn.close(decider, clock == null ? List.of() : clock.mornings());
        turn.take(decider, fact, place, today);
        cabinet.settle(turn, today, timestamp);
    }

    /** Closes the next slice of the accounts that are due. */
    private void work(long timestamp) {
        Clock clock = calendar.clock();
        if (clock == null || clock.mornings().isEmpty()) {
            return;
        }
        Decider decider = reference.decider();
        List<WakeUp> due = cabinet.due(clock.lowWater(), clock.today(), slice);
        List<Turn> turns = new ArrayList<>();
        for (WakeUp wakeUp : due) {
            Account account = cabinet.account(wakeUp.name());
            Turn turn = new Turn(account);
            turn.close(decider, clock.mornings());
            turns.add(turn);
        }
        cabinet.remove(due);
        turns.forEach(turn -> cabinet.settle(turn, clock.today(), timestamp));
        figures.workedOff(due.size());
        if (due.size() < slice) {
            calendar.done(clock);
            figures.dayIsDone();
        } else {
            calendar.pause(clock, due.getLast().key());
            String partition = DaysToTheirPartition.key(context.taskId().partition());
            DayContinued rest = new DayContinued(clock.today().minusDays(1));
            context.forward(new Record<>(partition, new LoggedFact(null, rest), timestamp));
        }
    }
}
