package io.echeance.topology.node;

import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.ReferenceAnswer;
import io.echeance.serde.record.ReferenceAnswer.NameAnswered;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Hears what the names lead to that payments asked for. What names nothing that we know waits in suspense, for ever if
 * need be; after three days a person is alerted. What is asked no more, or once more, goes back to {@link NameLookup}.
 *
 * <p>A day comes here behind the answers about the payments of the day, and behind those about what the accounts made
 * of its facts, until these lead to nothing more. Only then is it certain that a payment still waits.
 */
public final class PaymentAnswers implements Processor<String, ReferenceAnswer, String, Object> {

    private final int partitions;
    private final Sealing sealing;
    private final int slice;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier answered;
    private DayBarrier appeared;
    private PaymentSteps register;
    private WakeUps wakeUps;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private PaymentAnswers(int partitions, int slice, Sealing sealing) {
        this.partitions = partitions;
        this.sealing = sealing;
        this.slice = slice;
    }

    /**
     * Uses {@link Payments#stores} too.
     *
     * @param slice at most so many payments are announced after one record
     */
    public static ProcessorSupplier<String, ReferenceAnswer, String, Object> node(
            int partitions, int slice, Sealing sealing) {
        return Node.of(
                () -> new PaymentAnswers(partitions, slice, sealing), StateStores.clock(StateStores.SUSPENSE_CLOCK));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.SUSPENSE_CLOCK));
        this.answered = barrier("answered", Stage.REFERENCES);
        this.appeared = barrier("appeared", Stage.APPEARED);
        this.register = new PaymentSteps(context, sealing);
        this.wakeUps = new WakeUps(context.getStateStore(StateStores.SUSPENSE_WAKE_UPS));
    }

    private DayBarrier barrier(String row, Stage stage) {
        return new DayBarrier(
                context.getStateStore(StateStores.PAYMENTS_BARRIER), row, DayMarker.channels(partitions, stage));
    }

    @Override
    public void process(Record<String, ReferenceAnswer> record) {
        long timestamp = record.timestamp();
        switch (record.value()) {
            case NameAnswered(String factId, String key, var names, boolean waits) -> {
                Answer answer = new Answer(new Asker(record.key(), factId), key, names, waits);
                register.take(answer, calendar.today(timestamp), timestamp);
            }
            case DayMarker marker -> {
                if (marker.stage() == Stage.REFERENCES) {
                    answered.arrive(marker, timestamp);
                    answered.passAll(day -> {
                        passOn(day, Stage.MATCHING, false);
                        asked(day, Stage.ASKED, day.round());
                    });
                } else {
                    appeared.arrive(marker, timestamp);
                    appeared.passAll(this::close);
                }
            }
        }
        Clock clock = calendar.clock();
        if (clock != null && !clock.mornings().isEmpty()) {
            announce(clock, timestamp);
        }
    }

    /** A day is over here when nobody who waited was answered any more, on any partition. */
    private void close(Announced day) {
        boolean goesRound = appeared.boreNews(day);
        if (!goesRound && calendar.isNews(day.date())) {
            register.hold(looksAt(day.date().plusDays(1), Integer.MAX_VALUE), day.date(), day.at());
            calendar.close(day.date());
        }
        passOn(day, Stage.SUSPENSE, goesRound);
        if (goesRound) {
            asked(day, Stage.ASKED_AGAIN, day.round() + 1);
        }
    }

    /** The names have to know all that was asked here before they say what there is by the end of a day. */
    private void asked(Announced day, Stage stage, int round) {
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), stage, partition, round, false);
        context.forward(new Record<>(LogPartitioner.key(partition), marker, day.at()));
    }

    private void passOn(Announced day, Stage stage, boolean goesRound) {
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), stage, partition, day.round(), goesRound);
        context.forward(new Record<>(LogPartitioner.key(partition), new LoggedFact(null, marker), day.at()));
        context.commit();
    }

    /** Tells of what has waited too long; the rest of a large day follows with the records that come next. */
    private void announce(Clock clock, long timestamp) {
        List<WakeUp> due = looksAt(clock.today(), slice);
        register.announce(due, clock.today(), timestamp);
        if (due.size() < slice) {
            calendar.done(clock);
        } else {
            calendar.pause(clock, due.getLast().key());
        }
    }

    /** What is looked at on a morning; before the first one all that waits, whatever day it thought it was. */
    private List<WakeUp> looksAt(LocalDate morning, int most) {
        Clock clock = calendar.clock();
        return calendar.closedOn() == null
                ? wakeUps.all()
                : wakeUps.due(Objects.requireNonNull(clock).lowWater(), morning, most);
    }
}
