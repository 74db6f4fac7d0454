package io.echeance.app.settings;

import static io.echeance.app.settings.Values.count;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings that are ours to explain. Besides these, the file may hold Kafka's own for the connection and the
 * clients, and those of the registry's serde; see {@link Allowed}.
 */
public enum Setting {
    BOOTSTRAP_SERVERS(
            "bootstrap.servers", null, Values::hosts, "The brokers to begin with: host:port, separated by commas."),
    APICURIO_REGISTRY_URL(
            "apicurio.registry.url",
            null,
            Values::url,
            "The registry, for Apicurio's serde: http://host:port/apis/registry/v3."),
    SCHEMA_REGISTRY_URL(
            "schema.registry.url", null, Values::url, "The registry, for Confluent's serde: http://host:port."),
    VALUE_SERIALIZER(
            "value.serializer",
            "io.apicurio.registry.serde.avro.AvroKafkaSerializer",
            Values::serializer,
            "The class that writes records with the registry."),
    VALUE_DESERIALIZER(
            "value.deserializer",
            "io.apicurio.registry.serde.avro.AvroKafkaDeserializer",
            Values::deserializer,
            "The class that reads them."),
    APPLICATION_ID(
            "application.id",
            "echeance",
            Values::name,
            "The group of all instances, and what their own topics begin with. Never changed once in use."),
    STATE_DIR(
            "state.dir",
            ".echeance/state",
            Values::directory,
            "Where an instance keeps its state; not shared with another one, and not cleaned like /tmp."),
    APPLICATION_SERVER(
            "application.server", null, Values::host, "Where the other instances reach this one: host:port."),
    NUM_STREAM_THREADS(
            "num.stream.threads", "1", count(1, 64), "Threads of this instance; more than it has cores gain nothing."),
    NUM_STANDBY_REPLICAS(
            "num.standby.replicas", "0", count(0, 10), "Copies of the state that other instances keep warm."),
    COMMIT_INTERVAL_MS(
            "commit.interval.ms",
            "100",
            count(1, 30_000),
            "How often work is committed: a record takes that long from topic to topic, but for one that comes after a"
                    + " pause."),
    TOPICS_CREATE(
            "topics.create",
            "true",
            Values::truth,
            "Whether run creates the topics that are missing; else it says so."),
    TOPICS_PARTITIONS(
            "topics.partitions",
            "4",
            count(1, 1_000),
            "Partitions of the topics that are keyed by order. Never changed once in use."),
    TOPICS_REPLICATION_FACTOR(
            "topics.replication.factor",
            "-1",
            count(-1, 10),
            "Copies of each topic on the brokers; -1: what the brokers are set to."),
    TOPICS_PREFIX(
            "topics.prefix",
            "",
            Values::prefix,
            "What the name of every topic begins with: several installations can share a cluster. Never changed once in"
                    + " use."),
    CLOSE_SLICE(
            "close.slice",
            "500",
            count(1, 100_000),
            "How many orders are processed in one go when a day closes on many at once."),
    DAYS_SIMULATED(
            "days.simulated",
            "false",
            Values::truth,
            "Whether days are played, not lived: then one that is not over, or far ahead, may be closed. Never"
                    + " changed."),
    REGISTRY_PATIENCE_MS(
            "registry.patience.ms",
            "40000",
            count(0, 60_000),
            "How long a record waits for a registry that is unreachable before its transaction is given up and begun"
                    + " again."),
    STREAM_PATIENCE_MS(
            "stream.patience.ms",
            "300000",
            count(60_000, 3_600_000),
            "How long a thread of the stream may work without going round before health says that it stands still; the"
                    + " group gives its tasks to others after consumer.max.poll.interval.ms (300000)."),
    STATE_MEMORY_MIB(
            "state.memory.mib",
            "128",
            count(16, 65_536),
            "Memory for all state of the instance, outside of the Java heap, in MiB."),
    STOP_LEAVES_GROUP(
            "stop.leaves.group",
            "true",
            Values::truth,
            "Whether a stop hands the work over at once; false: it is soon back, and finds it again."),
    PRIVACY_MASTER_KEY_FILE(
            "privacy.master.key.file",
            null,
            Values::masterKey,
            "The key under which texts that name a person are sealed: 64 hexadecimal digits in a file that only its"
                    + " owner reads (config key makes one). The same for all instances; kept apart from the brokers'"
                    + " backups."),
    IDS_PERSONAL(
            "ids.personal",
            "no-email",
            Values::personalIds,
            "Which ids of orders and of who pays are taken, since ids are kept for ever: no-email refuses those that"
                    + " are an e-mail address; no-name those too that look like a person's name; allowed takes all."),
    QUERY_HOST(
            "query.host",
            "127.0.0.1",
            Values::interfaceName,
            "The interface on which it answers questions; other than loopback only with query.tokens."),
    QUERY_PORT(
            "query.port", "8090", count(-1, 65_535), "The port on which it answers; 0: any free one; -1: it does not."),
    QUERY_TOKENS(
            "query.tokens",
            null,
            Values::tokens,
            "Who may ask: name:role:sha256 of a token, and :SELLER+SELLER where it is not for all, separated by commas;"
                    + " roles are read, collect, decide, finance, dpo, admin, with + between several."),
    QUERY_TLS_KEYSTORE(
            "query.tls.keystore",
            null,
            Values::file,
            "PKCS #12 with key and certificate; with it, it answers by HTTPS."),
    QUERY_TLS_PASSWORD("query.tls.password", null, Values::any, "The password of that key store."),
    QUERY_REQUESTS_PER_SECOND(
            "query.requests.per.second",
            "200",
            count(0, 1_000_000),
            "How many requests one asker may make, twice as many in a burst; 0: any number."),
    MAIL_HOST(
            "mail.host",
            null,
            Values::interfaceName,
            "The SMTP server that takes mailings; without it, all are letters."),
    MAIL_PORT("mail.port", "587", count(1, 65_535), "Its port."),
    MAIL_TLS(
            "mail.tls",
            "true",
            Values::truth,
            "Whether it is spoken to in TLS alone (STARTTLS); false only for one on the same machine."),
    MAIL_USER("mail.user", null, Values::any, "As whom it is spoken to; without it, as nobody."),
    MAIL_PASSWORD("mail.password", null, Values::any, "The password of that user."),
    MAIL_FROM(
            "mail.from",
            null,
            Values::any,
            "The address that e-mails come from, and come back to; without it, the seller's."),
    MAIL_PER_MINUTE("mail.per.minute", "60", count(1, 10_000), "How many e-mails leave a minute at most."),
    MAIL_BOUNCES(
            "mail.bounces",
            null,
            Values::any,
            "Where e-mails that came back are read: imaps://user:password@host:port/INBOX; without it, nowhere."),
    QUERY_COPY_LAG(
            "query.copy.lag",
            "10000",
            count(0, 100_000_000),
            "How many records behind a standby copy may be and still answer when the owner gives no answer.");

    private final String key;
    private final @Nullable String standard;
    private final Function<String, Optional<String>> objection;
    private final String meaning;

    Setting(String key, @Nullable String standard, Function<String, Optional<String>> objection, String meaning) {
        this.key = key;
        this.standard = standard;
        this.objection = objection;
        this.meaning = meaning;
    }

    public String key() {
        return key;
    }

    /** What holds if nothing is said; empty: nothing does. */
    public Optional<String> standard() {
        return Optional.ofNullable(standard);
    }

    /** What it is for. */
    public String meaning() {
        return meaning;
    }

    /** What is wrong with a value, and how to mend it; empty: it will do. */
    Optional<String> objectionTo(String value) {
        return objection.apply(value);
    }

    static Optional<Setting> named(String key) {
        return Arrays.stream(values())
                .filter(setting -> setting.key.equals(key))
                .findFirst();
    }

    /** The environment variable that overrides it. */
    public String variable() {
        return Environment.PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
