package io.echeance.serde.record;

import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.binding.Schemas;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LoggedFact} as it lies on {@code facts}. The original bytes of what was received end, nearly always, as the
 * record itself ends: with the fact. They are written once.
 *
 * @param payload the last field of the record, whatever fields are added to it
 */
public record LogRecord(
        @Nullable LoggedOrigin origin, @Nullable LocalDate knownOn, LoggedFact.Entry payload) {

    /** Naming less takes as much as writing it. */
    private static final int FEWEST = 4;

    private static final Binding<LoggedFact.Entry> PAYLOAD = Binding.of(
            LoggedFact.Entry.class,
            Schemas.named("fact.LogRecord").getField("payload").schema());

    /**
     * An {@link Origin}.
     *
     * @param value how the original value begins
     * @param rest so many bytes follow there, the same as at the end of the record
     */
    public record LoggedOrigin(
            String topic,
            int partition,
            long offset,
            long at,
            @Nullable Bytes key,
            Bytes value,
            int rest,
            @Nullable String sealedBy) {

        private static LoggedOrigin of(Origin origin, int rest) {
            byte[] value = origin.value().get();
            return new LoggedOrigin(
                    origin.topic(),
                    origin.partition(),
                    origin.offset(),
                    origin.at(),
                    origin.key(),
                    Bytes.wrap(Arrays.copyOf(value, value.length - rest)),
                    rest,
                    origin.sealedBy());
        }

        private Origin whole(byte[] record) {
            if (rest < 0 || rest > record.length) {
                throw new CannotCarry("the record has " + record.length + " bytes, its origin names the last " + rest);
            }
            byte[] whole = Arrays.copyOf(value.get(), value.get().length + rest);
            System.arraycopy(record, record.length - rest, whole, value.get().length, rest);
            return new Origin(topic, partition, offset, at, key, Bytes.wrap(whole), sealedBy);
        }
    }

    public static LogRecord of(LoggedFact entry) {
        Origin origin = entry.origin();
        return new LogRecord(
                origin == null
                        ? null
                        : LoggedOrigin.of(origin, sameEnd(origin.value().get(), PAYLOAD.encode(entry.payload()))),
                entry.knownOn(),
                entry.payload());
    }

    private static int sameEnd(byte[] one, byte[] other) {
        int most = Math.min(one.length, other.length);
        int same = 0;
        while (same < most && one[one.length - 1 - same] == other[other.length - 1 - same]) {
            same++;
        }
        return same < FEWEST ? 0 : same;
    }

    /** @param record all its bytes */
    public LoggedFact entry(byte[] record) {
        return new LoggedFact(origin == null ? null : origin.whole(record), payload, knownOn);
    }
}
