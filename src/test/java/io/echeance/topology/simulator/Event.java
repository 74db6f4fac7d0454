package io.echeance.topology.simulator;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.PaymentFact;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What reaches the stream from outside. */
sealed interface Event {

    /** Noon of a day, where the sellers are. */
    static Instant noon(LocalDate on) {
        return on.atTime(12, 0).atZone(Calendar.ZONE).toInstant();
    }

    /**
     * A record of an input topic.
     *
     * @param value a fact or a party
     * @param partition where its sender puts it, whatever its key
     */
    record Sent(Topic topic, int partition, @Nullable String key, Object value, Instant at) implements Event {

        /** A fact, at noon of {@code on}. */
        static Sent of(Fact fact, int partition, LocalDate on) {
            return new Sent(topicOf(fact), partition, keyOf(fact), fact, noon(on));
        }

        /** A fact of a customer, at noon of {@code on}. */
        static Sent of(CustomerFact fact, int partitions, LocalDate on) {
            String key = fact.seller() + "/" + fact.customer();
            int partition = Outbox.partitionOf(key.getBytes(StandardCharsets.UTF_8), partitions);
            return new Sent(Topic.CUSTOMER_ACTIONS, partition, key, fact, noon(on));
        }

        /** A month that is closed, at noon of {@code on}. */
        static Sent of(MonthClosed fact, int partitions, LocalDate on) {
            int partition = Outbox.partitionOf(fact.seller().getBytes(StandardCharsets.UTF_8), partitions);
            return new Sent(Topic.LEDGER_ACTIONS, partition, fact.seller(), fact, noon(on));
        }

        /** A party, at noon of {@code on}. */
        static Sent of(Party party, LocalDate on) {
            return new Sent(Topic.PARTIES, 0, party.id(), party, noon(on));
        }

        /** Where the key of a fact leads. */
        static int partitionOf(Fact fact, int partitions) {
            return Outbox.partitionOf(keyOf(fact).getBytes(StandardCharsets.UTF_8), partitions);
        }

        private static String keyOf(Fact fact) {
            return fact.orderId() == null ? fact.factId() : fact.orderId();
        }

        private static Topic topicOf(Fact fact) {
            return switch (fact) {
                case OrderFact order -> Topic.ORDERS;
                case PaymentFact payment -> Topic.PAYMENTS;
                case FundingFact funding -> Topic.FINANCING_DECISIONS;
                case CollectionFact collection -> Topic.COLLECTION_ACTIONS;
                case OwnFact own -> throw new IllegalArgumentException("our own: " + own);
            };
        }

        @Nullable
        Fact fact() {
            return value instanceof Fact fact ? fact : null;
        }

        @Override
        public String toString() {
            return "%s-%d at %s: %s"
                    .formatted(topic.id(), partition, at, value instanceof Party party ? party.id() : value);
        }
    }

    /** Bytes that nobody can read. */
    @SuppressWarnings("ArrayRecordComponent") // As it is sent; nobody compares it.
    record Garbage(Topic topic, int partition, byte[] bytes, Instant at) implements Event {
        @Override
        public String toString() {
            return "%s-%d at %s: %d bytes of garbage".formatted(topic.id(), partition, at, bytes.length);
        }
    }

    /** A day is over: a record on each partition, in one transaction. */
    record DayOver(LocalDate day, Instant at) implements Event {

        /** Told a few minutes after its end. */
        static DayOver of(LocalDate day) {
            return new DayOver(
                    day, day.plusDays(1).atTime(0, 5).atZone(Calendar.ZONE).toInstant());
        }

        @Override
        public String toString() {
            return "at %s: day over: %s".formatted(at, day);
        }
    }

    /** Nothing more comes until all that came is worked off. */
    record Rest() implements Event {
        @Override
        public String toString() {
            return "all comes to rest";
        }
    }
}
