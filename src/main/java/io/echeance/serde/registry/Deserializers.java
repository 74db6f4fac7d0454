package io.echeance.serde.registry;

import java.util.OptionalInt;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A deserializer of its own for each schema. Serdes keep what they made of a schema under keys that leave out logical
 * types (Apicurio's under Avro's parsing canonical form): two schemas that differ in nothing but the scale of a decimal
 * are one to them, and the first record that is read decides which one. Each id is asked for once, so it costs little.
 */
final class Deserializers implements AutoCloseable {
    private final Supplier<Deserializer<?>> fresh;
    private Deserializer<?> current;
    private OptionalInt met = OptionalInt.empty();
    private OptionalInt metBefore = OptionalInt.empty();

    /** @param fresh gives new ones, that share nothing with each other */
    Deserializers(Supplier<Deserializer<?>> fresh) {
        this.fresh = fresh;
        this.current = fresh.get();
    }

    /** One that has met no other schema than the one with this id. It may have met that one from now on. */
    Deserializer<?> forSchema(int id) {
        if (met.isPresent() && met.getAsInt() != id) {
            current.close();
            current = fresh.get();
            met = OptionalInt.empty();
        }
        metBefore = met;
        met = OptionalInt.of(id);
        return current;
    }

    /** The registry knew no schema with the id that was asked for last: the deserializer has met none. */
    void metNone() {
        met = metBefore;
    }

    @Override
    public void close() {
        current.close();
    }
}
