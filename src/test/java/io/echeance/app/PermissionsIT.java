package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.PayerKind;
import io.echeance.document.SampleParties;
import io.echeance.embedded.BrokerSettings;
import io.echeance.embedded.EmbeddedBroker;
import io.echeance.embedded.SharedCluster;
import io.echeance.json.RecordJson;
import io.echeance.serde.seal.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The table of operations.md is all that the accounts are allowed; all topics have a prefix. */
@DisplayName("On a broker that allows only what operations.md lists")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PermissionsIT {

    private static final String APPLICATION = "billing-a";
    private static final String PREFIX = "school-a.";
    private static final List<String> ACCOUNTS =
            List.of("processor", "clock", "publisher", "importer", "reader", "dpo", "stranger");

    private static final String ORDER = """
        {"type": "OrderPlaced", "on": "2026-01-05", "factId": "o1", "orderId": "T-1", "termsId": "technolowgic", \
        "customer": {"id": "ACME", "quality": "PROFESSIONAL"}, \
        "lines": [{"kind": "TUITION", "description": "Kafka", "net": "1000.00"}], \
        "service": {"start": "2026-01-12", "end": "2026-01-13"}}
        """;

    @TempDir
    private static Path folder;

    private static EmbeddedBroker broker;
    private static Program processor;

    @BeforeAll
    static void start() throws Exception {
        broker = EmbeddedBroker.start(guarded(BrokerSettings.alone(folder.resolve("broker"), 0)));
        MasterKey.inOrMade(folder.resolve("master.key"));
        for (String account : ACCOUNTS) {
            Files.writeString(folder.resolve(account + ".properties"), """
                bootstrap.servers=%s
                apicurio.registry.url=%s
                security.protocol=SASL_PLAINTEXT
                sasl.mechanism=PLAIN
                sasl.jaas.config=%s
                application.id=%s
                topics.prefix=%s
                topics.partitions=2
                state.dir=%s
                privacy.master.key.file=%s
                query.port=0
                commit.interval.ms=10
                """.formatted(
                            broker.bootstrapServers(),
                            SharedCluster.get().registryApi(),
                            login(account, ""),
                            APPLICATION,
                            PREFIX,
                            folder.resolve("state"),
                            folder.resolve("master.key")));
        }
    }

    private static BrokerSettings guarded(BrokerSettings plain) {
        StringBuilder users = new StringBuilder(" user_admin=\"admin\"");
        ACCOUNTS.forEach(account -> users.append(" user_%s=\"%s\"".formatted(account, account)));
        return plain.with("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                .with("inter.broker.listener.name", "PLAINTEXT")
                .with("sasl.enabled.mechanisms", "PLAIN")
                .with("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .with("listener.name.plaintext.plain.sasl.jaas.config", login("admin", users.toString()))
                .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                .with("super.users", "User:admin;User:ANONYMOUS");
    }

    private static String login(String account, String users) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\"%s;"
                .formatted(account, account, users);
    }

    @AfterAll
    static void stop() {
        if (processor != null) {
            processor.close();
        }
        broker.close();
    }

    @Test
    @Order(1)
    @DisplayName("nobody does anything before it is allowed, and hears which operation on which resource")
    void deniesWithANameAndAnOperation() throws IOException {
        Call run = Call.of("run", "--config", config("stranger"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains("does not allow CREATE on topic " + PREFIX, PREFIX + "business-days", PREFIX + "orders");
    }

    @Test
    @Order(2)
    @DisplayName("the processor runs with what is listed")
    void runs() throws Exception {
        allow(listed());

        processor =
                Program.start(folder, "run", "--config", config("processor")).untilItSays("Ready");

        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get())
                    .isNotEmpty()
                    .allMatch(topic -> topic.startsWith(PREFIX) || topic.startsWith(APPLICATION + "-"));
        }
    }

    @Test
    @Order(3)
    @DisplayName("publishers, clock and readers work with what is listed")
    void worksWithWhatIsListed() throws IOException {
        String acme = RecordJson.write(SampleParties.of("ACME", PayerKind.PROFESSIONAL)) + "\n";
        assertDone(call("publisher", "publish", "terms", "src/main/resources/terms/technolowgic@2024-12-02.yaml"));
        assertDone(call("publisher", "publish", "statutory-rates", "src/main/resources/statutory-rates.csv"));
        assertDone(call("publisher", "publish", "parties", "src/main/resources/demo/parties.jsonl"));
        assertDone(call("publisher", "publish", PREFIX + "parties", lines(acme)));
        assertDone(call("clock", "clock", "--day-by-day", "--from", "2026-01-04", "--to", "2026-01-04"));
        assertDone(call("publisher", "publish", "orders", lines(ORDER)));
        assertDone(call("importer", "bank", "import", "src/test/resources/bank/cfonb120.txt"));
        assertDone(call("clock", "clock", "--day-by-day", "--to", "2026-01-13"));

        assertThat(call("reader", "read", "invoices", "--from-beginning", "--max", "1")
                        .out())
                .contains("T-1/ACME/INVOICE/1");
        assertDone(call("reader", "series", "check"));
        assertDone(call("reader", "ledger", "balance"));
        assertDone(
                call("reader", "documents", "--to", folder.resolve("documents").toString()));
        assertDone(call("reader", "letters", "--to", folder.resolve("letters").toString()));
        assertDone(
                call("reader", "ereporting", "--seller", "technolowgic", "--from", "2026-01-01", "--to", "2026-01-13"));
        assertThat(processor.said()).doesNotContain("ERROR");
    }

    @Test
    @Order(4)
    @DisplayName("who reaches for more hears what is denied")
    void deniesWhatIsNotListed() throws IOException {
        assertThat(call("reader", "publish", "orders", lines(ORDER)).err())
                .contains("does not allow WRITE on transactional id " + PREFIX + "echeance-publish-");
        assertThat(call("clock", "read", "invoices", "--from-beginning", "--max", "1")
                        .err())
                .contains("does not allow DESCRIBE on topic " + PREFIX + "invoices");
        assertThat(call("publisher", "read", "orders", "--from-beginning", "--max", "1")
                        .err())
                .contains("does not allow READ on topic " + PREFIX + "orders");
    }

    @Test
    @Order(5)
    @DisplayName(
            "who answers persons exports, erases, notes what is asked, and sees to what is old, with what is listed")
    void answersPersonsWithWhatIsListed() throws IOException {
        Call exported = call(
                "dpo",
                "person",
                "export",
                "ACME",
                "--to",
                folder.resolve("acme.zip").toString());
        assertDone(exported);
        assertThat(call("dpo", "person", "erase", "ACME", "--by", "dpo").err()).contains("  T-1");
        assertThat(call("dpo", "person", "erase", "BENALI", "--by", "dpo", "--language", "en")
                        .lines())
                .startsWith("Erasure of BENALI: PENDING");
        String[] about = {"EVA", "--seller", "technolowgic", "--by", "dpo"};
        assertDone(person(about, "asks", "--right", "ACCESS", "--on", "2026-11-27", "--identity", "called back"));
        assertDone(person(
                about,
                "answered",
                "--asked",
                "right-access-2026-11-27",
                "--outcome",
                "GRANTED",
                "--reason",
                "handed over"));
        assertThat(call("dpo", "person", "requests").err()).doesNotContain("does not allow");
        assertDone(call("dpo", "retention", "run", "--execute"));
        assertDone(call("dpo", "retention", "year", "2014", "--by", "dpo", "--execute"));
        assertThat(call("dpo", "read", "access-log", "--from-beginning", "--to-end")
                        .err())
                .isEmpty();
        assertThat(call("dpo", "publish", "orders", lines(ORDER)).err())
                .contains("does not allow WRITE on topic " + PREFIX + "orders");
        assertThat(processor.said()).doesNotContain("ERROR");
    }

    private static Call person(String[] about, String what, String... more) {
        return call(
                "dpo",
                Stream.of(List.of("person", what), List.of(about), List.of(more))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    private static void assertDone(Call call) {
        assertThat(call.status()).as(call.err() + call.out()).isZero();
    }

    private static Call call(String account, String... arguments) {
        return Call.of(Stream.concat(Stream.of(arguments), Stream.of("--config", config(account)))
                .toArray(String[]::new));
    }

    private static String config(String account) {
        return folder.resolve(account + ".properties").toString();
    }

    private static String lines(String text) throws IOException {
        return Files.writeString(folder.resolve("lines.jsonl"), text).toString();
    }

    private static Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                login("admin", "")));
    }

    private static void allow(List<AclBinding> bindings) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            admin.createAcls(bindings).all().get();
        }
    }

    /** The table of operations.md; a row that names no resource of its own is about any topic. */
    private static List<AclBinding> listed() throws IOException {
        Pattern row =
                Pattern.compile("(?m)^\\| (\\w+)[^|]*\\| (topic|group|transactional-id)([^|]*)\\| ([A-Z_, ]+) \\|$");
        List<AclBinding> bindings = new ArrayList<>();
        for (MatchResult line : row.matcher(Files.readString(Path.of("topology-docs/operations.md")))
                .results()
                .toList()) {
            ResourceType type =
                    ResourceType.valueOf(line.group(2).toUpperCase(Locale.ROOT).replace('-', '_'));
            for (MatchResult name : Pattern.compile("`([^`]+)`")
                    .matcher(line.group(3))
                    .results()
                    .toList()) {
                for (String operation : line.group(4).split(", ")) {
                    bindings.add(binding(line.group(1), type, name.group(1), AclOperation.valueOf(operation.strip())));
                }
            }
        }
        assertThat(bindings).hasSizeGreaterThan(60);
        return bindings;
    }

    private static AclBinding binding(String account, ResourceType type, String written, AclOperation operation) {
        String name = written.replace("PREFIX", PREFIX).replace("APP", APPLICATION);
        boolean prefixed = name.endsWith("*");
        return new AclBinding(
                new ResourcePattern(
                        type,
                        prefixed ? name.substring(0, name.length() - 1) : name,
                        prefixed ? PatternType.PREFIXED : PatternType.LITERAL),
                new AccessControlEntry("User:" + account, "*", operation, AclPermissionType.ALLOW));
    }
}
