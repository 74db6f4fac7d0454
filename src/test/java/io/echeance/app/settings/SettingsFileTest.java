package io.echeance.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.echeance.serde.seal.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The file of settings")
class SettingsFileTest {

    private static final String RIGHT = """
        # Where everything is.
        bootstrap.servers = kafka-1:9092,kafka-2:9092
        apicurio.registry.url=http://registry:8080/apis/registry/v3
        """;

    @Test
    @DisplayName("is completed by defaults, and tells where each value comes from")
    void isCompletedByDefaults() {
        Settings settings = read(RIGHT, Map.of());

        assertThat(settings.values().get("bootstrap.servers"))
                .isEqualTo(new Settings.Value("kafka-1:9092,kafka-2:9092", "app.properties:2"));
        assertThat(settings.values().get("application.id")).isEqualTo(new Settings.Value("echeance", "default"));
        assertThat(settings.isTrue(Setting.TOPICS_CREATE)).isTrue();
        assertThat(settings.has(Setting.APPLICATION_SERVER)).isFalse();
    }

    @Test
    @DisplayName("is overruled by the environment")
    void isOverruledByTheEnvironment() {
        Settings settings = read(
                RIGHT,
                Map.of(
                        "ECHEANCE_BOOTSTRAP_SERVERS", "other:9092",
                        "ECHEANCE_NUM_STREAM_THREADS", "2",
                        "PATH", "/bin"));

        assertThat(settings.values().get("bootstrap.servers"))
                .isEqualTo(new Settings.Value("other:9092", "ECHEANCE_BOOTSTRAP_SERVERS"));
        assertThat(settings.count(Setting.NUM_STREAM_THREADS)).isEqualTo(2);
    }

    @Test
    @DisplayName("may hold what Kafka's clients and the registry's serde know")
    void mayHoldWhatClientsKnow() {
        Settings settings = read(RIGHT + """
            security.protocol=SASL_SSL
            sasl.mechanism=PLAIN
            producer.compression.type=zstd
            apicurio.registry.auto-register=false
            """, Map.of());

        assertThat(settings.forKafka())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("producer.compression.type", "zstd")
                .doesNotContainKeys("apicurio.registry.auto-register", "state.dir", "close.slice");
        assertThat(settings.forClients()).containsEntry("apicurio.registry.auto-register", "false");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        bootstrap.server=x:1            | there is no such setting; did you mean bootstrap.servers?
        colour=blue                     | there is no such setting: check its name, or leave it out.
        num.stream.threads=many         | 'many' is not a whole number from 1 to 64.
        num.stream.threads=0            | '0' is not a whole number from 1 to 64.
        num.stream.threads=             | it has no value: give it one, or leave it out.
        topics.create=yes               | 'yes' is neither true nor false.
        application.server=here         | 'here' is not host:port: write it like localhost:9092.
        application.server=here:99999   | 'here:99999' is not host:port: write it like localhost:9092.
        schema.registry.url=registry:80 | 'registry:80' is not a web address: write it like http://
        application.id=two words        | 'two words' is not a name for a group: use letters, digits
        state.dir=pom.xml               | 'pom.xml' is or lies in a file: name a directory, new or empty.
        state.dir=pom.xml/a/b           | 'pom.xml/a/b' is or lies in a file: name a directory, new or empty.
        value.serializer=no.Such        | 'no.Such' is not on the class path: check its name.
        processing.guarantee=at_least_once | this is fixed, since documents are numbered exactly once, or not at all
        consumer.isolation.level=read_uncommitted | this is fixed, since what is not committed was never said
        """)
    @DisplayName("is refused with the line, the key and how to mend it")
    void isRefused(String line, String sentence) {
        WrongSettings wrong = wrong(RIGHT + line);

        assertThat(wrong.faults()).first().satisfies(fault -> {
            assertThat(fault.place()).isEqualTo("app.properties:4");
            assertThat(fault.key()).isEqualTo(line.substring(0, line.indexOf('=')));
            assertThat(fault.sentence()).startsWith(sentence);
        });
    }

    @Test
    @DisplayName(
            "names a master key that can be used: one of rubbish, an empty one, others' to read, or none is refused")
    void namesAMasterKeyThatCanBeUsed(@TempDir Path folder) throws IOException {
        Path key = folder.resolve("master.key");
        MasterKey.inOrMade(key);
        String line = "privacy.master.key.file=" + key;
        assertThat(read(RIGHT + line, Map.of()).has(Setting.PRIVACY_MASTER_KEY_FILE))
                .isTrue();

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(fault(line)).contains("may be read by others than its owner: chmod 600");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Files.write(key, new byte[] {(byte) 0xff, 0});
        assertThat(fault(line)).contains("holds no key of 64 hexadecimal digits");
        Files.write(key, new byte[0]);
        assertThat(fault(line)).contains("holds no key of 64 hexadecimal digits");
        assertThat(fault("privacy.master.key.file=" + folder)).contains("is not a file that can be read");
    }

    private static String fault(String line) {
        return wrong(RIGHT + line).faults().getFirst().toString();
    }

    @Test
    @DisplayName("tells all its faults at once, those of the environment too")
    void tellsAllFaultsAtOnce() {
        WrongSettings wrong = catchThrowableOfType(
                WrongSettings.class,
                () -> read("close.slice=0\nclose.slice=0\ntopics.create=no\n", Map.of("ECHEANCE_CLOSE_SLICES", "3")));

        assertThat(wrong.faults())
                .extracting(Fault::toString)
                .containsExactlyInAnyOrder(
                        "app.properties:2: close.slice: this stands here a second time: keep one of them.",
                        "app.properties:2: close.slice: '0' is not a whole number from 1 to 100000.",
                        "app.properties:3: topics.create: 'no' is neither true nor false.",
                        "ECHEANCE_CLOSE_SLICES: close.slices: there is no such setting; did you mean close.slice?",
                        "app.properties: bootstrap.servers: it is missing: say where the brokers are, like"
                                + " localhost:9092.",
                        "app.properties: apicurio.registry.url: it is missing: say where the registry is. The registry,"
                                + " for Apicurio's serde: http://host:port/apis/registry/v3.");
    }

    @Test
    @DisplayName("may be left out where the demo's addresses will do")
    void mayBeLeftOut() {
        assertThat(SettingsFile.local(Map.of()).text(Setting.BOOTSTRAP_SERVERS)).isEqualTo("localhost:9092");
        assertThat(SettingsFile.local(Map.of("ECHEANCE_BOOTSTRAP_SERVERS", "kafka:9092"))
                        .text(Setting.BOOTSTRAP_SERVERS))
                .isEqualTo("kafka:9092");
    }

    private static Settings read(String text, Map<String, String> environment) {
        return SettingsFile.read("app.properties", text, environment);
    }

    private static WrongSettings wrong(String text) {
        return catchThrowableOfType(WrongSettings.class, () -> read(text, Map.of()));
    }
}
