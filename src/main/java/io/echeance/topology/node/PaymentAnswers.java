package io.echeance.topology.node;

import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.matching.RuleUse;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.Clock;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.ReferenceAnswer;
import io.echeance.serde.record.ReferenceAnswer.NameAnswered;
import io.echeance.serde.record.RuleNews;
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
 * of its facts, until these lead to nothing more. Only then is it certain that a payment still waits: the day is closed
 * here, and what lay behind its record is taken.
 */
public final class PaymentAnswers implements Processor<String, ReferenceAnswer, String, Object> {

    private final int partitions;
    private final Sealing sealing;
    private ProcessorContext<String, Object> context;
    private PaymentDays days;
    private DayBarrier answered;
    private DayBarrier appeared;
    private PaymentSteps register;
    private WakeUps wakeUps;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private PaymentAnswers(int partitions, Sealing sealing) {
        this.partitions = partitions;
        this.sealing = sealing;
    }

    /** Uses {@link Payments#stores}. */
    public static ProcessorSupplier<String, ReferenceAnswer, String, Object> node(int partitions, Sealing sealing) {
        return Node.of(() -> new PaymentAnswers(partitions, sealing));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.days = new PaymentDays(context, partitions);
        this.answered = days.barrier("answered", Stage.REFERENCES);
        this.appeared = days.barrier("appeared", Stage.APPEARED);
        this.register = new PaymentSteps(context, sealing);
        this.wakeUps = new WakeUps(context.getStateStore(StateStores.SUSPENSE_WAKE_UPS));
    }

    @Override
    public void process(Record<String, ReferenceAnswer> record) {
        long timestamp = record.timestamp();
        switch (record.value()) {
            case NameAnswered(String factId, String key, var names, boolean waits) -> {
                Answer answer = new Answer(new Asker(record.key(), factId), key, names, waits);
                register.take(answer, days.calendar().today(timestamp), timestamp);
            }
            case RuleNews news -> register.hear(news.uses());
            case DayMarker marker -> {
                if (marker.stage() == Stage.REFERENCES) {
                    answered.arrive(marker, timestamp);
                    answered.passAll(day -> {
                        passOn(day, Stage.MATCHING, false);
                        asked(day, Stage.ASKED, day.round());
                    });
                } else {
                    appeared.arrive(marker, timestamp);
                    appeared.passAll(this::closeOrGoRound);
                }
            }
        }
    }

    /** A day is over here when nobody who waited was answered any more, on any partition. */
    private void closeOrGoRound(Announced day) {
        if (appeared.boreNews(day)) {
            passOn(day, Stage.SUSPENSE, true);
            asked(day, Stage.ASKED_AGAIN, day.round() + 1);
        } else {
            close(day);
            days.goOn(day, register);
        }
    }

    /** Holds reminders before the accounts hear that the day is over, and tells of what has waited too long. */
    private void close(Announced day) {
        Calendar calendar = days.calendar();
        if (!calendar.isNews(day.date())) {
            passOn(day, Stage.SUSPENSE, false);
            return;
        }
        LocalDate morning = day.date().plusDays(1);
        List<WakeUp> due = due(calendar, morning);
        register.hold(due, day.date(), day.at());
        passOn(day, Stage.SUSPENSE, false);
        calendar.close(day.date());
        register.announce(due, morning, day.at());
        register.judgeRules(day.date(), this::isHere, day.at());
        calendar.done(Objects.requireNonNull(calendar.clock()));
    }

    /** What is looked at on a morning; before the first one all that waits, whatever day it thought it was. */
    private List<WakeUp> due(Calendar calendar, LocalDate morning) {
        Clock clock = calendar.clock();
        return clock == null || clock.provisional()
                ? wakeUps.all()
                : wakeUps.due(clock.lowWater(), morning, Integer.MAX_VALUE);
    }

    /** The names have to know all that was asked here before they say what there is by the end of a day. */
    private void asked(Announced day, Stage stage, int round) {
        int partition = context.taskId().partition();
        List<RuleUse> used = register.used();
        if (!used.isEmpty()) {
            context.forward(new Record<>(LogPartitioner.key(partition), new RuleNews(partition, used), day.at()));
        }
        DayMarker marker = new DayMarker(day.date(), stage, partition, round, false);
        context.forward(new Record<>(LogPartitioner.key(partition), marker, day.at()));
    }

    /** Of what all partitions know, one tells. */
    private boolean isHere(String key) {
        return LogPartitioner.partition(key, partitions) == context.taskId().partition();
    }

    private void passOn(Announced day, Stage stage, boolean goesRound) {
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), stage, partition, day.round(), goesRound);
        context.forward(new Record<>(LogPartitioner.key(partition), new LoggedFact(null, marker), day.at()));
        context.commit();
    }
}
