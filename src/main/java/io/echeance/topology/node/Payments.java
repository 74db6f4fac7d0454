package io.echeance.topology.node;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.order.Account;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Rejection;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Knows every payment by its id, wherever it is going: told again it is the same payment, told otherwise it is refused.
 * The core judges it, over a file of its own that holds what was told of this payment. A return follows its payment,
 * and waits for it if it comes first.
 */
public final class Payments implements Processor<String, LoggedFact, String, Object> {

    /** It meets no orders, so it needs neither terms nor rates. */
    private static final Decider JUDGE = new Decider(new TermsCatalogue(List.of()), new StatutoryRates(List.of()));

    private final int partitions;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier barrier;
    private KeyValueStore<String, Account> files;
    private Grouped<SuspenseEntry> returns;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Payments(int partitions) {
        this.partitions = partitions;
    }

    public static ProcessorSupplier<String, LoggedFact, String, Object> node(int partitions) {
        return Node.of(
                () -> new Payments(partitions),
                StateStores.clock(StateStores.PAYMENTS_CLOCK),
                StateStores.barrier(StateStores.PAYMENTS_BARRIER),
                StateStores.accounts(StateStores.PAYMENTS),
                StateStores.suspenseEntries(StateStores.RETURNS));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.PAYMENTS_CLOCK));
        this.barrier = new DayBarrier(
                context.getStateStore(StateStores.PAYMENTS_BARRIER),
                "payments",
                DayMarker.channels(partitions, DayMarker.Stage.INTAKE));
        this.files = context.getStateStore(StateStores.PAYMENTS);
        this.returns = new Grouped<>(context.getStateStore(StateStores.RETURNS));
    }

    @Override
    public void process(Record<String, LoggedFact> record) {
        switch (record.value().payload()) {
            case DayMarker marker -> {
                barrier.arrive(marker.channel(), marker.date(), record.timestamp());
                barrier.passAll(this::passOn);
            }
            case LoggedFact.Day day -> throw new IllegalStateException("a day comes here as markers: " + day);
            case Told(Fact fact) -> take(record.key(), (PaymentFact) fact, record.value(), record.timestamp());
        }
    }

    private void passOn(Announced day) {
        calendar.pass(day.date());
        int partition = context.taskId().partition();
        DayMarker marker = new DayMarker(day.date(), DayMarker.Stage.PAYMENTS, partition);
        forward(LogPartitioner.key(partition), new ForMatching(new LoggedFact(null, marker)), day.at());
        context.commit();
    }

    private void take(String paymentId, PaymentFact fact, LoggedFact entry, long timestamp) {
        Origin origin = Objects.requireNonNull(entry.origin());
        LocalDate knownOn = entry.knownOn();
        LocalDate today = knownOn == null ? calendar.today(timestamp) : knownOn;
        Account file = Optional.ofNullable(files.get(paymentId)).orElse(Account.opened(paymentId));
        Optional<PaymentReceived> known = paymentIn(file.evidence());
        if (fact instanceof PaymentReceived
                && known.isPresent()
                && file.evidence().withId(fact.factId()).isEmpty()) {
            Rejection duplicate = new Rejection(
                    today, fact.orderId(), fact.factId(), Rejection.Reason.DUPLICATE_PAYMENT, "the payment is known");
            forward(null, Place.of(origin).rejected(duplicate, fact.orderId()), timestamp);
            return;
        }
        Decision decision = JUDGE.take(file, fact, today);
        for (Output output : decision.outputs()) {
            if (output instanceof Rejection rejection) {
                forward(null, Place.of(origin).rejected(rejection, fact.orderId()), timestamp);
            }
        }
        if (!decision.account().equals(file)) {
            files.put(paymentId, decision.account());
            Optional<PaymentReceived> payment = paymentIn(decision.account().evidence());
            if (payment.isEmpty()) {
                Bytes key = Grouped.key(paymentId, fact.factId().getBytes(StandardCharsets.UTF_8));
                returns.put(key, new SuspenseEntry(origin, fact, today, false, knownOn));
            } else {
                send(payment.get(), fact, origin, knownOn, timestamp);
            }
            if (fact instanceof PaymentReceived received) {
                releaseReturns(received, knownOn, timestamp);
            }
        }
    }

    private void releaseReturns(PaymentReceived payment, @Nullable LocalDate knownOn, long timestamp) {
        for (KeyValue<Bytes, SuspenseEntry> waiting : returns.of(payment.paymentId())) {
            returns.remove(waiting.key);
            send(payment, waiting.value.fact(), waiting.value.origin(), knownOn, timestamp);
        }
    }

    /** A payment, or its return, goes where the payment goes. */
    private void send(
            PaymentReceived payment, PaymentFact fact, Origin origin, @Nullable LocalDate knownOn, long timestamp) {
        String reference = Destination.referenceOf(payment);
        String orderId = payment.orderId();
        if (reference == null && orderId != null) {
            forward(orderId, new LoggedFact(origin, new Told(Destination.of(orderId, fact)), knownOn), timestamp);
        } else {
            String matchedBy = reference == null ? "" : reference;
            forward(matchedBy, new ForMatching(new LoggedFact(origin, new Told(fact), knownOn)), timestamp);
        }
    }

    private static Optional<PaymentReceived> paymentIn(Evidence evidence) {
        return evidence.facts().stream()
                .map(KnownFact::fact)
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .findFirst();
    }

    private void forward(@Nullable String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
