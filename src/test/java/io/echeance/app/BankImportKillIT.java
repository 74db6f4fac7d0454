package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.embedded.SharedCluster;
import io.echeance.topology.Installation;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pulls the plug while statements are taken in, again and again. */
@DisplayName("bank import, killed")
class BankImportKillIT {

    private static final int KILLS = 10;
    private static final int ENTRIES = 1_500;
    private static final LocalDate FIRST = LocalDate.of(2027, 1, 4);
    private static final Pattern PAYMENT_ID = Pattern.compile("\"paymentId\":\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private final Random random = new Random(20_270_104);

    private static Path config() {
        return folder.resolve("app.properties");
    }

    @Test
    @DisplayName("ten times while it takes a file of two accounts: all of it was taken, or nothing; the same file again"
            + " finishes it, and no entry is there twice")
    void killedTenTimes() throws IOException, InterruptedException {
        int killedInTime = 0;
        try (Installation installation = new Installation()) {
            Files.writeString(config(), SharedCluster.settings(installation.application()));
            long nanos = wholeImport(file(0));
            for (int kill = 1; kill <= KILLS; kill++) {
                Path file = file(kill);
                try (Program killed = start(file)) {
                    if (kill % 2 == 0) {
                        killed.endsWithin((long) (nanos * (0.4 + 0.6 * random.nextDouble())));
                    } else {
                        await().atMost(Duration.ofMinutes(2))
                                .pollInterval(Duration.ofMillis(2))
                                .until(() -> !killed.isAlive() || installation.openRecords(Topic.PAYMENTS) > 0);
                    }
                    killedInTime += killed.isAlive() ? 1 : 0;
                    killed.killed();
                }
                Call again = call("bank", "import", file.toString());
                assertThat(again.status()).as(again.err()).isZero();
                assertEachOnce(kill, again.out());
            }
            assertThat(installation.openRecords(Topic.PAYMENTS)).isZero();
        }
        assertThat(killedInTime).isGreaterThan(KILLS / 2);
    }

    /** Both statements were taken by one of the two imports; what neither took would be missing from the topic. */
    private static void assertEachOnce(int kill, String said) {
        assertThat(said.lines().filter(line -> line.contains("was taken before")))
                .as(said)
                .satisfiesAnyOf(
                        lines -> assertThat(lines).isEmpty(),
                        lines -> assertThat(lines).hasSize(2));
        Map<String, Integer> payments = new HashMap<>();
        Matcher ids = PAYMENT_ID.matcher(
                call("read", "payments", "--from-beginning", "--to-end").out());
        while (ids.find()) {
            payments.merge(ids.group(1), 1, Integer::sum);
        }
        assertThat(payments).hasSize((kill + 1) * 2 * ENTRIES);
        assertThat(payments.values()).containsOnly(1);
        assertThat(call("read", "bank-statements", "--from-beginning", "--to-end")
                        .lines())
                .hasSize((kill + 1) * 2);
    }

    private static Program start(Path file) throws IOException {
        return Program.start(folder, "bank", "import", file.toString(), "--config", config().toString());
    }

    private static long wholeImport(Path file) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Program whole = start(file)) {
            assertThat(whole.status()).as(whole.said()).isZero();
        }
        return System.nanoTime() - begun;
    }

    private static Call call(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--config", config().toString()));
        return Call.of(all.toArray(String[]::new));
    }

    /** A day of two accounts, of which each follows the day before; two entries in three are equal to others. */
    private static Path file(int day) throws IOException {
        LocalDate on = FIRST.plusDays(day);
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document><BkToCstmrStmt>");
        for (String account : List.of("FR7630006000011234567890189", "DE89370400440532013000")) {
            text.append("<Stmt><Id>S-%d</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>".formatted(day, account));
            text.append(balance("OPBD", 100L * day * ENTRIES, on))
                    .append(balance("CLBD", 100L * (day + 1) * ENTRIES, on));
            for (int n = 0; n < ENTRIES; n++) {
                text.append("""
                    <Ntry><Amt Ccy="EUR">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>\
                    <BookgDt><Dt>%1$s</Dt></BookgDt><ValDt><Dt>%1$s</Dt></ValDt><NtryDtls><TxDtls><RmtInf>\
                    <Ustrd>FACTURE TECHNOLOWGIC-2026-%2$06d</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                    """.formatted(on, n / 3));
            }
            text.append("</Stmt>");
        }
        return Files.writeString(folder.resolve("day-" + day + ".xml"), text.append("</BkToCstmrStmt></Document>"));
    }

    private static String balance(String code, long euros, LocalDate on) {
        return ("<Bal><Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">%d.00</Amt>"
                        + "<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>%s</Dt></Dt></Bal>")
                .formatted(code, euros, on);
    }
}
