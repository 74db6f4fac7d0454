package io.echeance.app.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Which keys may stand in the settings, ours and others'. */
final class Allowed {

    /** What belongs to the registry's serde; it checks them itself. */
    private static final List<String> REGISTRY = List.of(
            "apicurio.",
            "schema.registry.",
            "basic.auth.",
            "bearer.auth.",
            "auto.register.schemas",
            "use.latest.version",
            "normalize.schemas",
            "avro.",
            "specific.avro.reader");

    private static final List<String> CLIENTS = List.of(
            StreamsConfig.PRODUCER_PREFIX,
            StreamsConfig.MAIN_CONSUMER_PREFIX,
            StreamsConfig.RESTORE_CONSUMER_PREFIX,
            StreamsConfig.GLOBAL_CONSUMER_PREFIX,
            StreamsConfig.CONSUMER_PREFIX,
            StreamsConfig.ADMIN_CLIENT_PREFIX,
            StreamsConfig.TOPIC_PREFIX);

    /** What the numbers of invoices, and much else, rest on. */
    private static final Map<String, String> FIXED = Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            "documents are numbered exactly once, or not at all",
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "what is not committed was never said",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "positions are committed with the work",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            "no record is written twice",
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            "each thread has its own",
            ConsumerConfig.GROUP_ID_CONFIG,
            "it is the application.id",
            StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
            "the names of topics and stores are for ever",
            "use.latest.version",
            "a record is written with its own schema",
            "apicurio.registry.find-latest",
            "a record is written with its own schema");

    private static final Set<String> KAFKA = kafka();

    private Allowed() {}

    /** Why a key may not stand there; empty: it may. */
    static Optional<String> objectionTo(String key) {
        String plain = withoutClient(key);
        if (FIXED.containsKey(plain)) {
            return Optional.of("this is fixed, since " + FIXED.get(plain) + ": leave it out.");
        }
        boolean known = Setting.named(key).isPresent()
                || KAFKA.contains(plain)
                || REGISTRY.stream().anyMatch(key::startsWith);
        return known ? Optional.empty() : Optional.of("there is no such setting" + similar(key));
    }

    /** Whether it is Kafka's, and not explained by us under another name. */
    static boolean isKafkas(String key) {
        boolean ours = key.equals(Setting.STATE_DIR.key())
                || key.equals(Setting.APPLICATION_ID.key())
                || key.equals(Setting.NUM_STREAM_THREADS.key())
                || key.startsWith("value.");
        return !ours && KAFKA.contains(withoutClient(key));
    }

    private static String withoutClient(String key) {
        return CLIENTS.stream()
                .filter(key::startsWith)
                .findFirst()
                .map(prefix -> key.substring(prefix.length()))
                .orElse(key);
    }

    private static String similar(String key) {
        return Stream.concat(Arrays.stream(Setting.values()).map(Setting::key), KAFKA.stream())
                .filter(known -> distance(known, key) <= 3)
                .min((a, b) -> Integer.compare(distance(a, key), distance(b, key)))
                .map(known -> "; did you mean " + known + "?")
                .orElse(": check its name, or leave it out.");
    }

    /** How many letters have to be put in, taken out or changed. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(changed, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[b.length()];
    }

    private static Set<String> kafka() {
        Set<String> keys = new TreeSet<>(StreamsConfig.configDef().names());
        keys.addAll(ProducerConfig.configNames());
        keys.addAll(ConsumerConfig.configNames());
        keys.addAll(AdminClientConfig.configNames());
        keys.add(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
        return keys;
    }
}
