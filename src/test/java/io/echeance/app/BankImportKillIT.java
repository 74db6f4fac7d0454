package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.embedded.SharedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pulls the plug while statements are taken in, again and again. */
@DisplayName("bank import, killed")
class BankImportKillIT {

    private static final int KILLS = 10;
    private static final int ENTRIES = 1_500;
    private static final int PARTITIONS = 2;
    private static final String APPLICATION = "bank-kill";
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
        Files.writeString(
                config(), SharedCluster.settings(APPLICATION) + """
                    state.dir=%s
                    query.port=0
                    topics.partitions=%d
                    """.formatted(folder.resolve("state"), PARTITIONS));
        try (Program run = Program.start(folder, "run", "--config", config().toString())) {
            run.untilItSays("Ready"); // The topics are there.
        }
        long nanos = wholeImport(file(0));
        int killedInTime = 0;
        try (KafkaConsumer<byte[], byte[]> committed = reader("read_committed");
                KafkaConsumer<byte[], byte[]> written = reader("read_uncommitted")) {
            for (int kill = 1; kill <= KILLS; kill++) {
                Path file = file(kill);
                try (Program killed = start(file)) {
                    if (kill % 2 == 0) {
                        TimeUnit.NANOSECONDS.sleep((long) (nanos * (0.4 + 0.6 * random.nextDouble())));
                    } else {
                        while (killed.isAlive() && end(written) == end(committed)) {
                            Thread.onSpinWait();
                        }
                    }
                    killedInTime += killed.isAlive() ? 1 : 0;
                    killed.killed();
                }
                Call again = call("bank", "import", file.toString());
                assertThat(again.status()).as(again.err()).isZero();
                assertEachOnce(kill, again.out());
            }
            assertThat(end(written)).isEqualTo(end(committed));
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

    /** Where the topic of payments ends for a reader, over all partitions. */
    private static long end(KafkaConsumer<byte[], byte[]> reader) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(APPLICATION + ".payments", partition));
        }
        return reader.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static KafkaConsumer<byte[], byte[]> reader(String isolation) {
        Map<String, Object> settings = new HashMap<>(SharedCluster.clientSettings());
        settings.keySet().removeIf(name -> !ConsumerConfig.configNames().contains(name));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A day of two accounts, of which each follows the day before; two entries in three are equal to others. */
    private static Path file(int day) throws IOException {
        LocalDate on = FIRST.plusDays(day);
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document><BkToCstmrStmt>");
        for (String account : List.of("FR7630006000011234567890189", "DE89370400440532013000")) {
            text.append("<Stmt><Id>S-%d</Id><Acct><Id><IBAN>%s</IBAN></Id></Acct>".formatted(day, account));
            text.append(balance("OPBD", day * ENTRIES * 100L, on))
                    .append(balance("CLBD", (day + 1) * ENTRIES * 100L, on));
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
