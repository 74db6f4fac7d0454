package io.echeance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A broker in a process of its own")
class BrokerProcessIT {

    @Test
    @DisplayName("comes back on the same port with its topics when it was killed")
    void comesBack(@TempDir Path root) throws Exception {
        try (BrokerProcess broker = BrokerProcess.start(BrokerSettings.alone(root.resolve("broker"), 0));
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker.relaunch();
            broker.awaitReady();

            assertThat(admin.listTopics().names().get()).containsExactly("kept");
        }
    }

    @Test
    @DisplayName("forms a cluster with two others, which outlives any one of them")
    void formsACluster(@TempDir Path root) throws Exception {
        List<BrokerProcess> brokers = BrokerSettings.cluster(3, root).stream()
                .map(BrokerProcess::launch)
                .toList();
        try {
            brokers.forEach(BrokerProcess::awaitReady);
            brokers.getFirst().kill();
            String survivors =
                    brokers.get(1).bootstrapServers() + "," + brokers.get(2).bootstrapServers();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", survivors))) {
                admin.createTopics(List.of(new NewTopic("kept", 1, (short) 2)))
                        .all()
                        .get();
                // Each broker hears of it from the controller in its own time.
                await().untilAsserted(() ->
                        assertThat(admin.listTopics().names().get()).containsExactly("kept"));
            }
        } finally {
            brokers.forEach(BrokerProcess::kill);
        }
    }
}
