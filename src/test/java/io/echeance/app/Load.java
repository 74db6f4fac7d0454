package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Fifty questions a second, each looked at: right, or "ask again", or wrong. */
final class Load implements AutoCloseable {

    private static final long PERIOD_MS = 20;

    private final Map<String, JsonNode> expected;
    private final List<String> paths;
    private final List<Questions> asked;
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger copies = new AtomicInteger();
    private final AtomicInteger again = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> silentSince = new HashMap<>();
    private long longestSilence;

    Load(Map<String, JsonNode> expected, List<Questions> asked) {
        this.expected = expected;
        this.paths = List.copyOf(expected.keySet());
        this.asked = new CopyOnWriteArrayList<>(asked);
        var unused = clock.scheduleAtFixedRate(this::question, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** From now on this one is asked too. */
    void ask(Questions instance) {
        asked.add(instance);
    }

    private void question() {
        int n = turn.getAndIncrement();
        String path = paths.get(n % paths.size());
        Questions instance = asked.get(n / paths.size() % asked.size());
        clock.execute(() -> question(path, instance));
    }

    private void question(String path, Questions instance) {
        try {
            Answered answered = instance.get(path);
            if (answered.status() == 200 && InstancesIT.isRight(answered, expected.get(path))) {
                right.incrementAndGet();
                copies.addAndGet(answered.header("Echeance-Copy-Records-Behind").isEmpty() ? 0 : 1);
                heard(path);
            } else if (answered.status() == 503
                    && answered.header("Retry-After").equals("1")) {
                again.incrementAndGet();
                silent(path);
            } else {
                wrong.add(path + ": " + answered.status() + " "
                        + answered.response().body());
            }
        } catch (UncheckedIOException e) {
            wrong.add(path + ": " + e);
        }
    }

    private synchronized void heard(String path) {
        Long since = silentSince.remove(path);
        if (since != null) {
            longestSilence = Math.max(longestSilence, System.nanoTime() - since);
        }
    }

    private synchronized void silent(String path) {
        silentSince.putIfAbsent(path, System.nanoTime());
    }

    /** The longest time for which one order was only answered by "ask again". */
    synchronized Duration longestSilence() {
        long now = System.nanoTime();
        return Duration.ofNanos(
                silentSince.values().stream().mapToLong(since -> now - since).reduce(longestSilence, Math::max));
    }

    int answered() {
        return right.get();
    }

    int ofCopies() {
        return copies.get();
    }

    void assertRight() {
        System.getLogger(Load.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "right: {0}, of copies: {1}, ask again: {2}, longest silence: {3}",
                        right,
                        copies,
                        again,
                        longestSilence());
        assertThat(wrong).isEmpty();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
