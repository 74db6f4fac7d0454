package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.topology.Installation;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pulls the plug while statements are taken in, again and again. */
@DisplayName("bank import, killed")
class BankImportKillIT {

    private static final int KILLS = Integer.getInteger("kills", 2);
    /** Some are done before they are killed. */
    private static final int MOST = 4 * KILLS;

    private static final int ENTRIES = 1_500;

    @TempDir
    private static Path folder;

    private static Configured here;

    private final Random random = new Random(20_270_104);

    @Test
    @DisplayName("again and again while it takes a file of two accounts: all of it was taken, or nothing; the same file"
            + " again finishes it, and no entry is there twice")
    void killedAgainAndAgain() throws IOException, InterruptedException {
        int killedInTime = 0;
        try (Installation installation = new Installation()) {
            here = Configured.shared(folder, installation.application());
            TwoAccounts accounts = new TwoAccounts(folder, ENTRIES);
            long nanos = wholeImport(accounts.file(0));
            for (int kill = 1; killedInTime < KILLS && kill <= MOST; kill++) {
                Path file = accounts.file(kill);
                try (Program killed = start(file)) {
                    if (kill % 2 == 0) {
                        killed.endsWithin((long) (nanos * (0.4 + 0.6 * random.nextDouble())));
                    } else {
                        await().atMost(Duration.ofMinutes(2))
                                .pollInterval(Duration.ofMillis(10))
                                .until(() -> !killed.isAlive() || installation.openRecords(Topic.PAYMENTS) > 0);
                    }
                    killedInTime += killed.isAlive() ? 1 : 0;
                    killed.killed();
                }
                Call again = here.done("bank", "import", file.toString());
                // A transaction that is committed is seen by others a moment later.
                await().atMost(Duration.ofMinutes(2))
                        .until(() -> installation.openRecords(Topic.PAYMENTS)
                                        + installation.openRecords(Topic.BANK_STATEMENTS)
                                == 0);
                assertEachOnce(kill, again.out());
            }
            assertThat(installation.openRecords(Topic.PAYMENTS)).isZero();
        }
        assertThat(killedInTime).isEqualTo(KILLS);
    }

    /** Both statements were taken by one of the two imports; what neither took would be missing from the topic. */
    private static void assertEachOnce(int kill, String said) {
        assertThat(said.lines().filter(line -> line.contains("was taken before")))
                .as(said)
                .satisfiesAnyOf(
                        lines -> assertThat(lines).isEmpty(),
                        lines -> assertThat(lines).hasSize(2));
        Map<String, Integer> payments = TwoAccounts.payments(here);
        assertThat(payments).hasSize((kill + 1) * 2 * ENTRIES);
        assertThat(payments.values()).containsOnly(1);
        assertThat(here.all("bank-statements")).hasSize((kill + 1) * 2);
    }

    private static Program start(Path file) throws IOException {
        return here.start("bank", "import", file.toString());
    }

    private static long wholeImport(Path file) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Program whole = start(file)) {
            assertThat(whole.status()).as(whole.said()).isZero();
        }
        return System.nanoTime() - begun;
    }
}
