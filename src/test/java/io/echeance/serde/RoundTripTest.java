package io.echeance.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.Fact;
import io.echeance.core.order.OwnFact;
import io.echeance.serde.binding.Binding;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the core can say comes back equal from its bytes. */
class RoundTripTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int EACH = 200;

    static List<Binding<?>> bindings() {
        return Arrays.stream(Bindings.class.getFields())
                .filter(field -> field.getType() == Binding.class)
                .<Binding<?>>map(RoundTripTest::value)
                .toList();
    }

    private static Binding<?> value(Field field) {
        try {
            return (Binding<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyVariantOfEveryRecordComesBackEqual() {
        return bindings().stream()
                .flatMap(binding -> RandomRecords.variants(binding.type())
                        .map(variant -> DynamicTest.dynamicTest(
                                variant.getSimpleName() + " by "
                                        + binding.schema().getName(),
                                () -> comesBack(binding, variant))));
    }

    private static <T> void comesBack(Binding<T> binding, Class<?> variant) {
        RandomRecords random = new RandomRecords(SEED);
        Binding.Decoding<T> decoding = binding.writtenWith(binding.schema());
        for (int n = 0; n < EACH; n++) {
            T value = binding.type().cast(random.next(variant));
            byte[] bytes = binding.encode(value);
            assertThat(decoding.decode(bytes, 0)).as("seed %d", SEED).isEqualTo(value);
            assertThat(binding.encode(decoding.decode(bytes, 0)))
                    .as("seed %d", SEED)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void everyFactHasItsTopicAndItsPlaceInTheLog() {
        List<Class<?>> received = Stream.of(
                        Bindings.ORDER_FACT, Bindings.PAYMENT_FACT, Bindings.FUNDING_FACT, Bindings.COLLECTION_FACT)
                .flatMap(binding -> RandomRecords.variants(binding.type()))
                .collect(Collectors.toList());
        RandomRecords.variants(OwnFact.class).forEach(received::add);

        assertThat(received)
                .containsExactlyInAnyOrderElementsOf(
                        RandomRecords.variants(Fact.class).toList());
    }
}
