package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.core.money.Money;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.runtime.EcheanceStreams;
import io.echeance.topology.store.AccountsNotWhole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("State that was damaged while the instance was stopped")
class DamagedStateIT {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int ORDERS = 12;

    @TempDir
    private Path folder;

    private EcheanceStreams started(Installation installation) {
        EcheanceStreams streams = new EcheanceStreams(installation.stream(folder.resolve("state")));
        streams.start();
        await().atMost(LONG).until(streams::isReady);
        return streams;
    }

    @Test
    @DisplayName("is restored from the changelogs by the instance itself, and it decides as if nothing had been")
    void isRestored() throws IOException {
        try (Installation installation = new Installation()) {
            try (EcheanceStreams streams = started(installation)) {
                installation.close(TODAY.minusDays(1));
                for (int n = 0; n < ORDERS; n++) {
                    installation.tell(Facts.order("T-" + n, TODAY));
                }
                installation.awaitIdle(LONG);
                assertThat(streams.failure()).isNotDone();
            }
            List<Path> damaged = damage();
            assertThat(damaged).hasSizeGreaterThan(2);

            try (EcheanceStreams streams = started(installation)) {
                for (int n = 0; n < ORDERS; n++) {
                    // Contradicts what it knows, if it knows it.
                    installation.tell(Facts.order("T-" + n, TODAY, "technolowgic", "9.00"));
                    installation.tell(Facts.payment("b-" + n, "P" + n, "T-" + n, "T-" + n, TODAY, "10.00"));
                }
                installation.awaitIdle(LONG);
                assertThat(streams.failure()).isNotDone();
            }
            assertThat(installation.read(Topic.REJECTED, Rejected.class))
                    .hasSize(ORDERS)
                    .extracting(Rejected::reason)
                    .containsOnly(Reason.CONTRADICTS_EARLIER_FACT);
            assertThat(installation.read(Topic.STATEMENTS, Statement.class))
                    .filteredOn(statement -> statement.price().equals(Money.of("2400.00"))
                            && statement.payers().stream()
                                    .anyMatch(payer -> payer.paid().equals(Money.of("10.00"))))
                    .extracting(Statement::orderId)
                    .hasSize(ORDERS)
                    .doesNotHaveDuplicates();
            assertThat(folder.resolve("state").resolve(installation.application() + ".damaged"))
                    .isNotEmptyDirectory();
        }
    }

    @Test
    @DisplayName("on the changelog, a change that does not fit to the end, stops the instance, which says what to do")
    void aChangelogThatIsDamagedStopsIt() throws IOException, ExecutionException, InterruptedException {
        try (Installation installation = new Installation()) {
            try (EcheanceStreams streams = started(installation)) {
                installation.close(TODAY.minusDays(1));
                installation.tell(Facts.order("T-1", TODAY));
                installation.awaitIdle(LONG);
                assertThat(streams.failure()).isNotDone();
            }
            String changelog = installation.application() + "-accounts-changelog";
            byte[] change = {(byte) 0xfe, 9, 'T', '-', '1'};
            try (Producer<byte[], byte[]> producer =
                    new KafkaProducer<>(Installation.clients(), new ByteArraySerializer(), new ByteArraySerializer())) {
                int partition = Utils.toPositive(Utils.murmur2("T-1".getBytes(StandardCharsets.UTF_8)))
                        % producer.partitionsFor(changelog).size();
                producer.send(new ProducerRecord<>(changelog, partition, change, new byte[] {1, 2, 3, 4, 0, 0, 0}))
                        .get();
            }
            try (EcheanceStreams streams = new EcheanceStreams(installation.stream(folder.resolve("state")))) {
                streams.start();
                assertThat(streams.failure())
                        .succeedsWithin(LONG)
                        .satisfies(failure -> assertThat(failure)
                                .rootCause()
                                .hasMessageContaining("T-1")
                                .hasMessageContaining("reset accounts"));
                assertThat(AccountsNotWhole.found())
                        .as("once as it was, once read whole")
                        .isGreaterThanOrEqualTo(2);
            }
        }
    }

    /** A kind of damage after the other, in the stores of every task. */
    private List<Path> damage() throws IOException {
        List<Path> damaged = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                int kind = damaged.size() % 3;
                if (kind == 0 && name.equals("CURRENT")
                        || kind == 1 && name.startsWith("MANIFEST")
                        || kind == 2 && name.endsWith(".sst")) {
                    byte[] content = Files.readAllBytes(file);
                    Files.write(file, Arrays.copyOf(content, content.length / 2));
                    damaged.add(file);
                }
            }
        }
        return damaged;
    }
}
