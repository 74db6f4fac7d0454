package io.echeance.serde;

import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.binding.DoesNotFit;
import io.echeance.serde.binding.Schemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Values of state stores and internal topics: a version byte, then Avro, but for texts, each of which is written once.
 * Reads and writes without the registry, whose loss must not be a loss of state: the schemas are in the jar, earlier
 * ones too.
 *
 * <p>When a schema changes, its former text becomes {@code earlier-states/<record>/<version>.avsc} among the resources,
 * and the version that is written goes up by one.
 */
public final class StateCodec<T> {

    /**
     * The byte of version 1. Below it are those of builds before the first release: their schemas changed freely, one
     * byte meant many, and what would be read by another would be something else, or nothing.
     */
    static final int FIRST = 97;

    private final Binding<T> binding;
    private final List<Binding.Decoding<T>> byVersion = new ArrayList<>();
    private final byte[] version;

    private StateCodec(Binding<T> binding, List<Schema> earlier) {
        this.binding = binding;
        earlier.forEach(schema -> byVersion.add(earlier(binding, schema, byVersion.size() + 1)));
        byVersion.add(binding.writtenWith(binding.schema()));
        int last = FIRST + byVersion.size() - 1;
        if (last > Byte.MAX_VALUE) {
            throw new IllegalStateException("a version byte counts to " + Byte.MAX_VALUE);
        }
        version = new byte[] {(byte) last};
    }

    /** Found at the start, before any state is touched: it says what to do, for the program itself is at fault. */
    private static <T> Binding.Decoding<T> earlier(Binding<T> binding, Schema schema, int version) {
        try {
            return binding.writtenWith(schema);
        } catch (CannotCarry e) {
            throw new DoesNotFit("the files of this program do not belong together: earlier-states/"
                    + binding.schema().getName() + "/" + version
                    + ".avsc is no earlier version of a state of this release ("
                    + e.getMessage() + "). Install one release whole, or build it anew with ./mvnw clean package.");
        }
    }

    /** @throws DoesNotFit if this program carries an earlier schema that this release cannot read */
    public static <T> StateCodec<T> of(Binding<T> binding) {
        List<Schema> earlier = new ArrayList<>();
        String record = binding.schema().getName();
        Optional<Schema> next = Schemas.earlierState(record, 1);
        while (next.isPresent()) {
            earlier.add(next.get());
            next = Schemas.earlierState(record, earlier.size() + 1);
        }
        return of(binding, earlier);
    }

    /** @param earlier the schemas of the versions before the current one, the first version first */
    static <T> StateCodec<T> of(Binding<T> binding, List<Schema> earlier) {
        return new StateCodec<>(binding.compact(), earlier);
    }

    /** The version that is written. */
    public int version() {
        return byVersion.size();
    }

    /** @throws CannotCarry if the schema has no room for the value */
    public byte[] encode(T value) {
        return binding.encode(value, version);
    }

    /** @throws CannotCarry if the bytes are damaged, of a build before the first release, or of a later one */
    public T decode(byte[] bytes) {
        int written = bytes.length == 0 ? 0 : bytes[0] - FIRST + 1;
        if (bytes.length > 0 && bytes[0] > 0 && written < 1) {
            throw new CannotCarry(binding.schema().getName() + ": written by a build before the first release, whose"
                    + " state no release reads. Start the build that wrote it; or stop all instances, 'reset"
                    + " everything', start, and publish again what had been received");
        }
        if (written < 1 || written > byVersion.size()) {
            throw new CannotCarry(binding.schema().getName() + ": written by version " + written
                    + ", this release reads versions 1 to " + byVersion.size());
        }
        return byVersion.get(written - 1).decode(bytes, 1);
    }

    public Serde<T> serde() {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : encode(value),
                (topic, bytes) -> bytes == null ? null : Objects.requireNonNull(decode(bytes)));
    }
}
