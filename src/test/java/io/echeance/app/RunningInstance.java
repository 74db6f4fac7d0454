package io.echeance.app;

import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Instance;
import io.echeance.app.cluster.OneMasterKey;
import io.echeance.app.cluster.TopicCheck;
import java.time.Duration;

/** What {@code run} runs, in this process, where it matters what it does and not how a process begins and ends. */
record RunningInstance(Instance instance) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Creates the topics, and returns when it has its part of the work. */
    static RunningInstance on(Cluster cluster) {
        int partitions = TopicCheck.of(cluster);
        OneMasterKey.check(cluster);
        Instance instance = Instance.start(cluster.settings(), partitions);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            instance.requireHealth();
            return instance.stream().isReady();
        });
        return new RunningInstance(instance);
    }

    /** It must not have stopped by itself. */
    void requireHealth() {
        instance.requireHealth();
    }

    /** Finishes what is open and leaves its group. */
    @Override
    public void close() {
        instance.close();
    }
}
