package io.echeance.topology.node;

import io.echeance.core.decision.Admission;
import io.echeance.core.decision.ClosableDays;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PartyNews.MorningCame;
import io.echeance.serde.record.PartyNews.PartyErased;
import io.echeance.serde.record.PartyNews.PartyKnown;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads the input topics, and the parties. What can never be read, or is wrong on its own, is rejected with its bytes;
 * facts go to the log, under the id of their order whatever their key was; payments first look for their order. A day
 * goes to the partition that it came from, a party to where the documents are that name it.
 */
public final class Intake implements Processor<byte[], byte[], String, Object> {

    private final Inbox inbox;
    private final ClosableDays closable;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Intake(Inbox inbox, ClosableDays closable) {
        this.inbox = inbox;
        this.closable = closable;
    }

    public static ProcessorSupplier<byte[], byte[], String, Object> node(Inbox inbox, ClosableDays closable) {
        return Node.of(() -> new Intake(inbox, closable), StateStores.clock(StateStores.INTAKE_CLOCK));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.INTAKE_CLOCK));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Place place = Place.of(context.recordMetadata().orElseThrow(), record.key(), record.value());
        if (place.topic().equals(Topic.PARTIES.id())) {
            introduced(record, place);
            return;
        }
        switch (inbox.input(place.topic(), record.value())) {
            case Reading.Readable<LoggedFact.Entry>(LoggedFact.Entry entry) -> {
                switch (entry) {
                    case Told(Fact fact) -> told(fact, place, record.timestamp());
                    case DayClosed day -> closed(day, place, record.timestamp());
                    case DayContinued day -> throw new IllegalStateException("no input topic carries a " + day);
                }
            }
            case Reading.Unreadable<LoggedFact.Entry>(String sentence) ->
                forward(null, place.unreadable(calendar.today(record.timestamp()), sentence), record.timestamp());
        }
    }

    /** A party, under its id; a record without content erases it. */
    private void introduced(Record<byte[], byte[]> record, Place place) {
        String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null && !id.isEmpty()) {
            forward(id, new PartyErased(), record.timestamp());
            return;
        }
        switch (inbox.party(record.value())) {
            case Reading.Readable<Party>(Party party)
            when party.id().equals(id) -> forward(id, new PartyKnown(party), record.timestamp());
            case Reading.Readable<Party> misplaced -> {
                String sentence = "its key is not the id of the party that it is about";
                forward(null, place.unreadable(calendar.today(record.timestamp()), sentence), record.timestamp());
            }
            case Reading.Unreadable<Party>(String sentence) ->
                forward(null, place.unreadable(calendar.today(record.timestamp()), sentence), record.timestamp());
        }
    }

    private void closed(DayClosed day, Place place, long timestamp) {
        String objection = closable.objection(day.date(), Calendar.dayOf(timestamp), calendar.last());
        if (objection != null) {
            forward(null, place.unreadable(calendar.today(timestamp), objection), timestamp);
        } else if (calendar.isNews(day.date())) {
            String partition = DaysToTheirPartition.key(context.taskId().partition());
            calendar.pass(day.date());
            forward(partition, new LoggedFact(null, day), timestamp);
            forward(partition, new ForPayments(new LoggedFact(null, day)), timestamp);
            forward(partition, new MorningCame(day.date().plusDays(1)), timestamp);
        }
    }

    private void told(Fact fact, Place place, long timestamp) {
        Rejection rejection = refused(fact, timestamp);
        if (rejection != null) {
            forward(null, place.rejected(rejection, fact.orderId()), timestamp);
            return;
        }
        Origin origin = place.origin().orElseThrow();
        switch (fact) {
            case PaymentReceived payment -> pay(payment.paymentId(), origin, payment, timestamp);
            case PaymentReturned returned -> pay(returned.paymentId(), origin, returned, timestamp);
            case RefundPaid refund -> {
                String orderId = Objects.requireNonNull(Destination.orderOf(refund));
                forward(orderId, new LoggedFact(origin, new Told(Destination.of(orderId, refund))), timestamp);
            }
            case Fact other ->
                forward(Objects.requireNonNull(other.orderId()), new LoggedFact(origin, new Told(other)), timestamp);
        }
    }

    private void pay(String paymentId, Origin origin, Fact fact, long timestamp) {
        forward(paymentId, new ForPayments(new LoggedFact(origin, new Told(fact))), timestamp);
    }

    private @Nullable Rejection refused(Fact fact, long timestamp) {
        Admission.Refusal refusal = missing(fact);
        if (refusal == null) {
            refusal = Admission.malformed(fact);
        }
        return refusal == null
                ? null
                : new Rejection(
                        calendar.today(timestamp), fact.orderId(), fact.factId(), refusal.reason(), refusal.sentence());
    }

    /** What must be there before a fact can go anywhere. */
    private static Admission.@Nullable Refusal missing(Fact fact) {
        String addressed = switch (fact) {
            case PaymentReceived payment -> payment.paymentId();
            case PaymentReturned returned -> returned.paymentId();
            case RefundPaid refund -> Destination.orderOf(refund);
            case Fact other -> other.orderId();
        };
        return addressed == null || addressed.isBlank()
                ? new Admission.Refusal(Reason.MALFORMED, "it names no order, and no payment")
                : null;
    }

    private void forward(@Nullable String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
