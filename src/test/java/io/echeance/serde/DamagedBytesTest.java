package io.echeance.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.echeance.core.order.PaymentFact;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.record.AccountRow;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that are no value are told to be none, whatever is wrong with them. */
class DamagedBytesTest {

    private static final long SEED = Long.getLong("seed", System.nanoTime());

    private static final int FLIPPED = Integer.getInteger("flipped", 200);

    static Stream<Binding<?>> bindings() {
        return RoundTripTest.bindings().stream();
    }

    @ParameterizedTest
    @MethodSource("bindings")
    <T> void bytesThatEndTooEarlyOrTooLateAreNoValue(Binding<T> binding) {
        Binding.Decoding<T> decoding = binding.writtenWith(binding.schema());
        RandomRecords random = new RandomRecords(SEED);
        for (int n = 0; n < 20; n++) {
            byte[] bytes = binding.encode(random.next(binding.type()));
            for (int length = 0; length < Math.min(bytes.length, 300); length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatExceptionOfType(CannotCarry.class).isThrownBy(() -> decoding.decode(cut, 0));
            }
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
            assertThatExceptionOfType(CannotCarry.class)
                    .isThrownBy(() -> decoding.decode(longer, 0))
                    .withMessageContaining("bytes behind its end");
        }
    }

    @ParameterizedTest
    @MethodSource("bindings")
    <T> void aFlippedBitIsEitherAnotherValueOrNone(Binding<T> binding) {
        Binding.Decoding<T> decoding = binding.writtenWith(binding.schema());
        RandomRecords values = new RandomRecords(SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        int none = 0;
        for (int n = 0; n < FLIPPED; n++) {
            byte[] bytes = binding.encode(values.next(binding.type()));
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                T other = decoding.decode(bytes, 0);
                assertThat(decoding.decode(binding.encode(other), 0))
                        .as("seed %d", SEED)
                        .isEqualTo(other);
            } catch (CannotCarry e) {
                none++;
            }
        }
        assertThat(none).isPositive();
    }

    @Test
    void lengthsThatTheBytesOnlyPretendTakeNoMemory() {
        Binding.Decoding<PaymentFact> payments = Bindings.PAYMENT_FACT.writtenWith(Bindings.PAYMENT_FACT.schema());
        Binding.Decoding<AccountRow> accounts = Bindings.ACCOUNT.writtenWith(Bindings.ACCOUNT.schema());
        byte[] twoGigabytesOfText = {0, (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 'x'};
        byte[] manyFacts = {2, 'x', (byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f, 0};
        byte[] negative = {0, 3, 'x'};

        assertThatExceptionOfType(CannotCarry.class).isThrownBy(() -> payments.decode(twoGigabytesOfText, 0));
        assertThatExceptionOfType(CannotCarry.class).isThrownBy(() -> payments.decode(negative, 0));
        assertThatExceptionOfType(CannotCarry.class).isThrownBy(() -> accounts.decode(manyFacts, 0));
    }
}
