package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Stores that lie in one RocksDB")
class SharedRowsTest {

    private static final TopicPartition OF_ONE = new TopicPartition("one-changelog", 0);
    private static final TopicPartition OF_OTHER = new TopicPartition("other-changelog", 0);

    @TempDir
    private Path state;

    private final Restoring restoring = new Restoring();
    private final List<KeyValueStore<Bytes, byte[]>> opened = new ArrayList<>();

    private KeyValueStore<Bytes, byte[]> opened(String name, int code) {
        KeyValueStore<Bytes, byte[]> store = new SharedRowsSupplier(name, "disk", (byte) code).get();
        store.init(restoring.context(state), store);
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(KeyValueStore::close);
    }

    @Test
    @DisplayName("do not see each other's rows, whatever these begin with")
    void keepApart() {
        KeyValueStore<Bytes, byte[]> one = opened("one", 1);
        KeyValueStore<Bytes, byte[]> other = opened("other", 2);
        for (String key : List.of("a", "b", "\u0000", "\u007f", "ab")) {
            one.put(bytes(key), text("one " + key));
            other.put(bytes(key), text("other " + key));
        }
        one.put(Bytes.wrap(new byte[] {-1, -1}), text("behind all texts"));

        assertThat(texts(one.all()))
                .containsExactly("one \u0000", "one a", "one ab", "one b", "one \u007f", "behind all texts");
        assertThat(texts(one.reverseAll())).startsWith("behind all texts").endsWith("one \u0000");
        assertThat(texts(other.all()))
                .containsExactly("other \u0000", "other a", "other ab", "other b", "other \u007f");
        assertThat(texts(one.range(bytes("a"), bytes("ab")))).containsExactly("one a", "one ab");
        assertThat(texts(other.reverseRange(bytes("ab"), null))).containsExactly("other \u007f", "other b", "other ab");
        assertThat(texts(other.prefixScan("a", Serdes.String().serializer()))).containsExactly("other a", "other ab");
        assertThat(one.approximateNumEntries()).isEqualTo(6);

        assertThat(other.delete(bytes("a"))).isEqualTo(text("other a"));
        assertThat(other.get(bytes("a"))).isNull();
        assertThat(one.get(bytes("a"))).isEqualTo(text("one a"));
    }

    @Test
    @DisplayName("know each how far its own changelog was read, and are there again after a stop")
    void areThereAgain() {
        KeyValueStore<Bytes, byte[]> one = opened("one", 1);
        KeyValueStore<Bytes, byte[]> other = opened("other", 2);
        one.put(bytes("a"), text("one"));
        other.put(bytes("a"), text("other"));
        one.commit(Map.of(OF_ONE, 17L));
        other.commit(Map.of(OF_OTHER, 4L));
        one.close();
        assertThat(one.isOpen()).isFalse();
        assertThat(other.get(bytes("a"))).isEqualTo(text("other"));
        other.close();

        KeyValueStore<Bytes, byte[]> again = opened("other", 2);
        assertThat(again.get(bytes("a"))).isEqualTo(text("other"));
        assertThat(again.committedOffset(OF_OTHER)).isEqualTo(4);
        assertThat(opened("one", 1).committedOffset(OF_ONE)).isEqualTo(17);
    }

    @Test
    @DisplayName("are restored each from its own changelog")
    void areRestored() {
        KeyValueStore<Bytes, byte[]> one = opened("one", 1);
        one.put(bytes("a"), text("kept"));
        KeyValueStore<Bytes, byte[]> other = opened("other", 2);
        restoring.restoreAll(List.of(
                KeyValue.pair(text("a"), text("other")),
                KeyValue.pair(text("b"), text("gone")),
                KeyValue.pair(text("b"), null)));

        assertThat(texts(other.all())).containsExactly("other");
        assertThat(texts(one.all())).containsExactly("kept");
    }

    private static Bytes bytes(String text) {
        return Bytes.wrap(text(text));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> texts(KeyValueIterator<Bytes, byte[]> rows) {
        List<String> texts = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(row -> texts.add(new String(row.value, StandardCharsets.UTF_8)));
        }
        return texts;
    }
}
