package io.echeance.topology.node;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.matching.PaymentRegister;
import io.echeance.core.matching.Question;
import io.echeance.core.matching.Step;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Suspended;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.ReferenceNews.ReferenceAsked;
import io.echeance.serde.record.ReferenceNews.ReferenceForgotten;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.PaymentRows;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The register of the payments of a partition: does what the core wants done about them. What waits is kept here with
 * where it came from, byte for byte, until it goes to its order.
 */
final class PaymentSteps {

    private final ProcessorContext<String, Object> context;
    private final PaymentRegister register;
    private final PaymentRows rows;
    private final KeyValueStore<Bytes, SuspenseEntry> suspense;
    private final WakeUps wakeUps;

    PaymentSteps(ProcessorContext<String, Object> context, Sealing sealing) {
        this.context = context;
        this.rows = new PaymentRows(context.getStateStore(StateStores.PAYMENTS), sealing::kept);
        this.register = new PaymentRegister(rows, sealing::sellers);
        this.suspense = context.getStateStore(StateStores.SUSPENSE);
        this.wakeUps = new WakeUps(context.getStateStore(StateStores.SUSPENSE_WAKE_UPS));
    }

    /** What {@link Payments} and {@link PaymentAnswers} share. */
    static List<StoreBuilder<?>> stores() {
        return List.of(
                StateStores.payments(StateStores.PAYMENTS),
                StateStores.suspenseEntries(StateStores.SUSPENSE),
                StateStores.keys(StateStores.SUSPENSE_WAKE_UPS),
                StateStores.barrier(StateStores.PAYMENTS_BARRIER));
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
        if (register.isPassedOver(id, today)) {
            wakeUps.put(today.plusDays(1), WakeUps.idOf(id));
        }
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
            case Step.Forgotten(String key, Asker asker) ->
                forward(key, new ReferenceForgotten(asker.paymentId(), asker.factId()), timestamp);
            case Step.Waits(Suspended waits) when waits.fact() instanceof PaymentApplied -> keep(waits, entry);
            case Step.Seconded(PaymentFact first) -> release(first, null);
            case Step.Waits(Suspended waits) -> {
                keep(waits, entry);
                // Never below the low-water mark, where nobody would find it.
                LocalDate announcedOn = waits.announcedOn();
                LocalDate on = announcedOn.isAfter(today) ? announcedOn : today.plusDays(1);
                wakeUps.put(on, WakeUps.idOf(waits.fact().movementId()));
            }
            case Step.KeptAside(Suspended aside) -> keep(aside, entry);
            case Step.Proposed(Suspended waits) -> {
                SuspenseEntry row = Objects.requireNonNull(suspense.get(key(waits.fact())), "it waits");
                keep(row, row.announced(), waits.proposals());
            }
            case Step.Sent(PaymentFact fact) -> send(fact, fact, entry, timestamp);
            case Step.Placed(PaymentFact fact, PaymentFact source) -> send(fact, source, entry, timestamp);
            case Step.Withdrawn(PaymentWithdrawn fact) ->
                forward(fact.orderId(), new LoggedFact(null, new Received(fact), knownOn(entry)), timestamp);
            case Step.RemindersHeld(CollectionFact fact) ->
                forward(fact.orderId(), new LoggedFact(null, new Received(fact), knownOn(entry)), timestamp);
            case Step.Decided(PaymentApplied decision, PaymentDecided outcome) -> {
                Origin origin = origin(decision, entry);
                forward(outcome.paymentId(), new CashDecision(outcome, origin), Math.max(timestamp, origin.at()));
            }
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

    /** Of a fact that is done with: it has just come, or was kept until its questions were answered. */
    private Origin origin(PaymentFact fact, @Nullable LoggedFact entry) {
        LoggedFact asked = rows.asking(fact.movementId(), fact.factId());
        if (asked != null && fact(asked).equals(fact)) {
            rows.asksNoLonger(fact.movementId(), fact.factId());
            return Objects.requireNonNull(asked.origin());
        }
        SuspenseEntry waited = suspense.get(key(fact));
        if (fact instanceof PaymentApplied && waited != null && waited.fact().equals(fact)) {
            suspense.delete(key(fact));
            return Objects.requireNonNull(waited.origin());
        }
        return Objects.requireNonNull(
                Objects.requireNonNull(entry, "it was received").origin());
    }

    private void send(PaymentFact fact, PaymentFact source, @Nullable LoggedFact entry, long timestamp) {
        Waiting waiting = release(source, entry);
        LoggedFact sent = new LoggedFact(waiting.origin(), new Received(fact), waiting.knownOn());
        // What released it may be older than itself, and nothing is known before it was received.
        long at = waiting.origin() == null
                ? timestamp
                : Math.max(timestamp, waiting.origin().at());
        forward(Objects.requireNonNull(fact.orderId()), sent, at);
    }

    private void keep(Suspended waits, @Nullable LoggedFact entry) {
        PaymentFact fact = waits.fact();
        Waiting waiting = release(fact, entry);
        suspense.put(
                key(fact),
                new SuspenseEntry(
                        waiting.origin(),
                        fact,
                        waits.since(),
                        false,
                        waiting.knownOn(),
                        waits.proposals(),
                        waits.setAside(),
                        waits.cameBack()));
    }

    /**
     * Where a fact came from, and the day on which it is known at the earliest.
     *
     * @param origin null: the log has it already, with an order that it went to before, or another part of it has it
     * @param knownOn null: any
     */
    private record Waiting(
            @Nullable Origin origin, @Nullable LocalDate knownOn) {}

    /** It waits no longer, or elsewhere. What is released by another fact is not known before that. */
    private Waiting release(PaymentFact fact, @Nullable LoggedFact entry) {
        LoggedFact asked = rows.asksNoLonger(fact.movementId(), fact.factId());
        SuspenseEntry waited = removed(suspense, key(fact));
        LocalDate knownOn = knownOn(entry);
        if (asked != null) {
            return new Waiting(asked.origin(), later(asked.knownOn(), knownOn));
        }
        if (waited != null) {
            return new Waiting(waited.origin(), later(waited.knownOn(), knownOn));
        }
        return new Waiting(entry != null && isTheSame(fact(entry), fact) ? entry.origin() : null, knownOn);
    }

    /** Whatever order it has been given. */
    private static boolean isTheSame(PaymentFact received, PaymentFact sent) {
        return received.movementId().equals(sent.movementId())
                && received.factId().equals(sent.factId());
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** A row that is not there is not deleted: that would be a word on the changelog that says nothing. */
    private static <V> @Nullable V removed(KeyValueStore<Bytes, V> store, Bytes key) {
        V there = store.get(key);
        if (there != null) {
            store.delete(key);
        }
        return there;
    }

    private void keep(SuspenseEntry row, boolean announced, List<Proposal> proposals) {
        suspense.put(
                key(row.fact()),
                new SuspenseEntry(
                        row.origin(),
                        row.fact(),
                        row.since(),
                        announced,
                        row.knownOn(),
                        proposals,
                        row.setAside(),
                        row.cameBack()));
    }

    /** Announces what has waited too long, from a low-water mark on; at most so many payments at a time. */
    List<WakeUp> announce(@Nullable Bytes lowWater, LocalDate today, int most, long timestamp) {
        List<WakeUp> due = wakeUps.due(lowWater, today, most);
        for (WakeUp wakeUp : due) {
            wakeUps.remove(wakeUp);
            for (Suspended announced : register.announce(wakeUp.name(), today)) {
                PaymentFact fact = announced.fact();
                SuspenseEntry row = Objects.requireNonNull(suspense.get(key(fact)), "it waits");
                keep(row, true, announced.proposals());
                Alert alert = announced.alert(today);
                forward(alert.orderId() == null ? fact.movementId() : alert.orderId(), alert, timestamp);
            }
            rows.write();
        }
        return due;
    }

    private static Bytes key(PaymentFact fact) {
        return Grouped.key(fact.movementId(), fact.factId().getBytes(StandardCharsets.UTF_8));
    }

    private void forward(@Nullable String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
