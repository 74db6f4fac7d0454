package io.echeance.topology.node;

import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.ClosableDays;
import io.echeance.core.admission.PersonalIds;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Ids;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.DayContinued;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PartyNews.PartyErased;
import io.echeance.serde.record.PartyNews.PartyKnown;
import io.echeance.serde.record.ReferenceNews.PayerForgotten;
import io.echeance.serde.registry.Reading;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.MonthRows;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Reads the input topics, and the parties. What can never be read, or is wrong on its own, is rejected with its bytes;
 * facts go to the log, under the id of their order whatever their key was; money first looks for its order; a
 * party goes to all who give numbers.
 *
 * <p><b>Where a day ends.</b> What lay on the input topics when a day's record was written has to be known before the
 * day is closed, and one topic does not say how far another one is. So the intake writes an {@link InputMarker} behind
 * what lies on each of its partitions, and the day has arrived here when it has met all of them. It hands the day on
 * to the business days of the next partition too: a partition whose record is missing learns of the day all the same.
 */
public final class Intake implements Processor<byte[], byte[], String, Object> {

    /** What it reads. */
    public static final List<Topic> TOPICS = Stream.concat(
                    Topic.of(Topic.Role.INPUT).stream(), Stream.of(Topic.PARTIES))
            .toList();

    private final InputReader inbox;
    private final CustomerDecisions decisions;
    private final PersonalIds ids;
    private final ClosableDays closable;
    private final int partitions;
    private ProcessorContext<String, Object> context;
    private Calendar calendar;
    private DayBarrier barrier;
    private ClosingDecisions closings;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Intake(InputReader inbox, ReferenceData reference, PersonalIds ids, ClosableDays closable, int partitions) {
        this.inbox = inbox;
        this.decisions = new CustomerDecisions(inbox, reference, ids);
        this.ids = ids;
        this.closable = closable;
        this.partitions = partitions;
    }

    /** @param partitions that the input topics have; {@code parties} has one */
    public static ProcessorSupplier<byte[], byte[], String, Object> node(
            InputReader inbox, ReferenceData reference, PersonalIds ids, ClosableDays closable, int partitions) {
        return Node.of(
                () -> new Intake(inbox, reference, ids, closable, partitions),
                StateStores.clock(StateStores.INTAKE_CLOCK),
                StateStores.barrier(StateStores.INTAKE_BARRIER),
                MonthRows.taken());
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.calendar = new Calendar(context.getStateStore(StateStores.INTAKE_CLOCK));
        this.closings = new ClosingDecisions(inbox, context.getStateStore(MonthRows.TAKEN));
        this.barrier = new DayBarrier(
                context.getStateStore(StateStores.INTAKE_BARRIER),
                "inputs",
                TOPICS.stream().filter(this::isRead).map(Topic::id).toList());
    }

    private boolean isRead(Topic topic) {
        return topic != Topic.PARTIES || partition() == 0;
    }

    private int partition() {
        return context.taskId().partition();
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Place place =
                Place.of(context.recordMetadata().orElseThrow(), record.timestamp(), record.key(), record.value());
        Topic topic = inbox.topic(place.topic());
        LocalDate marked = InputMarker.dayOf(record.key(), record.value(), record.headers());
        if (marked != null) {
            met(marked, topic, place, record.timestamp());
            return;
        }
        if (place.isTooLarge()) {
            tooLarge(record, topic, place);
            return;
        }
        long at = record.timestamp();
        if (topic == Topic.PARTIES) {
            introduced(record, place);
        } else if (topic == Topic.CUSTOMER_ACTIONS) {
            context.forward(decisions.read(record.value(), place, at, knownOn(at), today(at), context));
        } else if (topic == Topic.LEDGER_ACTIONS) {
            closings.read(record.value(), place, at, today(at), context).ifPresent(context::forward);
        } else {
            read(topic, place, record);
        }
    }

    private void read(Topic topic, Place place, Record<byte[], byte[]> record) {
        switch (inbox.input(topic, record.value(), context.currentSystemTimeMs())) {
            case Reading.Readable<LoggedFact.Entry>(LoggedFact.Entry entry) -> {
                switch (entry) {
                    case Received(Fact fact) -> received(fact, place, record.timestamp());
                    case DayClosed(LocalDate day) -> closed(day, place, record.timestamp());
                    case DayContinued day -> throw new IllegalStateException("no input topic carries a " + day);
                    case DayMarker marker -> throw new IllegalStateException("no input topic carries a " + marker);
                }
            }
            case Reading.Unreadable<LoggedFact.Entry>(String sentence) ->
                forward(null, place.unreadable(today(record.timestamp()), sentence), record.timestamp());
        }
    }

    /** Whose it is is said all the same, where it can be read. */
    private void tooLarge(Record<byte[], byte[]> record, Topic topic, Place place) {
        Fact fact = null;
        if (inbox.isInput(topic)
                && inbox.input(topic, record.value(), context.currentSystemTimeMs())
                        instanceof Reading.Readable<LoggedFact.Entry>(Received(Fact received))) {
            fact = received;
        }
        forward(null, place.tooLarge(today(record.timestamp()), fact), record.timestamp());
    }

