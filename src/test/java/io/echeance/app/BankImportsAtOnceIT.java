package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.topology.Installation;
import io.echeance.topology.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance has several at once (what is posted to it, the demo's), and other processes their own. */
@DisplayName("bank import, several at once")
class BankImportsAtOnceIT {

    private static final int DAYS = Integer.getInteger("importedDays", 4);
    private static final int ENTRIES = 50;
    private static final int THREADS = 4;

    @TempDir
    private Path folder;

    @Test
    @DisplayName(
            "of one process and of others, of the same files and of others: all end well, and no entry counts twice")
    void takesEachEntryOnce() throws Exception {
        TwoAccounts accounts = new TwoAccounts(folder, ENTRIES);
        List<String> files = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            files.add(accounts.file(day).toString());
        }
        try (Installation installation = new Installation();
                ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            Configured here = Configured.shared(folder, installation.application());
            try (Program first = here.start(words(files.subList(0, DAYS / 2).stream()));
                    Program second = here.start(words(files.subList(DAYS / 4, DAYS).stream()))) {
                List<Future<List<Call>>> calls = IntStream.range(0, THREADS)
                        .mapToObj(thread -> threads.submit(() -> imported(here, files, thread)))
                        .toList();
                for (Future<List<Call>> call : calls) {
                    assertThat(call.get())
                            .allSatisfy(one ->
                                    assertThat(one.status()).as(one.err()).isZero());
                }
                assertThat(first.status()).as(first.said()).isZero();
                assertThat(second.status()).as(second.said()).isZero();
            }
            assertThat(installation.openRecords(Topic.PAYMENTS)).isZero();
            assertThat(TwoAccounts.payments(here)).hasSize(DAYS * 2 * ENTRIES);
            assertThat(TwoAccounts.payments(here).values()).containsOnly(1);
        }
    }

    /** Each file by itself, beginning with another one than the other threads. */
    private static List<Call> imported(Configured here, List<String> files, int thread) {
        return IntStream.range(0, files.size())
                .mapToObj(n -> files.get((n + thread * files.size() / THREADS) % files.size()))
                .map(file -> here.call(words(Stream.of(file))))
                .toList();
    }

    private static String[] words(Stream<String> files) {
        return Stream.concat(Stream.of("bank", "import"), files).toArray(String[]::new);
    }
}
