package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.Books;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.demo.Sample;
import io.echeance.app.settings.SettingsFile;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.embedded.LocalCluster;
import io.echeance.interop.NodeProgram;
import io.echeance.pages.Monitoring;
import io.echeance.pages.Page;
import io.echeance.pages.PageRun;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One run after the other, on one data directory. {@code -DdemoUntil=2026-04-30} plays further. */
@DisplayName("The demo")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private static final LocalDate END = LocalDate.parse(System.getProperty("demoUntil", "2026-01-31"));

    private static final int FEW = 50;

    @TempDir
    private static Path folder;

    @Test
    @Order(1)
    @DisplayName(
            "answers each question of the README from the first second on, plays, and stops on Ctrl-C with status 0")
    void answersFromTheFirstSecond() throws IOException, InterruptedException {
        try (Program demo = demo("--speed", "5").untilItSays("  log:  ")) {
            assertThat(demo.said()).contains("/apis/ccompat/v7 (Apicurio's serde: http://");
            try (PageRun run = new PageRun(folder.resolve("first-pages"), demo.said())) {
                run.ask(Page.read(Path.of("README.md")));
            }
            demo.untilItSays("August 2025");

            long begun = System.nanoTime();
            assertThat(demo.interrupted()).as(demo.said()).isZero();

            assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
            assertThat(demo.said())
                    .contains(
                            "  broker:    127.0.0.1:",
                            "  registry:  http://127.0.0.1:",
                            "July 2025",
                            "2025-07-02  received: 1 x order placed",
                            "deposit                hexagone-2025-000001  H-34/OKAFOR/DEPOSIT/1, 1500.00",
                            "the next run goes on where this one was")
                    .doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    @Order(2)
    @DisplayName("goes on where it was as fast as it can until a day, sums up, and has said what the core says, once")
    void goesOnWhereItWas() throws IOException, InterruptedException {
        try (Program demo = demo("--speed", "0", "--until", END.toString())) {
            assertThat(demo.status()).as(demo.said()).isZero();
            assertThat(demo.said())
                    .doesNotContain("July 2025", "WARN", "ERROR")
                    .contains("Every day until " + END + " is closed.", "add up to what is owed");
        }
        List<Output> expected = simulated();
        try (LocalCluster local = LocalCluster.start(folder.resolve("data"), 0, 0);
                Cluster cluster = reach(local);
                TopicReader reader =
                        TopicReader.fromBeginning(cluster, List.of(Topic.INVOICES, Topic.DUNNING_ALERTS))) {
            List<TopicReader.Read> records = reader.rest();
            assertThat(records.stream()
                            .flatMap(read -> read.as(Invoice.class).stream())
                            .map(Invoice::document))
                    .containsExactlyInAnyOrderElementsOf(only(Document.class, expected));
            assertThat(records.stream().flatMap(read -> read.as(Alert.class).stream()))
                    .containsExactlyInAnyOrderElementsOf(only(Alert.class, expected).stream()
                            .map(DemoIT::withoutABanksWords)
                            .toList());
            Books books = Books.read(cluster);
            assertThat(books.entries()).isNotEmpty().allSatisfy((seller, entries) -> {
                assertThat(TrialBalance.of(entries).total().balance()).isEqualTo(Money.ZERO);
                assertThat(TrialBalance.of(entries).owed()).isEqualTo(books.owedTo(seller));
                assertThat(books.proofOf(seller).orElseThrow().suspenseAgrees()).isTrue();
                assertThat(TrialBalance.of(entries).balanceOf(LedgerAccount.SUSPENSE))
                        .isEqualTo(books.suspenseOf(seller).balance().negate());
            });
            assertThat(books.suspenseOf("technolowgic").waits()).isGreaterThan(Money.ZERO);
        }
    }

    @Test
    @Order(3)
    @DisplayName("is as the pages say: every command line of theirs ends with status 0")
    void isAsThePagesSay() throws IOException, InterruptedException {
        try (Program demo = demo("--speed", "0.001").untilItSays("  log:  ");
                PageRun run = new PageRun(folder.resolve("pages"), demo.said())) {
            Page readme = Page.read(Path.of("README.md"));

            assertThat(run.runAll(Page.all()))
                    .hasSizeGreaterThan(25)
                    .contains("./echeance ledger balance", "./echeance terms publish");
            assertThat(run.run("./echeance series check").out()).contains("technolowgic/2026");
            assertThat(run.metrics()).containsAll(Monitoring.metrics());
            List<String> issued = issued(run);
            assertThat(run.inJava(readme, issued.size())).containsExactlyInAnyOrderElementsOf(issued);
            if (NodeProgram.canRun()) {
                NodeProgram node = NodeProgram.installed();
                assertThat(run.inNode(readme, node.folder(), issued.size()))
                        .containsExactlyInAnyOrderElementsOf(issued);
                for (Topic topic : List.of(Topic.DUNNING_ALERTS, Topic.STATEMENTS, Topic.LEDGER_ENTRIES)) {
                    assertThat(node.readInvoices(run.broker(), run.confluentApi(), topic.id(), FEW))
                            .hasSize(FEW);
                }
            }
            assertThat(demo.interrupted()).isZero();
        }
    }

    /** As the programs of the page say it. */
    private static List<String> issued(PageRun run) {
        try (Cluster cluster = Cluster.reach(SettingsFile.read("pages", run.settings(), Map.of()));
                TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.INVOICES))) {
            return reader.rest().stream()
                    .flatMap(read -> read.as(Invoice.class).stream())
                    .map(invoice -> "%s %s %s"
                            .formatted(
                                    invoice.number(),
                                    invoice.document().on(),
                                    invoice.document().gross()))
                    .toList();
        }
    }

    @Test
    @Order(4)
    @DisplayName("says in a sentence that a port is taken")
    void saysThatAPortIsTaken() throws IOException, InterruptedException {
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
                Program demo = Program.start(
                        folder,
                        "demo",
                        "--data-dir",
                        folder.resolve("new").toString(),
                        "--port",
                        Integer.toString(taken.getLocalPort()),
                        "--registry-port",
                        "0")) {
            assertThat(demo.status()).isEqualTo(1);
            assertThat(demo.said())
                    .contains("echeance: Port " + taken.getLocalPort() + " for the broker is taken on 127.0.0.1");
        }
    }

    @Test
    @Order(5)
    @DisplayName("leaves a directory alone that holds something else")
    void leavesOthersDirectoriesAlone() throws IOException, InterruptedException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Files.writeString(other.resolve("thesis.txt"), "Chapter 1");

        try (Program demo = Program.start(folder, "demo", "--data-dir", other.toString())) {
            assertThat(demo.status()).isEqualTo(1);
            assertThat(demo.said()).contains("holds other files and no data of ours: name a new or an empty directory");
            assertThat(other).isDirectoryContaining("glob:**thesis.txt");
            assertThat(other.toFile().list()).hasSize(1);
        }
    }

    @Test
    @Order(6)
    @DisplayName("stays up and plays no further where a clock closes its days")
    void staysUpWhereAClockClosesItsDays() throws IOException, InterruptedException {
        Path data = folder.resolve("clocked");
        try (Program demo = Program.start(
                        folder,
                        "demo",
                        "--data-dir",
                        data.toString(),
                        "--port",
                        "0",
                        "--registry-port",
                        "0",
                        "--query-port",
                        "0")
                .untilItSays("  log:  ")) {
            try (Program clock = Program.start(
                    folder,
                    "clock",
                    "--day-by-day",
                    "--to",
                    "2025-08-01",
                    "--config",
                    data.resolve("demo.properties").toString())) {
                assertThat(clock.status()).as(clock.said()).isZero();
            }
            demo.untilItSays("A clock was started that closes the days from now on: the demo plays no further.")
                    .untilItSays("stay up for whoever wants to look");
            assertThat(demo.interrupted()).as(demo.said()).isZero();
        }
    }

    /** The demo has a master key: on a topic that is kept for ever, no words of a bank. */
    private static Alert withoutABanksWords(Alert alert) {
        return alert instanceof UnmatchedPayment one
                ? new UnmatchedPayment(
                        one.on(), one.orderId(), one.payer(), one.paymentId(), one.amount(), null, one.proposals())
                : alert;
    }

    private static Program demo(String... arguments) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of(
                "demo",
                "--data-dir",
                folder.resolve("data").toString(),
                "--port",
                "0",
                "--registry-port",
                "0",
                "--query-port",
                "0"));
        all.addAll(List.of(arguments));
        return Program.start(folder, all.toArray(String[]::new));
    }

    private static Cluster reach(LocalCluster local) {
        return Cluster.reach(
                SettingsFile.read("test", """
                    bootstrap.servers=%s
                    apicurio.registry.url=%s
                    """.formatted(local.bootstrapServers(), local.registryApi()), Map.of()));
    }

    private static List<Output> simulated() {
        Sample sample = Sample.bundled();
        List<Arrival> arrivals = sample.firstDay()
                .datesUntil(END.plusDays(1))
                .flatMap(day -> sample.receivedOn(day).stream().<Arrival>map(fact -> new Arrival.Received(day, fact)))
                .toList();
        return new Simulation(arrivals, END)
                .play(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
    }

    private static <T> List<T> only(Class<T> kind, List<Output> outputs) {
        return outputs.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