    /** A party, under its id; a record without content erases it. */
    private void introduced(Record<byte[], byte[]> record, Place place) {
        String id = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        String wrong = Ids.wrongForPayer("its key, the id of the party,", id);
        if (wrong != null) {
            forward(null, place.unreadable(today(record.timestamp()), wrong), record.timestamp());
            return;
        }
        if (record.value() == null) {
            forward(id, new PartyErased(), record.timestamp());
            forward(id, new PayerForgotten(id), record.timestamp());
            return;
        }
        String personal = ids.wrong("its key, the id of the party,", id);
        if (personal != null) {
            Refusal refusal = new Refusal(Reason.PERSONAL_ID, personal);
            forward(null, place.rejected(today(record.timestamp()), null, refusal), record.timestamp());
            return;
        }
        switch (inbox.party(record.value(), context.currentSystemTimeMs())) {
            case Reading.Readable<Party>(Party party)
            when party.id().equals(id) -> forward(id, new PartyKnown(party), record.timestamp());
            case Reading.Readable<Party> misplaced -> {
                String sentence = "its key is not the id of the party that it is about";
                forward(null, place.unreadable(today(record.timestamp()), sentence), record.timestamp());
            }
            case Reading.Unreadable<Party>(String sentence) ->
                forward(null, place.unreadable(today(record.timestamp()), sentence), record.timestamp());
        }
    }

    /** By its record, or by the marker of a neighbour: whoever wrote either, one rule says which days may be closed. */
    private void closed(LocalDate day, Place place, long timestamp) {
        String objection = closable.objection(day, Calendar.dayOf(timestamp), barrier.latest());
        if (objection != null) {
            forward(null, place.unreadable(today(timestamp), objection), timestamp);
        } else {
            announced(day, timestamp);
        }
    }

    /**
     * A marker of our own, behind all that lay on a topic: of a day that is being closed, or once more of one that was.
     * Any other is not ours, and closes nothing; on parties, which a reset leaves, stand those of the time before it.
     */
    private void met(LocalDate day, Topic topic, Place place, long timestamp) {
        if (topic == Topic.BUSINESS_DAYS) {
            closed(day, place, timestamp);
        } else if (barrier.isAnnounced(day)) {
            barrier.arrive(topic.id(), day, timestamp);
            passOn();
        } else if (barrier.isAhead(day) && topic != Topic.PARTIES) {
            String sentence = "it marks the end of " + day + ", which business-days has not closed";
            forward(null, place.unreadable(today(timestamp), sentence), timestamp);
        }
    }

    private void announced(LocalDate day, long timestamp) {
        LocalDate latest = barrier.latest();
        if (latest != null && !day.isAfter(latest)) {
            return;
        }
        barrier.arrive(Topic.BUSINESS_DAYS.id(), day, timestamp);
        for (Topic topic : TOPICS) {
            if (topic != Topic.BUSINESS_DAYS && isRead(topic)) {
                mark(new InputMarker(topic, partition(), day), timestamp);
            }
        }
        int next = (partition() + 1) % partitions;
        if (next != partition()) {
            mark(new InputMarker(Topic.BUSINESS_DAYS, next, day), timestamp);
        }
        passOn();
        context.commit();
    }

    private void mark(InputMarker marker, long timestamp) {
        context.forward(new Record<>(InputMarker.NAME, marker, timestamp, marker.headers()));
    }

    private void passOn() {
        barrier.passAll(day -> {
            String key = LogPartitioner.key(partition());
            DayMarker marker = new DayMarker(day.date(), DayMarker.Stage.INTAKE, partition());
            calendar.pass(day.date());
            forward(key, new ForPayments(new LoggedFact(null, marker)), day.at());
            forward(key, marker, day.at());
            context.commit();
        });
    }

    /**
     * The day on which a record is known: one that was written after a day's record, whose markers are still under way,
     * belongs to the day after it. Null: no day was closed yet.
     */
    private @Nullable LocalDate knownOn(long timestamp) {
        LocalDate passed = barrier.passed();
        LocalDate known = passed == null ? null : passed.plusDays(1);
        for (Announced day : barrier.announced()) {
            if (day.at() < timestamp) {
                known = day.date().plusDays(1);
            }
        }
        return known;
    }

    /** The day on which a record is refused: that on which it would have been known. */
    private LocalDate today(long timestamp) {
        LocalDate known = knownOn(timestamp);
        return known == null ? calendar.today(timestamp) : known;
    }

    private void received(Fact fact, Place place, long timestamp) {
        Rejection rejection = refused(fact, timestamp);
        if (rejection != null) {
            forward(null, place.rejected(rejection, fact.orderId()), timestamp);
            return;
        }
        Origin origin = place.origin().orElseThrow();
        LoggedFact entry = new LoggedFact(origin, new Received(fact), knownOn(timestamp));
        if (fact instanceof PaymentFact money) {
            forward(money.movementId(), new ForPayments(entry), timestamp);
        } else {
            forward(Objects.requireNonNull(fact.orderId()), entry, timestamp);
        }
    }

    /** It has to say where it goes, and to be right on its own. */
    private @Nullable Rejection refused(Fact fact, long timestamp) {
        String addressed = fact instanceof PaymentFact money ? money.movementId() : fact.orderId();
        Refusal refusal = addressed == null || addressed.isBlank()
                ? new Refusal(Reason.MALFORMED, "it names no order, and no payment")
                : Admission.atTheDoor(fact, ids);
        return refusal == null
                ? null
                : new Rejection(today(timestamp), fact.orderId(), fact.factId(), refusal.reason(), refusal.sentence());
    }

    private void forward(@Nullable String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
