package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The rows of a transaction as one value")
class GatheringTest {

    private static Bytes key(String text) {
        return Bytes.wrap(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void comesBack(SortedMap<Bytes, byte @Nullable []> rows) {
        List<KeyValue<Bytes, byte[]>> parted = Gathering.parted(Gathering.of(rows));
        assertThat(parted).extracting(row -> row.key).containsExactlyElementsOf(rows.keySet());
        assertThat(parted).extracting(row -> row.value).containsExactlyElementsOf(rows.values());
    }

    @Test
    @DisplayName("say of a row what the one before does not begin or end with")
    void sayWhatIsNew() {
        SortedMap<Bytes, byte @Nullable []> rows = new TreeMap<>(Map.of(
                key("X-1/ACME/INVOICE/1"), bytes("N-2026-0001"),
                key("X-2/BOLT/INVOICE/1"), bytes("N-2026-0002")));

        comesBack(rows);

        // The version; the first row whole; of the second 6 of 18 bytes of its key, and one of its number's 11.
        assertThat(Gathering.of(rows)).hasSize(1 + (2 + 18) + (2 + 11) + (3 + 6) + (2 + 1));
    }

    @Test
    @DisplayName("come back whatever they are: alike, of one letter again and again, empty or deleted")
    void comeBackWhateverTheyAre() {
        for (int seed = 0; seed < 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SortedMap<Bytes, byte @Nullable []> rows = new TreeMap<>();
            for (int n = random.nextInt(40); n > 0; n--) {
                byte[] value =
                        random.nextInt(5) == 0 ? null : bytes("ab".repeat(random.nextInt(40)) + random.nextInt(3));
                rows.put(key("a".repeat(random.nextInt(90)) + random.nextInt(20) + "/INVOICE"), value);
            }
            comesBack(rows);
        }
    }

    @Test
    @DisplayName("of an earlier build are refused, with a sentence")
    void ofAnEarlierBuildAreRefused() {
        assertThatThrownBy(() -> Gathering.parted(new byte[] {1, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before the first release");
    }
}
