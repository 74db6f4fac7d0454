package io.echeance.topology.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.topology.store.AccountsNotWhole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

@DisplayName("State whose files are damaged")
class DamagedStoresTest {

    private static final String APPLICATION = "echeance";
    private static final Random RANDOM = new Random(7);

    @TempDir
    private Path state;

    private DamagedStores stores;

    private Path task(String name) {
        return state.resolve(APPLICATION).resolve(name);
    }

    @BeforeEach
    void write() throws IOException, RocksDBException {
        stores = new DamagedStores(state, APPLICATION);
        for (String task : new String[] {"1_0", "1_1"}) {
            Path store = Files.createDirectories(task(task).resolve("rocksdb").resolve("accounts"));
            try (Options options = new Options().setCreateIfMissing(true);
                    FlushOptions whole = new FlushOptions();
                    RocksDB db = RocksDB.open(options, store.toString())) {
                byte[] value = new byte[1_000];
                for (int n = 0; n < 500; n++) {
                    RANDOM.nextBytes(value);
                    db.put(("T-" + n).getBytes(UTF_8), value);
                }
                db.flush(whole);
            }
        }
    }

    private static Path file(Path store, String pattern) {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void damage(Path file, String how) throws IOException {
        byte[] content = Files.readAllBytes(file);
        switch (how) {
            case "deleted" -> Files.delete(file);
            case "emptied" -> Files.write(file, new byte[0]);
            case "cut" -> Files.write(file, java.util.Arrays.copyOf(content, content.length / 2));
            case "garbled" -> {
                for (int n = content.length / 3; n < content.length / 3 + 16 && n < content.length; n++) {
                    content[n] ^= 0x5A;
                }
                Files.write(file, content);
            }
            default -> throw new IllegalArgumentException(how);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("is set aside before the stream opens it, and nothing else is")
    @CsvSource({
        ".*sst, cut",
        ".*sst, garbled",
        ".*sst, emptied",
        ".*sst, deleted",
        "MANIFEST.*, garbled",
        "MANIFEST.*, emptied",
        "MANIFEST.*, deleted",
        "CURRENT, garbled",
        "CURRENT, cut",
        "CURRENT, emptied",
        "CURRENT, deleted",
    })
    void isSetAside(String pattern, String how) throws IOException {
        damage(file(task("1_1").resolve("rocksdb").resolve("accounts"), pattern), how);

        assertThat(stores.setAside()).containsExactly("1_1");
        assertThat(task("1_0")).isDirectory();
        assertThat(task("1_1")).doesNotExist();
        assertThat(state.resolve(APPLICATION + ".damaged").resolve("1_1").resolve("rocksdb"))
                .isDirectory();
        assertThat(stores.setAside()).isEmpty();
    }

    @Test
    @DisplayName("is not seen where there is none: sound stores, empty ones, no state at all")
    void soundStoresStay() throws IOException {
        Files.createDirectories(task("2_0").resolve("rocksdb").resolve("series"));

        assertThat(stores.setAside()).isEmpty();
        assertThat(task("1_0")).isDirectory();
        assertThat(task("2_0")).isDirectory();
        assertThat(new DamagedStores(state.resolve("nowhere"), APPLICATION).setAside())
                .isEmpty();
    }

    @Test
    @DisplayName("is set aside once for each task: the disk does not fill")
    void theLastOneIsKept() throws IOException, RocksDBException {
        for (int n = 0; n < 3; n++) {
            damage(file(task("1_1").resolve("rocksdb").resolve("accounts"), "CURRENT"), "emptied");
            assertThat(stores.setAside()).containsExactly("1_1");
            write();
        }

        try (Stream<Path> aside = Files.list(state.resolve(APPLICATION + ".damaged"))) {
            assertThat(aside).hasSize(1);
        }
    }

    @Test
    @DisplayName("that a running stream meets is set aside too, by the task that it names")
    void metWhileRunning() {
        RocksDBException block = new RocksDBException(
                "Corruption: block checksum mismatch", new Status(Status.Code.Corruption, Status.SubCode.None, null));
        StreamsException failure = new StreamsException(
                new ProcessorStateException("Error while getting value for key from store accounts", block),
                new TaskId(1, 0));

        assertThat(DamagedStores.isDamage(failure)).isTrue();
        stores.setAside(failure);
        assertThat(task("1_0")).doesNotExist();
        assertThat(task("1_1")).isDirectory();
    }

    @Test
    @DisplayName("is an account whose last change does not fit; not one that its whole changelog makes so")
    void anAccountThatIsNotWhole() {
        List<Bytes> orders = List.of(Bytes.wrap(new byte[] {'T'}));

        assertThat(DamagedStores.isDamage(
                        new StreamsException("failed to initialize", new AccountsNotWhole(orders, false))))
                .isTrue();
        assertThat(DamagedStores.isDamage(
                        new StreamsException("failed to initialize", new AccountsNotWhole(orders, true))))
                .isFalse();
    }

    @Test
    @DisplayName("is not a full disk: that a restore would not mend")
    void aFullDiskIsNoDamage() {
        RocksDBException full = new RocksDBException(
                "While appending to file: No space left on device",
                new Status(Status.Code.IOError, Status.SubCode.NoSpace, null));

        assertThat(DamagedStores.isDamage(new ProcessorStateException("Error while flushing", full)))
                .isFalse();
        assertThat(DamagedStores.isDamage(new IllegalStateException("anything else")))
                .isFalse();
    }
}
