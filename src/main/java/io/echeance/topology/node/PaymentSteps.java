package io.echeance.topology.node;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.ledger.SuspenseChange;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.matching.PaymentRegister;
import io.echeance.core.matching.Question;
import io.echeance.core.matching.RuleUse;
import io.echeance.core.matching.RuleWatch;
import io.echeance.core.matching.Step;
import io.echeance.core.matching.SuspenseReview;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.PaymentAlert.RuleDemoted;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Suspended;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.ReferenceNews.ReferenceAsked;
import io.echeance.serde.record.ReferenceNews.ReferenceForgotten;
import io.echeance.serde.record.ReferenceNews.ReferenceKnown;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.PaymentRows;
import io.echeance.topology.store.RuleRows;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The register of the payments of a partition: does what the core wants done about them. What waits is kept here with
 * where it came from, byte for byte, until it goes to its order.
 */
final class PaymentSteps {

    private final ProcessorContext<String, Object> context;
    private final PaymentRegister register;
    private final SuspenseReview review;
    private final RuleWatch rules;
    private final PaymentRows rows;
    private final SuspenseRows suspense;
    private final WakeUps wakeUps;

    PaymentSteps(ProcessorContext<String, Object> context, Sealing sealing) {
        this.context = context;
        this.rows = new PaymentRows(context.getStateStore(StateStores.PAYMENTS), sealing::kept);
        this.rules = new RuleWatch(new RuleRows(context.getStateStore(StateStores.MATCHING_RULES)));
        this.register = new PaymentRegister(rows, sealing::sellers, rules);
        this.review = new SuspenseReview(rows);
        this.suspense = new SuspenseRows(context.getStateStore(StateStores.SUSPENSE), rows);
        this.wakeUps = new WakeUps(context.getStateStore(StateStores.SUSPENSE_WAKE_UPS));
    }

    /** What {@link Payments} and {@link PaymentAnswers} share. */
    static List<StoreBuilder<?>> stores() {
        return List.of(
                StateStores.payments(StateStores.PAYMENTS),
                StateStores.suspenseEntries(StateStores.SUSPENSE),
                StateStores.keys(StateStores.SUSPENSE_WAKE_UPS),
                RuleRows.builder());
    }

    /** Takes a fact that reaches us on {@code today}. */
    void take(LoggedFact entry, LocalDate today, long timestamp) {
        PaymentFact fact = fact(entry);
        List<Step> steps = register.take(fact, today);
        if (steps.stream().anyMatch(step -> isKeptFor(step, fact))) {
            rows.asks(fact.movementId(), entry);
        }
        take(steps, entry, today, timestamp);
        judgeAgain(fact.movementId(), today);
        rows.write();
    }

    private static PaymentFact fact(LoggedFact entry) {
        return (PaymentFact) ((Received) entry.payload()).fact();
    }

    /** It is asked about, or stays behind another that is. */
    private static boolean isKeptFor(Step step, PaymentFact fact) {
        return (step instanceof Step.Asked asked && asked.asker().factId().equals(fact.factId()))
                || step instanceof Step.Queued;
    }

    void take(Answer answer, LocalDate today, long timestamp) {
        Asker asker = answer.asker();
        LoggedFact entry = rows.asking(asker.paymentId(), asker.factId());
        take(register.take(answer, today), entry, today, timestamp);
        judgeAgain(asker.paymentId(), today);
        rows.write();
    }

    /** What nobody was alerted to, since it had come back, may be money after all by what is known now. */
    private void judgeAgain(String id, LocalDate today) {
        if (review.isPassedOver(id, today)) {
            lookAtTomorrow(id, today);
        }
    }

    /** On the morning on which its day is over; never below the low-water mark, where nobody would find it. */
    private void lookAtTomorrow(String id, LocalDate today) {
        wakeUps.put(today.plusDays(1), WakeUps.idOf(id));
    }

