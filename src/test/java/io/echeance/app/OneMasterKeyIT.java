package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.OneMasterKey;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicCheck;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.embedded.SharedCluster;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Instances of one installation")
class OneMasterKeyIT {

    @TempDir
    private Path folder;

    private final String installation = SharedCluster.uniqueName("master-key");

    private String settings(@Nullable String key) throws IOException {
        String settings = SharedCluster.settings(installation) + "topics.partitions=1\nquery.port=-1\n" + "state.dir="
                + folder.resolve("state") + "\n";
        if (key == null) {
            return settings;
        }
        MasterKey.inOrMade(folder.resolve(key));
        return settings + "privacy.master.key.file=" + folder.resolve(key) + "\n";
    }

    private Cluster with(@Nullable String key) throws IOException {
        return Cluster.reach(SettingsFile.read("app.properties", settings(key), Map.of()));
    }

    private void check(@Nullable String key) throws IOException {
        try (Cluster cluster = with(key)) {
            TopicCheck.of(cluster);
            OneMasterKey.check(cluster);
        }
    }

    @Test
    @DisplayName("seal under one master key: who comes with another one does not start, and hears what to do")
    void whoComesWithAnotherDoesNotStart() throws IOException {
        check("one");
        assertThatCode(() -> check("one")).as("again").doesNotThrowAnyException();
        assertThatCode(() -> check(null)).as("none").doesNotThrowAnyException();
        Path config = Files.writeString(folder.resolve("other.properties"), settings("other"));

        Call run = Call.of("run", "--config", config.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "the keys on " + installation + ".person-keys lie under another master key than the one in "
                                + folder.resolve("other"),
                        "use a copy of that file",
                        "delete the topic " + installation + ".person-keys");
    }

    @Test
    @DisplayName("that sealed before anybody looked are known by their first key, and none by what is erased")
    void areKnownByWhatTheySealed() throws IOException {
        try (Cluster cluster = with(null)) {
            TopicCheck.of(cluster);
            MasterKey.inOrMade(folder.resolve("one"));
            MasterKey.Made made = MasterKey.in(folder.resolve("one")).make("order/T-1");
            MasterKey.Made erased = MasterKey.random().make("order/T-2");
            try (Publisher publisher = Publisher.of(cluster)) {
                publisher.publish(List.of(
                        new Entry(Topic.PERSON_KEYS, erased.id(), null),
                        new Entry(Topic.PERSON_KEYS, made.id(), made.kept())));
            }
        }
        check("one");
        assertThatCode(() -> check("other")).isInstanceOf(WorkFailed.class);
    }

    @Test
    @DisplayName("that start at the same moment with different keys: one does, the others do not")
    void ofSeveralAtAMomentOneStarts() throws Exception {
        check(null);
        List<String> keys = List.of("a", "b", "c", "d", "e");
        for (String key : keys) {
            MasterKey.inOrMade(folder.resolve(key));
        }
        List<String> started = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (ExecutorService all = Executors.newFixedThreadPool(keys.size())) {
            Map<String, Future<?>> checks = new java.util.TreeMap<>();
            for (String key : keys) {
                checks.put(key, all.submit(() -> {
                    check(key);
                    return key;
                }));
            }
            for (var one : checks.entrySet()) {
                try {
                    one.getValue().get();
                    started.add(one.getKey());
                } catch (ExecutionException e) {
                    assertThat(e.getCause()).isInstanceOf(WorkFailed.class);
                    refused.add(one.getKey());
                }
            }
        }
        assertThat(started).hasSize(1);
        assertThat(refused).hasSize(4);
        assertThatCode(() -> check(started.getFirst())).doesNotThrowAnyException();
    }
}
