package io.echeance.bench;

import io.echeance.app.cluster.Instance;
import io.echeance.app.cluster.QueryService;
import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import io.echeance.embedded.SharedCluster;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.Lags;
import io.echeance.query.instance.StreamHoldings;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.instance.Unsealed;
import io.echeance.query.order.Moment;
import io.echeance.query.order.OrderAnswer;
import io.echeance.topology.Installation;
import io.echeance.topology.node.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;

/**
 * An instance as {@code run} has it, questions over HTTP included, in a process of its own. Each line that it is sent
 * is a question about itself:
 *
 * <ul>
 *   <li>{@code ready}: answered when it is, with its address
 *   <li>{@code woken}: how many orders the closes of days have looked at
 *   <li>{@code stores}: how many RocksDB stores are open
 *   <li>{@code now PREFIX ORDERS QUESTIONS THREADS}: how orders stand, asked in the process
 *   <li>{@code past PREFIX ORDERS QUESTIONS THREADS FIRST DAYS}: how they stood on the morning of random days
 * </ul>
 */
final class AnsweringStream {

    private static final long BETWEEN_LOOKS = Duration.ofMillis(10).toNanos();

    private final Instance instance;
    private final QueryService answers;

    private AnsweringStream(QueryService answers, Instance instance) {
        this.answers = answers;
        this.instance = instance;
    }

    /** What it is to be started with. */
    static String settings(String application, String state) {
        return SharedCluster.settings(application) + """
            state.dir=%s
            days.simulated=true
            query.port=0
            query.requests.per.second=0
            """.formatted(state);
    }

    public static void main(String... arguments) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 3; n < arguments.length; n++) {
            text.append(arguments[n]).append('\n');
        }
        Settings settings = SettingsFile.read("bench", text.toString(), Map.of());
        try (QueryService answers = QueryService.listen(settings);
                Instance instance = Instance.start(answers.settings(), Installation.PARTITIONS)) {
            answers.answerFrom(instance);
            new AnsweringStream(answers, instance).obey();
        }
        System.exit(0);
    }

    private void obey() throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ");
            Printing.print("%s%n", answer(words));
        }
    }

    private String answer(String... words) {
        return switch (words[0]) {
            case "ready" -> ready();
            case "woken" -> String.valueOf((long) metric(Figures.SCOPE, "wake-ups-total", true));
            case "stores" -> String.valueOf((long) metric("stream-state", "num-entries-active-mem-table", false));
            case "now" -> asked(words, new Moment(null, null), 0).toString();
            case "past" ->
                asked(words, new Moment(LocalDate.parse(words[5]), null), Integer.parseInt(words[6]))
                        .toString();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String ready() {
        while (!instance.stream().isReady()) {
            instance.requireHealth();
            // It must not take what the start has use for: one of two processors.
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return answers.address().orElseThrow();
    }

    /** The sum of a figure over all that has it, or how many have it. */
    private double metric(String group, String name, boolean sum) {
        return instance.stream().kafkaStreams().metrics().values().stream()
                .filter(metric -> metric.metricName().group().contains(group)
                        && metric.metricName().name().equals(name))
                .mapToDouble(metric -> sum ? ((Number) metric.metricValue()).doubleValue() : 1)
                .sum();
    }

    private Durations asked(String[] words, Moment first, int days) {
        String prefix = words[1];
        int orders = Integer.parseInt(words[2]);
        int questions = Integer.parseInt(words[3]);
        int threads = Integer.parseInt(words[4]);
        KafkaStreams streams = instance.stream().kafkaStreams();
        String[] here = answers.address().orElseThrow().replaceFirst(".*//", "").split(":");
        StreamHoldings holdings = new StreamHoldings(
                () -> streams,
                instance.stream().reference(),
                new Address(here[0], Integer.parseInt(here[1])),
                new Lags(streams::allLocalStorePartitionLags, Runnable::run, 0),
                Clock.systemUTC(),
                Unsealed.NOTHING);
        return Durations.of(threads, questions, thread -> {
            SplittableRandom random = new SplittableRandom(thread);
            return () -> ask(
                    holdings,
                    prefix + random.nextInt(orders),
                    first.asOf() == null ? first : new Moment(first.asOf().plusDays(random.nextInt(days)), null));
        });
    }

    private static void ask(StreamHoldings holdings, String orderId, Moment moment) {
        try {
            int partition = holdings.keepersOf(orderId).partition();
            var held = holdings.active(orderId, partition).orElseThrow();
            if (new OrderAnswer(held).statement(moment, false).isEmpty()) {
                throw new IllegalStateException(orderId);
            }
        } catch (TemporarilyUnavailable e) {
            throw new IllegalStateException(e);
        }
    }
}
