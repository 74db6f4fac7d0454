package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.document.Cii;
import io.echeance.document.Form;
import io.echeance.document.PlayedAlerts;
import io.echeance.document.PlayedAlerts.Played;
import io.echeance.document.PlayedInvoices;
import io.echeance.document.Ubl;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On a real broker and registry,")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<Invoice> INVOICES = PlayedInvoices.ofTheDemo();

    @TempDir
    private static Path folder;

    private static Configured here;

    @BeforeAll
    static void start() throws IOException, ExecutionException, InterruptedException {
        here = Configured.shared(folder, "documents");
        try (Cluster reached = here.reach()) {
            reached.admin()
                    .createTopics(List.of(new NewTopic(reached.topics().of(Topic.INVOICES), 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    @Test
    @Order(1)
    @DisplayName("a service that is killed in the middle goes on where it was, and every document lies there once")
    void survivesAKill() throws Exception {
        try (Program service = follow()) {
            await().atMost(PATIENCE).until(() -> Files.exists(to().resolve(".lock")));
            issue(INVOICES.subList(0, 60));
            await().atMost(PATIENCE).until(() -> !files().isEmpty());
            assertThat(service.signalled("KILL")).isNotZero();
        }
        int before = files().size();

        issue(INVOICES.subList(60, INVOICES.size()));
        try (Program service = follow()) {
            await().atMost(PATIENCE).until(() -> files().size() == Form.values().length * INVOICES.size());
            assertThat(service.signalled("TERM")).as(service.said()).isZero();
        }

        assertThat(before).isLessThan(files().size());
        for (Invoice invoice : INVOICES) {
            for (Form form : Form.values()) {
                assertThat(Files.readAllBytes(place(invoice, form.extension()))).isEqualTo(form.of(invoice));
            }
        }
    }

    @Test
    @Order(2)
    @DisplayName("looked at again, what is there is left as it is")
    void isIdempotent() {
        Map<Path, FileTime> before = files();

        assertThat(here.call("documents", "--to", to().toString()).out())
                .startsWith("0 documents written, 0 were there");
        Call again = here.call("documents", "--to", to().toString(), "--from-beginning");

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out())
                .isEqualTo("0 documents written, %d were there, 0 have a problem\n".formatted(INVOICES.size()));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Order(3)
    @DisplayName("document show finds one by its number or its id, in each format")
    void shows() throws IOException {
        Invoice invoice = INVOICES.get(3);
        String number = invoice.number();

        assertThat(here.call("document", "show", number).out()).startsWith("{\"number\":\"" + number + "\"");
        assertThat(here.call("document", "show", invoice.document().id().text(), "--format", "cii")
                        .out())
                .isEqualTo(new String(Cii.of(invoice), StandardCharsets.UTF_8));
        Path output = folder.resolve("one.xml");
        assertThat(here.call("document", "show", number, "--format", "ubl", "--output", output.toString())
                        .out())
                .isEmpty();
        assertThat(output).hasBinaryContent(Ubl.of(invoice));
        Path page = folder.resolve("one.pdf");
        here.call("document", "show", number, "--format", "pdf", "--output", page.toString());
        assertThat(page).hasBinaryContent(Form.PDF.of(invoice));
    }

    @Test
    @Order(4)
    @DisplayName("a document that is not there is a wrong call")
    void findsNone() {
        Call none = here.call("document", "show", "T-0");

        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err())
                .isEqualTo("echeance: there is no document 'T-0': give the number or the id of one that is issued.\n");
    }

    @Test
    @Order(5)
    @DisplayName("a document that may not go out is a problem and stops no other, and the status says so")
    void aProblemStopsNoOther() {
        Invoice last = INVOICES.getLast();
        Invoice unsigned = Changed.with(Changed.with(last, "number", "bad-1"), "mentions", List.of());
        Invoice other = Changed.with(last, "paymentTerms", "Demain");
        Invoice good = Changed.with(last, "number", "good-1");
        issue(List.of(unsigned, other, good));

        Call call = here.call("documents", "--to", to().toString());

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.out()).isEqualTo("1 documents written, 0 were there, 2 have a problem\n");
        assertThat(place(good, "cii.xml")).hasBinaryContent(Cii.of(good));
        assertThat(place(unsigned, "problem.txt")).content().contains("PMT is said 0 times");
        assertThat(place(last, "problem.txt")).content().contains("is there with other bytes");
        assertThat(place(last, "cii.xml")).hasBinaryContent(Cii.of(last));
        assertThat(here.call("document", "show", "bad-1", "--format", "cii").err())
                .contains("PMT is said 0 times");
    }

    @Test
    @Order(6)
    @DisplayName("each alert has its letter, written once; one without its terms is a problem until it has them")
    void writesLetters() throws Exception {
        List<Played> letters = PlayedAlerts.ofTheDemo();
        List<Terms> terms = letters.stream().map(Played::terms).distinct().toList();
        Path to = folder.resolve("letters");
        try (Cluster reached = here.reach();
                Publisher publisher = Publisher.of(reached)) {
            for (Topic topic : List.of(Topic.DUNNING_ALERTS, Topic.TERMS, Topic.PARTIES)) {
                reached.admin()
                        .createTopics(List.of(new NewTopic(reached.topics().of(topic), 1, (short) 1)))
                        .all()
                        .get();
            }
            publisher.publish(letters.stream()
                    .map(Played::alert)
                    .map(alert -> new Entry(Topic.DUNNING_ALERTS, alert.orderId(), alert))
                    .toList());
            publisher.publish(terms.stream()
                    .skip(1)
                    .map(one -> new Entry(Topic.TERMS, one.id(), one))
                    .toList());
        }
        long without = letters.stream()
                .filter(letter -> letter.terms().equals(terms.getFirst()))
                .count();

        Call first = here.call("letters", "--to", to.toString());
        assertThat(first.status()).isEqualTo(1);
        assertThat(first.out())
                .isEqualTo("%d letters written, 0 were there, 0 wait for an invoice's number, %d have a problem\n"
                        .formatted(letters.size() - without, without));

        try (Cluster reached = here.reach();
                Publisher publisher = Publisher.of(reached)) {
            publisher.publish(List.of(new Entry(Topic.TERMS, terms.getFirst().id(), terms.getFirst())));
        }
        Call second = here.call("letters", "--to", to.toString());
        assertThat(second.status()).as(second.err()).isZero();
        assertThat(second.out())
                .isEqualTo("%d letters written, %d were there, 0 wait for an invoice's number, 0 have a problem\n"
                        .formatted(without, letters.size() - without));
        Played one = letters.getFirst();
        LetterStep alert = one.alert();
        assertThat(to.resolve(one.terms().seller())
                        .resolve(String.valueOf(alert.on().getYear()))
                        .resolve(
                                alert.on() + "-" + alert.orderId() + "-" + alert.payer() + "-" + alert.step() + ".pdf"))
                .hasBinaryContent(one.letter());
    }

    private static Program follow() throws IOException {
        return here.start("documents", "--to", to().toString(), "--follow");
    }

    private static void issue(List<Invoice> invoices) {
        try (Cluster reached = here.reach();
                Publisher publisher = Publisher.of(reached)) {
            List<Entry> entries = new ArrayList<>();
            invoices.forEach(invoice ->
                    entries.add(new Entry(Topic.INVOICES, invoice.document().orderId(), invoice)));
            publisher.publish(entries);
        }
    }

    private static Path place(Invoice invoice, String extension) {
        return to().resolve(invoice.series()).resolve(invoice.number() + "." + extension);
    }

    /** Those that lie at their place; what is being written beside it may come and go while one looks. */
    private static Map<Path, FileTime> files() {
        Map<Path, FileTime> found = new TreeMap<>();
        try {
            Files.walkFileTree(to(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.getFileName().toString().startsWith(".")) {
                        found.put(file, attributes.lastModifiedTime());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path to() {
        return folder.resolve("documents");
    }
}