    /** Of several parts of what has just come, the first has its bytes. */
    private void take(List<Step> steps, @Nullable LoggedFact entry, LocalDate today, long timestamp) {
        LoggedFact rest = entry;
        for (Step step : steps) {
            if (step instanceof Step.Turn(PaymentFact next)) {
                rest = rows.asking(next.movementId(), next.factId());
            }
            take(step, rest, today, timestamp);
            if (step instanceof Step.Placed placed && rest != null && fact(rest).equals(placed.source())) {
                rest = new LoggedFact(null, rest.payload(), rest.knownOn());
            }
        }
    }

    /** @param entry the fact that led to the step; null: it has waited, something else did */
    private void take(Step step, @Nullable LoggedFact entry, LocalDate today, long timestamp) {
        switch (step) {
            case Step.Asked(Question question, Asker asker) ->
                forward(
                        question.key(),
                        new ReferenceAsked(
                                asker.paymentId(),
                                asker.factId(),
                                question.exact(),
                                question.whoPays(),
                                question.closesOn()),
                        timestamp);
            case Step.Remembered(KnownName name) -> forward(name.key(), new ReferenceKnown(name), timestamp);
            case Step.Forgotten(String key, Asker asker) ->
                forward(key, new ReferenceForgotten(asker.paymentId(), asker.factId()), timestamp);
            case Step.Waits(Suspended waits) when waits.fact() instanceof PaymentApplied -> suspense.keep(waits, entry);
            case Step.Waits(Suspended waits) -> {
                suspense.keep(waits, entry);
                lookAtTomorrow(waits.fact().movementId(), today);
            }
            case Step.KeptAside(Suspended aside) -> {
                suspense.keep(aside, entry);
                keepAsItCame(aside.fact(), null, today);
            }
            case Step.Changed(Suspended waits) -> {
                suspense.change(waits);
                lookAtTomorrow(waits.fact().movementId(), today);
            }
            case Step.Sent(PaymentFact fact) -> send(fact, fact, entry, timestamp);
            case Step.Placed(PaymentFact fact, PaymentFact source) ->
                keepAsItCame(source, send(fact, source, entry, timestamp), today);
            case Step.Withdrawn(PaymentWithdrawn fact) ->
                forward(fact.orderId(), new LoggedFact(null, new Received(fact), knownOn(entry)), timestamp);
            case Step.RemindersHeld(CollectionFact fact) ->
                forward(fact.orderId(), new LoggedFact(null, new Received(fact), knownOn(entry)), timestamp);
            case Step.Divided(PaymentDetailed detailed, List<PaymentReceived> payments) -> {
                LoggedFact kept = Objects.requireNonNull(
                        rows.asking(detailed.movementId(), detailed.factId()), "it was kept until its day was over");
                for (PaymentReceived payment : payments) {
                    Origin own = DetailsUnderSeal.of(payment.paymentId(), kept.origin());
                    rows.asks(payment.paymentId(), new LoggedFact(own, new Received(payment), kept.knownOn()));
                }
            }
            case Step.Decided(PaymentFact decision, PaymentFact ended, PaymentDecided outcome) -> {
                Origin origin = origin(decision, entry);
                Origin first = ended == null ? null : endedOrigin(ended);
                CashDecision said = new CashDecision(outcome, origin, first);
                forward(outcome.paymentId(), said, Math.max(timestamp, origin.at()));
            }
            case Step.SuspenseChanged(String account, String id, SuspenseSum more) ->
                forward(account, new SuspenseChange(account, id, today, more.waits(), more.gone()), timestamp);
            case Step.Queued queued -> {} // Its bytes are kept as those of what is asked about.
            case Step.Turn turn -> {} // What follows is by it.
            case Step.Refused(PaymentFact fact, LocalDate on, Refusal refusal) -> {
                Origin origin = origin(fact, entry);
                Rejection rejection =
                        new Rejection(on, fact.orderId(), fact.factId(), refusal.reason(), refusal.sentence());
                forward(null, Place.of(origin).rejected(rejection, fact.orderId()), timestamp);
            }
        }
    }

