package io.echeance.serde.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.order.Statement;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import io.echeance.serde.Bindings;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.PaymentRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The compact form")
class CompactFormTest {

    private static byte[] written(List<String> texts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        CompactEncoder encoder = new CompactEncoder(out).to(out);
        for (String text : texts) {
            encoder.writeString(text);
        }
        encoder.flush();
        return bytes.toByteArray();
    }

    private static List<String> read(byte[] bytes, int many) throws IOException {
        CompactDecoder decoder =
                new CompactDecoder().from(DecoderFactory.get().binaryDecoder(bytes, null), bytes.length);
        List<String> texts = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            texts.add(decoder.readString());
        }
        return texts;
    }

    @Test
    @DisplayName("writes a text once, and of one that begins alike what is new")
    void writesATextOnce() throws IOException {
        String document = "T-2026-0042/ACME/INVOICE/1";
        List<String> texts = List.of("T-2026-0042", document, document + "#1", "EUR", document, "T-2026-0042", "");

        byte[] bytes = written(texts);

        assertThat(read(bytes, texts.size())).isEqualTo(texts);
        assertThat(bytes).hasSize(12 + (3 + 15) + (3 + 2) + 1 + 1 + 1 + 1);
    }

    @Test
    @DisplayName("writes of a text that begins and ends as another does what lies between")
    void writesWhatLiesBetween() throws IOException {
        List<String> texts = List.of("X-1/ACME/INVOICE/1", "X-2/BOLT/INVOICE/1", "placed-X-1", "share/ACME");

        byte[] bytes = written(texts);

        assertThat(read(bytes, texts.size())).isEqualTo(texts);
        assertThat(bytes).hasSize((1 + 18) + (4 + 6) + (1 + 10) + (1 + 10));
    }

    @Test
    @DisplayName("names a text that stands in bytes")
    void namesATextInBytes() throws IOException {
        byte[] received = "....payment-1..X-2026-0042..payment-1é".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        CompactEncoder encoder = new CompactEncoder(out).to(out);
        encoder.writeString("payment-1");
        encoder.writeString("X-2026-0042");
        encoder.writeBytes(received);
        encoder.writeBytes("payment-1".getBytes(StandardCharsets.UTF_8));
        encoder.flush();

        CompactDecoder decoder = decoder(bytes);
        decoder.readString();
        decoder.readString();
        assertThat(decoder.readBytes(null).array()).isEqualTo(received);
        assertThat(decoder.readBytes(null).array()).asString().isEqualTo("payment-1");
        // Both texts; their number, three texts behind the four bytes, two, two, and two at the end; the text alone.
        assertThat(bytes.size()).isEqualTo((1 + 9) + (1 + 11) + 2 + (1 + 4 + 1) + 2 * (1 + 2 + 1) + (1 + 2) + 3);
    }

    @Test
    @DisplayName("writes bytes that are a number, as those of an amount, as the number")
    void writesNumbers() throws IOException {
        List<byte[]> some = List.of(
                new byte[] {0},
                new byte[] {-1},
                new byte[] {0, -128},
                new byte[] {4, 101, 0},
                new byte[] {-128, 0, 0, 0, 0, 0},
                new byte[] {},
                new byte[] {0, 1},
                new byte[] {-1, -1},
                new byte[] {1, 2, 3, 4, 5, 6, 7});
        int[] sizes = {1, 1, 2, 3, 7, 1, 3, 3, 8};
        for (int n = 0; n < some.size(); n++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
            CompactEncoder encoder = new CompactEncoder(out).to(out);
            encoder.writeBytes(some.get(n));
            encoder.flush();

            assertThat(bytes.size()).isEqualTo(sizes[n]);
            assertThat(decoder(bytes).readBytes(null).array()).isEqualTo(some.get(n));
        }
    }

    @Test
    @DisplayName("says that bytes are the same as the last ones")
    void saysThatBytesAreTheSame() throws IOException {
        byte[] digest = {9, 8, 7, 6, 5, 4, 3, 2};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        CompactEncoder encoder = new CompactEncoder(out).to(out);
        encoder.writeBytes(digest);
        encoder.writeBytes(new byte[] {1});
        encoder.writeBytes(digest);
        encoder.writeBytes(new byte[0]);
        encoder.writeBytes(new byte[0]);
        encoder.writeBytes(digest);
        encoder.flush();

        CompactDecoder decoder = decoder(bytes);
        for (byte[] one : List.of(digest, new byte[] {1}, digest, new byte[0], new byte[0], digest)) {
            assertThat(decoder.readBytes(null).array()).isEqualTo(one);
        }
        assertThat(bytes.size()).isEqualTo(9 + 1 + 1 + 1 + 1 + 9);
    }

    @Test
    @DisplayName("writes a day by its distance from the one before")
    void writesDaysByTheirDistance() throws IOException {
        int today = 20_788;
        List<Integer> numbers = List.of(
                0, 31, -32, 32, today, 3, today + 31, today, today - 60, -5_000, Integer.MIN_VALUE, Integer.MAX_VALUE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        CompactEncoder encoder = new CompactEncoder(out).to(out);
        for (int number : numbers) {
            encoder.writeInt(number);
        }
        encoder.flush();

        CompactDecoder decoder = decoder(bytes);
        for (int number : numbers) {
            assertThat(decoder.readInt()).isEqualTo(number);
        }
        assertThat(bytes.size()).isEqualTo(1 + 1 + 1 + 2 + 2 + 1 + 1 + 1 + 2 + 3 + 5 + 5);
    }

    private static CompactDecoder decoder(ByteArrayOutputStream bytes) {
        return new CompactDecoder().from(DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null), bytes.size());
    }

    @Test
    @DisplayName("gives back any texts, however alike, odd or many")
    void givesBackAnyTexts() throws IOException {
        String[] pieces = {"é", "😀", "😁", "\ud83d", "C-1", "/", "INVOICE", "", "#", "x".repeat(70)};
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<String> texts = new ArrayList<>();
            for (int n = random.nextInt(600); n > 0; n--) {
                StringBuilder text = new StringBuilder();
                for (int k = random.nextInt(5); k > 0; k--) {
                    text.append(pieces[random.nextInt(pieces.length)]);
                }
                texts.add(text.toString());
            }
            // Half a character is no text: UTF-8 has a question mark for it.
            List<String> asUtf8 = texts.stream()
                    .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .toList();
            assertThat(read(written(asUtf8), texts.size())).isEqualTo(asUtf8);
            read(written(texts), texts.size());
        }
    }

    @Test
    @DisplayName("gives back records, and is shorter")
    void givesBackRecords() {
        RandomRecords random = new RandomRecords(7);
        for (int n = 0; n < 100; n++) {
            same(Bindings.ACCOUNT, random.next(AccountRow.class));
            same(Bindings.STATEMENT, random.next(Statement.class));
            same(Bindings.PAYMENT_ROW, random.next(PaymentRow.class));
        }
        for (Terms terms : TermPacks.bundled().all()) {
            same(Bindings.TERMS, terms);
            assertThat(Bindings.TERMS.compact().encode(terms)).hasSizeLessThan(Bindings.TERMS.encode(terms).length);
        }
    }

    private static <T> void same(Binding<T> binding, T value) {
        Binding<T> compact = binding.compact();
        byte[] bytes = compact.encode(value);
        assertThat(compact.writtenWith(binding.schema()).decode(bytes, 0)).isEqualTo(value);
    }

    @Test
    @DisplayName("says of damaged bytes that they are damaged, and takes no memory for them")
    void saysThatBytesAreDamaged() {
        Terms terms = TermPacks.bundled().all().getFirst();
        Binding<Terms> compact = Bindings.TERMS.compact();
        Binding.Decoding<Terms> decoding = compact.writtenWith(compact.schema());
        byte[] whole = compact.encode(terms);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> decoding.decode(cut, 0)).isInstanceOf(CannotCarry.class);
        }
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 2_000; n++) {
            byte[] damaged = whole.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                decoding.decode(damaged, 0);
            } catch (CannotCarry found) {
                assertThat(found.getMessage()).isNotEmpty();
            }
        }
    }
}
