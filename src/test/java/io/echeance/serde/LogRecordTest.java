package io.echeance.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.binding.CannotCarry;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A record of the log")
class LogRecordTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Binding<LoggedFact> LOG = Bindings.LOG_RECORD;
    private static final Binding.Decoding<LoggedFact> READING = LOG.writtenWith(LOG.schema());
    private static final byte[] FRAME = {0, 0, 0, 0, 7};

    private static PaymentReceived payment(String reference) {
        return new PaymentReceived(
                "paid-1", null, DAY, "P-1", "CUSTOMER-1", Money.of("2880.00"), Method.TRANSFER, reference);
    }

    private static byte[] original(PaymentReceived payment) {
        return Bindings.PAYMENT_FACT.encode(payment, FRAME);
    }

    private static LoggedFact entry(PaymentReceived payment, byte[] original) {
        Bytes key = Bytes.wrap("P-1".getBytes(StandardCharsets.UTF_8));
        return new LoggedFact(
                new Origin("payments", 1, 4711, 1_772_000_000_000L, key, Bytes.wrap(original)),
                new Received(payment),
                DAY.plusDays(1));
    }

    private static LoggedFact throughTheTopic(LoggedFact entry) {
        return READING.decode(LOG.encode(entry, FRAME), FRAME.length);
    }

    @Test
    @DisplayName("gives the original bytes back, and has what they say once")
    void hasItOnce() {
        PaymentReceived payment = payment("RF18 5390 0754 7034");
        LoggedFact entry = entry(payment, original(payment));

        assertThat(throughTheTopic(entry)).isEqualTo(entry);
        assertThat(LOG.encode(entry)).hasSizeLessThan(original(payment).length + 40);
    }

    @Test
    @DisplayName("gives back bytes that say the fact otherwise, or another one, or nothing at all")
    void isNoGuess() {
        PaymentReceived payment = payment("T-2513");
        byte[] original = original(payment);
        byte[] cut = Arrays.copyOf(original, original.length - 1);
        byte[] longer = Arrays.copyOf(original, original.length + 1);
        for (byte[] some : new byte[][] {original(payment("T-2534")), cut, longer, FRAME, new byte[0]}) {
            LoggedFact entry = entry(payment, some);
            assertThat(throughTheTopic(entry)).isEqualTo(entry);
        }
    }

    @Test
    @DisplayName("ends with the fact, whatever else it says: the original bytes end as it does")
    void endsWithTheFact() {
        assertThat(LOG.schema().getFields().getLast().name()).isEqualTo("payload");
    }

    @Test
    @DisplayName("of an earlier release gives back the bytes of then")
    void ofAnEarlierRelease() {
        String text = LOG.schema().toString();
        String reason = "{\"name\":\"reference\",\"type\":[\"null\",\"string\"]";
        assertThat(text).contains(reason);
        Schema richer = new Schema.Parser()
                .parse(text.replace(reason, "{\"name\":\"mood\",\"type\":\"string\",\"default\":\"\"}," + reason));
        PaymentReceived payment = payment("T-2513");
        LoggedFact entry = entry(payment, original(payment));
        byte[] asWritten = LOG.encode(entry, FRAME);
        // Of another schema, with a text between: as if the release that wrote it had had it.
        int reference = new String(asWritten, StandardCharsets.ISO_8859_1).lastIndexOf("T-2513") - 2;
        byte[] earlier = new byte[asWritten.length + 1];
        System.arraycopy(asWritten, 0, earlier, 0, reference);
        System.arraycopy(asWritten, reference, earlier, reference + 1, asWritten.length - reference);

        LoggedFact read = LOG.writtenWith(richer).decode(earlier, FRAME.length);

        assertThat(read.payload()).isEqualTo(entry.payload());
        Bytes value = Objects.requireNonNull(read.origin()).value();
        assertThat(value.get()).endsWith(Arrays.copyOfRange(earlier, reference, earlier.length));
    }

    @Test
    @DisplayName("that names more of itself than there is can not be read")
    void isDamaged() {
        PaymentReceived payment = payment("T-2513");
        byte[] original = original(payment);
        byte[] record = LOG.encode(entry(payment, original));
        int rest = original.length - FRAME.length - 1;
        int at = 0;
        while (record[at] != 2 * rest) {
            at++;
        }
        byte[] damaged = record.clone();
        damaged[at] = -1;
        assertThatThrownBy(() -> READING.decode(damaged, 0)).isInstanceOf(CannotCarry.class);
    }
}