    private static @Nullable LocalDate knownOn(@Nullable LoggedFact entry) {
        return entry == null ? null : entry.knownOn();
    }

    /** Of what waited until now; null: the log has it, of an order that it went to before. */
    private @Nullable Origin endedOrigin(PaymentFact fact) {
        return fact instanceof PaymentReceived sum ? suspense.release(sum, null).origin() : origin(fact, null);
    }

    /** Of a fact that is done with: it has just come, or was kept until its questions were answered. */
    private Origin origin(PaymentFact fact, @Nullable LoggedFact entry) {
        return DetailsUnderSeal.whole(fact, received(fact, entry));
    }

    private Origin received(PaymentFact fact, @Nullable LoggedFact entry) {
        LoggedFact asked = rows.asking(fact.movementId(), fact.factId());
        if (asked != null && fact(asked).equals(fact)) {
            rows.asksNoLonger(fact.movementId(), fact.factId());
            return Objects.requireNonNull(asked.origin());
        }
        SuspenseEntry waited = fact instanceof PaymentApplied decision ? suspense.taken(decision) : null;
        return Objects.requireNonNull(
                waited == null
                        ? Objects.requireNonNull(entry, "it was received").origin()
                        : waited.origin());
    }

    /** Whoever has placed a payment may put it back. */
    private void keepAsItCame(PaymentFact source, @Nullable Origin origin, LocalDate today) {
        if (source instanceof PaymentReceived) {
            wakeUps.put(rows.placed(source, origin, today), WakeUps.idOf(source.movementId()));
        }
    }

    /** Where it came from; null: the log has it already. */
    private @Nullable Origin send(PaymentFact fact, PaymentFact source, @Nullable LoggedFact entry, long timestamp) {
        SuspenseRows.Waiting waiting = suspense.release(source, entry);
        LoggedFact sent = new LoggedFact(waiting.origin(), new Received(fact), waiting.knownOn());
        // What released it may be older than itself, and nothing is known before it was received.
        long at = waiting.origin() == null
                ? timestamp
                : Math.max(timestamp, waiting.origin().at());
        forward(Objects.requireNonNull(fact.orderId()), sent, at);
        return waiting.origin();
    }

    /**
     * Holds the reminders of those whose money may be waiting, when nothing more reaches us on a day.
     *
     * @param due what is looked at on the morning after it
     */
    void hold(List<WakeUp> due, LocalDate day, long timestamp) {
        for (WakeUp wakeUp : due) {
            take(review.hold(wakeUp.name(), day), null, day, timestamp);
            rows.write();
        }
    }

    /** Announces what has waited too long; what still has time is looked at again on its morning. */
    void announce(List<WakeUp> due, LocalDate today, long timestamp) {
        for (WakeUp wakeUp : due) {
            wakeUps.remove(wakeUp);
            for (Suspended announced : review.announce(wakeUp.name(), today)) {
                suspense.announce(announced);
                Alert alert = announced.alert(today);
                String movementId = announced.fact().movementId();
                forward(alert.orderId() == null ? movementId : alert.orderId(), alert, timestamp);
            }
            rows.forgetPlaced(wakeUp.name(), today);
            LocalDate next = review.announcesOn(wakeUp.name(), today);
            if (next != null) {
                wakeUps.put(next, WakeUps.idOf(wakeUp.name()));
            }
            rows.write();
        }
    }

    /** How rules were used here since this was asked last. */
    List<RuleUse> used() {
        return rules.said();
    }

    void hear(List<RuleUse> used) {
        rules.hear(used);
    }

    /** A day is over: what persons have corrected too often only proposes from now on. */
    void judgeRules(LocalDate day, Predicate<String> isHere, long timestamp) {
        for (RuleDemoted demoted : rules.close(day)) {
            String key = demoted.seller() + "/" + demoted.rule();
            if (isHere.test(key)) {
                forward(key, demoted, timestamp);
            }
        }
    }

    private void forward(@Nullable String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
