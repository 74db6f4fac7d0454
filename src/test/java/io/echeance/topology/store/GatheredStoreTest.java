package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A store whose rows are written once a transaction")
class GatheredStoreTest {

    @TempDir
    private Path state;

    private final List<KeyValue<byte[], byte[]>> changelog = new ArrayList<>();
    private final Restoring restoring = new Restoring();

    private GatheredStore<String, String> opened(KeyValueBytesStoreSupplier rows) {
        GatheredStore<String, String> store =
                new GatheredStore<>(logged(new GatheredRows(rows.get())), Serdes.String(), Serdes.String());
        store.init(restoring.context(state), store);
        return store;
    }

    /** What is put goes to the changelog too. */
    @SuppressWarnings("unchecked")
    private KeyValueStore<Bytes, byte[]> logged(GatheredRows rows) {
        return (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {KeyValueStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        changelog.add(KeyValue.pair(((Bytes) arguments[0]).get(), (byte[]) arguments[1]));
                    }
                    return method.invoke(rows, arguments);
                });
    }

    private static KeyValueBytesStoreSupplier memory() {
        return Stores.inMemoryKeyValueStore("rows");
    }

    private static SortedMap<String, String> content(KeyValueStore<String, String> store) {
        SortedMap<String, String> content = new TreeMap<>();
        try (KeyValueIterator<String, String> all = store.all()) {
            all.forEachRemaining(row -> content.put(row.key, row.value));
        }
        return content;
    }

    @Test
    void aTransactionIsOneRecordAndItsRowsAreFoundAtOnce() {
        GatheredStore<String, String> store = opened(memory());
        store.put("A-1/1", "one");
        store.put("A-1/2", "two");
        store.put("A-2", "three");

        assertThat(changelog).isEmpty();
        assertThat(store.get("A-1/2")).isEqualTo("two");
        store.flushCache();
        store.flushCache();
        assertThat(changelog).hasSize(1);
        assertThat(store.get("A-1/2")).isEqualTo("two");
        assertThat(store.get("A-1")).isNull();
    }

    @Test
    void whoReadsARangeHasItWrittenFirst() {
        GatheredStore<String, String> store = opened(memory());
        store.put("B/1", "one");
        store.put("B/2", "two");
        store.put("C", "three");
        List<String> found = new ArrayList<>();
        try (KeyValueIterator<String, String> rows =
                store.prefixScan("B/", Serdes.String().serializer())) {
            rows.forEachRemaining(row -> found.add(row.value));
        }

        assertThat(found).containsExactly("one", "two");
        assertThat(content(store)).hasSize(3);
    }

    @Test
    void whatATransactionLeftBehindThatWasGivenUpIsGone() {
        GatheredStore<String, String> store = opened(memory());
        store.put("A", "one");
        store.clearCache();
        store.flushCache();

        assertThat(changelog).isEmpty();
        assertThat(store.get("A")).isNull();
    }

    /** Rows written, written again and deleted, in transactions of any size; on the disk, which is read again. */
    @Test
    void itsChangelogMakesItWhatItWas() {
        SplittableRandom random = new SplittableRandom(7);
        SortedMap<String, String> expected = new TreeMap<>();
        GatheredStore<String, String> store = opened(Stores.persistentKeyValueStore("rows"));
        for (int n = 0; n < 5_000; n++) {
            String key = "order-" + random.nextInt(500) + "/é/" + random.nextInt(3);
            if (random.nextInt(5) == 0) {
                store.delete(key);
                expected.remove(key);
            } else {
                String value = "value " + random.nextInt(1_000_000);
                store.put(key, value);
                expected.put(key, value);
            }
            if (random.nextInt(100) == 0) {
                store.flushCache();
            }
        }
        store.flushCache();
        assertThat(content(store)).isEqualTo(expected);
        store.close();

        GatheredStore<String, String> again = opened(Stores.persistentKeyValueStore("rows"));
        assertThat(content(again)).isEqualTo(expected);
        again.put("last", "one");
        again.flushCache();
        expected.put("last", "one");
        again.close();
        assertThat(changelog.stream().map(record -> Bytes.wrap(record.key)))
                .isSorted()
                .doesNotHaveDuplicates();

        GatheredStore<String, String> restored = opened(memory());
        restoring.restoreAll(changelog);
        assertThat(content(restored)).isEqualTo(expected);
    }

    @Test
    void moreThanARecordHoldsIsSeveral() {
        GatheredStore<String, String> store = opened(memory());
        for (int n = 0; n < 2_500; n++) {
            store.put("row-" + n, "value-" + n);
        }
        store.flushCache();

        assertThat(changelog).hasSize(3);
        assertThat(content(store)).hasSize(2_500);
    }

    @Test
    void whatAlikeRowsShareIsWrittenOnce() {
        GatheredStore<String, String> store = opened(memory());
        int plain = 0;
        for (int n = 100; n < 200; n++) {
            String key = "ORDER-2026-000" + n + "/ACME/INVOICE/1";
            String value = "technolowgic-2026-000" + n;
            store.put(key, value);
            plain += (key + value).getBytes(StandardCharsets.UTF_8).length;
        }
        store.flushCache();

        assertThat(changelog.getFirst().value.length).isLessThan(plain * 6 / 10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        4 | rows gathered by version 4, which only a later release knows, or damaged
        2 | start the build that wrote it, or stop all instances, 'reset everything', start
        """)
    void whatAnotherReleaseWroteStopsTheWork(byte version, String sentence) {
        GatheredRows rows = new GatheredRows(memory().get());

        assertThatIllegalStateException()
                .isThrownBy(() -> rows.put(GatheredRows.next(null), new byte[] {version}))
                .withMessageContaining(sentence);
    }
}
