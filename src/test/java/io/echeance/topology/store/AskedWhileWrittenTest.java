package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A store that is asked from outside")
class AskedWhileWrittenTest {

    private static final int TIMES = 200_000;
    private static final Bytes KEY = Bytes.wrap(new byte[] {1});

    @TempDir
    private Path state;

    static Stream<KeyValueBytesStoreSupplier> stores() {
        return Stream.of(new SharedRowsSupplier("rows", "disk", (byte) 1), new FewRowsSupplier("few"));
    }

    @ParameterizedTest
    @MethodSource("stores")
    @DisplayName("is written meanwhile, and neither waits for the other for ever")
    void isWrittenMeanwhile(KeyValueBytesStoreSupplier supplier) throws InterruptedException {
        KeyValueStore<Bytes, byte[]> store = supplier.get();
        store.init(new Restoring().context(state), store);
        KeyQuery<Bytes, byte[]> question = KeyQuery.withKey(KEY);
        QueryConfig quietly = new QueryConfig(false);
        CountDownLatch done = new CountDownLatch(2);
        start(done, () -> store.put(KEY, new byte[] {2}));
        start(done, () -> store.query(question, PositionBound.unbounded(), quietly));

        while (!done.await(100, TimeUnit.MILLISECONDS)) {
            assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads())
                    .isNull();
        }
        store.close();
    }

    private static void start(CountDownLatch done, Runnable step) {
        Thread.ofPlatform().daemon().start(() -> {
            for (int n = 0; n < TIMES; n++) {
                step.run();
            }
            done.countDown();
        });
    }
}
