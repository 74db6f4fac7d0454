package io.echeance.topology.simulator;

import io.echeance.core.invoice.Party;
import io.echeance.core.order.Fact;
import io.echeance.topology.Topic;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What reaches the stream from outside. */
sealed interface Event {

    /**
     * A record of an input topic.
     *
     * @param value a fact or a party
     * @param partition where its sender puts it, whatever its key
     */
    record Sent(Topic topic, int partition, @Nullable String key, Object value, Instant at) implements Event {

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
