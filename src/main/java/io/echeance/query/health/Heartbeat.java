package io.echeance.query.health;

import io.echeance.core.order.Sentence;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Whether the threads of a stream go round: how long ago each of them asked its consumer for records, which it does
 * every 100 ms while it waits for records or for a broker that is away, while others of its tasks are restored, and
 * while tasks move. Not so a thread that waits for a lock, or works on one record for ever; the state of the stream
 * stays RUNNING then.
 *
 * @param patience how long a thread may be away before it is said to stand still
 */
public record Heartbeat(KafkaStreams streams, Duration patience) {

    /** Of a thread's consumers the main one; those that restore, and the global one, wait for as long as it takes. */
    private static final Pattern MAIN_CONSUMER = Pattern.compile(".*-(StreamThread-\\d+)-consumer");

    private static final String LAST_POLL = "last-poll-seconds-ago";
    private static final String OF_CONSUMERS = "consumer-metrics";

    /** Since when each thread has not gone round. One that has not begun, or has ended, is none. */
    Map<String, Duration> ages() {
        Map<String, Duration> ages = new TreeMap<>();
        for (Metric metric : streams.metrics().values()) {
            MetricName name = metric.metricName();
            if (name.name().equals(LAST_POLL)
                    && name.group().equals(OF_CONSUMERS)
                    && metric.metricValue() instanceof Number seconds
                    && seconds.longValue() >= 0) {
                Matcher client = MAIN_CONSUMER.matcher(name.tags().getOrDefault("client-id", ""));
                if (client.matches()) {
                    ages.put(client.group(1), Duration.ofSeconds(seconds.longValue()));
                }
            }
        }
        return ages;
    }

    /** The longest that a thread has not gone round, in seconds. */
    long longestSeconds() {
        return ages().values().stream().mapToLong(Duration::toSeconds).max().orElse(0);
    }

    /** How many threads stand still. */
    long standing() {
        return ages().values().stream().filter(this::isTooLong).count();
    }

    /** The thread that has stood still for longest, in a sentence. Empty: none does. */
    public Optional<Sentence> complaint() {
        return ages().entrySet().stream()
                .filter(thread -> isTooLong(thread.getValue()))
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(thread -> standing(thread.getKey(), thread.getValue().toSeconds()));
    }

    private Sentence standing(String thread, long seconds) {
        String setting = " s (stream.patience.ms = " + patience.toMillis() + ")";
        return new Sentence(
                thread + " n’avance plus depuis " + seconds + setting
                        + " : à l’arrêt, rien n’en est traité ; redémarrer l’instance",
                thread + " has not gone round for " + seconds + setting
                        + ": it stands still, nothing of it is processed; start the instance again");
    }

    private boolean isTooLong(Duration age) {
        return age.compareTo(patience) > 0;
    }
}
