package io.echeance.app;

import static io.echeance.app.NonsensePerson.DESCRIPTION;
import static io.echeance.app.NonsensePerson.LAST;
import static io.echeance.app.NonsensePerson.NAMED;
import static io.echeance.app.NonsensePerson.TYPED;
import static io.echeance.app.NonsensePerson.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.RetentionRun;
import io.echeance.app.person.PersonsByRequest;
import io.echeance.app.settings.SettingsFile;
import io.echeance.core.invoice.Language;
import io.echeance.query.access.WordsStaySealed;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * A person with a nonsense word in every field that takes text lives from the order to the write-off, on a broker whose
 * every byte is looked at. One after the other, on one installation.
 */
@DisplayName("A person who is erased, on a real broker,")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PersonErasedIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final Set<String> BY_LAW = Set.of("invoices", "named-parties-changelog");

    /** As the certificate says: invoices, the register of names as of issue, documents, letters, mailings. */
    private static final String KEPT_FILES =
            "broker/[^/]*(invoices|named-parties-changelog)-[0-9]+/.*|state/.*numbering-part.*"
                    + "|(documents-before|mailings)/.*";

    private static final List<String> SAID =
            List.of("mailings", "refunds", "ledger-entries", "service-holds", "customer-standing");

    private static final Set<String> SENT_TO_US = Set.of("payments", "collection-actions", "customer-actions");

    @TempDir
    private static Path folder;

    @AutoClose
    private static GuardedData data;

    private static Configured here;

    private static NonsensePerson person;
    private static Map<String, String> documents;
    private static List<String> invoices;
    private static List<String> alerts;
    private static Map<String, Set<String>> said;

    @BeforeAll
    static void live() throws Exception {
        data = new GuardedData(folder, "erased");
        here = data.here;
        person = new NonsensePerson(data);
        person.live();
    }

    @Test
    @Order(1)
    @DisplayName("has left nothing open, and words lie in clear on no topic but those on which they were sent to us")
    void wordsLieWhereTheyCame() {
        invoices = here.all("invoices");
        alerts = here.all("dunning-alerts");
        assertThat(invoices).isNotEmpty();
        assertThat(alerts).anyMatch(line -> line.contains("FORMAL_NOTICE"));
        said = data.setsOf(SAID);
        assertThat(said.get("mailings")).isNotEmpty();
        documents = data.written("documents-before");

        data.onTheBroker(TYPED)
                .forEach((word, topics) -> assertThat(SENT_TO_US).as(word).containsAll(topics));
        data.onTheBroker(NAMED)
                .forEach((word, topics) ->
                        assertThat(topics).as(word).contains("parties", "register-changelog", "invoices"));
    }

    @Test
    @Order(2)
    @DisplayName("gets all that is kept, decisions of long ago too, and nothing of who works here")
    void getsAllThatIsKept() throws IOException {
        try (Cluster reached = here.reach()) {
            new RetentionRun(reached, Language.EN).until(Instant.now().plus(Duration.ofDays(91)), true);
        }
        assertThat(here.all("customer-actions")).isEmpty();
        Path file = here.folder().resolve("eva.zip");
        assertThat(here.done("person", "export", "EVA", "--to", file.toString()).out())
                .contains("EVA");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String summary = text(zip, "summary.txt");
            assertThat(summary).contains("Ce qui est conservé de la personne EVA", "C-1", "dix ans", "CNIL");
            String all = text(zip, "data.json");
            assertThat(all)
                    .contains(NAMED)
                    .contains(DESCRIPTION, word(4), word(8), word(11), word(13), word(15), word(17), word(18))
                    .contains("PREPAYMENT_PROPOSED", "BLOCK_PROPOSED", "moneyWithoutOrder", "P-1")
                    .doesNotContain(word(1), word(3), word(5), word(9), word(10), word(12), word(14), word(16));
            assertThat(zip.stream().map(ZipEntry::getName))
                    .anyMatch(name -> name.matches("invoices/technolowgic-2026-\\d{6}\\.pdf"));
        }
    }

    @Test
    @Order(2)
    @DisplayName("gets no file that is not all: with another master key, or none, it is refused and nothing is written")
    void getsNoFileThatIsNotAll() throws Exception {
        Path to = here.folder();
        String file = to.resolve("short.zip").toString();
        String right = "privacy.master.key.file=" + to.resolve("master.key");
        String settings = Files.readString(to.resolve("app.properties"));
        Path none = Files.writeString(to.resolve("none.properties"), settings.replace(right, ""));
        String wrong =
                Call.of("config", "key", to.resolve("other.key").toString()).out();
        Path other = Files.writeString(to.resolve("other.properties"), settings.replace(right, wrong));

        String export = "person export EVA --language en --to " + file + " --config ";
        assertThat(Call.line(export + none).err()).contains("EVA lie sealed, and no privacy.master.key.file is set");
        assertThat(Call.line(export + other).err()).contains("lie under another master key");
        assertThat(Path.of(file)).doesNotExist();
        try (Cluster reached = Cluster.reach(SettingsFile.read("none", Files.readString(none), Map.of()))) {
            PersonsByRequest served = new PersonsByRequest(reached);
            assertThatThrownBy(() -> served.export("EVA", null)).isInstanceOf(WordsStaySealed.class);
        }
    }

    private static String text(ZipFile zip, String name) throws IOException {
        try (InputStream content = zip.getInputStream(zip.getEntry(name))) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    @Order(3)
    @DisplayName("takes no words of another along: a payment that names another payer is refused, and an unknown one")
    void takesNoWordsOfAnotherAlong() {
        try (RunningInstance instance = here.run()) {
            data.publish(Topic.PAYMENTS, "P-IVY", NonsensePerson.payment("P-IVY", "IVY", "7.00", "merci"));
            instance.requireHealth();
        }
        List<String> keys = here.all("person-keys");
        Call call = here.call("person", "erase", "EVA", "--by", "dpo", "--payment", "P-IVY", "--payment", "NOPE");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err())
                .contains("rien n’a été effacé", "P-IVY : son payeur est IVY", "NOPE : il n’y a pas de tel paiement");
        assertThat(here.all("person-keys")).isEqualTo(keys);
    }

    @Test
    @Order(4)
    @DisplayName("is not erased while money waits for its order")
    void isNotErasedWhileMoneyWaits() {
        try (RunningInstance instance = here.run()) {
            data.publish(Topic.PAYMENTS, "P-9", NonsensePerson.payment("P-9", "EVA", "7.00", "merci"));
            Call call = here.call("person", "erase", "EVA", "--by", "dpo");
            assertThat(call.status()).isEqualTo(1);
            assertThat(call.err()).contains("P-9 : 7,00\u00a0€ attendent d’être affectés à une commande", "CNIL");
            data.publish(Topic.PAYMENTS, "P-9", NonsensePerson.setAside("a9", LAST.plusDays(1), "P-9", "7.00", "desk"));
            instance.requireHealth();
        }
    }

    @Test
    @Order(5)
    @DisplayName("is PENDING until the brokers have cleaned, then ERASED: words lie only where the certificate says")
    void isErased() throws Exception {
        try (RunningInstance instance = here.run()) {
            Call first = erase();
            assertThat(first.lines()).startsWith("Erasure of EVA: PENDING");
            assertThat(first.out()).contains("still in erased.parties", "still in erased.person-keys");

            data.hasten();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> erase().lines().getFirst().equals("Erasure of EVA: ERASED"));
            try (Cluster reached = here.reach()) {
                new RetentionRun(reached, Language.EN).until(Instant.now().plus(Duration.ofDays(91)), true);
            }
            data.hasten();
            person.through(LAST.plusDays(1), LAST.plusDays(2));
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                data.publish(Topic.PARTIES, "nobody", new Object[] {null});
                data.onTheBroker(TYPED)
                        .forEach((word, topics) -> assertThat(topics).as(word).isEmpty());
                data.onTheBroker(NAMED)
                        .forEach((word, topics) -> assertThat(topics).as(word).isEqualTo(BY_LAW));
            });
            assertThat(erase().out())
                    .contains(
                            "invoices and credit notes of 2026",
                            "named-parties",
                            "letters and mailings",
                            "rejected",
                            "a week");
            instance.requireHealth();
        }
    }

    private static Call erase() {
        return erase("P-2");
    }

    private static Call erase(String payment) {
        return here.done("person", "erase", "EVA", "--by", "dpo", "--payment", payment, "--language", "en");
    }

    @Test
    @Order(6)
    @DisplayName("lies in no file of a broker, of an instance or in a folder but in those of the certificate")
    void liesInNoFile() throws Exception {
        RocksFiles.compact(here.folder().resolve("state"));
        GuardedData.holding(here.folder(), TYPED)
                .forEach((word, files) -> assertThat(files).as(word).isEmpty());
        GuardedData.holding(here.folder(), NAMED)
                .forEach((word, files) -> assertThat(files.stream()
                                .map(file -> here.folder().relativize(file).toString()))
                        .as(word)
                        .isNotEmpty()
                        .allMatch(file -> file.matches(KEPT_FILES)));
    }

    @Test
    @Order(7)
    @DisplayName("changes nothing: the accounts drawn again from the log say the same, to the byte")
    void theLogSaysTheSame() throws Exception {
        Map<String, String> statements = statements();
        List<String> alertsNow = here.all("dunning-alerts");
        assertThat(alertsNow).as("nothing of what was said is gone").containsAll(alerts);
        assertThat(here.done("retention", "run", "--execute", "--language", "en")
                        .out())
                .contains("was set by hand");
        here.done("reset", "accounts", "--execute");
        try (RunningInstance instance = here.run()) {
            here.awaitQuiet();
            assertThat(here.all("invoices")).isEqualTo(invoices);
            assertThat(statements()).isEqualTo(statements);
            assertThat(Set.copyOf(here.all("dunning-alerts"))).isEqualTo(Set.copyOf(alertsNow));
            assertThat(data.written("documents-after")).isEqualTo(documents);
            data.setsOf(SAID)
                    .forEach((topic, lines) -> assertThat(lines).as(topic).containsAll(said.get(topic)));
            assertThat(here.done("series", "check").status()).isZero();
            assertThat(here.done("ledger", "balance").status()).isZero();
            data.publish(Topic.ORDERS, "C-9", NonsensePerson.order("C-9"));
            here.awaitQuiet();
            assertThat(erase().out()).contains("EVA: ERASED", "begun since it was erased: C-9");

            data.publish(Topic.PAYMENTS, "P-3", NonsensePerson.payment("P-3", null, "7.00", "merci " + word(16)));
            data.publish(Topic.PAYMENTS, "P-3", NonsensePerson.setAside("a3", LAST.plusDays(3), "P-3", "7.00", "desk"));
            here.awaitQuiet();
            assertThat(erase("P-3").out())
                    .as("its key is there, and goes though C-9 is open")
                    .contains("EVA: PENDING", "name no payer: P-3", "begun since it was erased: C-9");
            instance.requireHealth();
        }
    }

    private static Map<String, String> statements() {
        Map<String, String> last = new TreeMap<>();
        here.all("statements")
                .forEach(line -> last.put(line.replaceFirst(".*?\"orderId\":\"([^\"]*)\".*", "$1"), line));
        return last;
    }
}
