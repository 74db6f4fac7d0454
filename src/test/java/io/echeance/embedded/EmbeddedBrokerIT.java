package io.echeance.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded broker")
class EmbeddedBrokerIT {

    @Test
    @DisplayName("says in one sentence that its port is taken")
    void portTaken(@TempDir Path directory) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertRefused(
                    BrokerSettings.alone(directory, other.getLocalPort()),
                    other.getLocalPort() + " for the broker is taken");
        }
    }

    @Test
    @DisplayName("says in one sentence that its directory is damaged, and destroys nothing there")
    void damaged(@TempDir Path root) throws Exception {
        Path directory = root.resolve("broker");
        BrokerSettings settings = BrokerSettings.alone(directory, 0);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
            assertRefused(settings, "in use by another run");
        }
        Path meta = directory.resolve("meta.properties");
        byte[] sound = Files.readAllBytes(meta);

        Files.writeString(meta, "");
        assertRefused(settings, "damaged (meta.properties is incomplete)");
        Files.write(meta, new byte[] {'\\', 'u', 'x', 1, 2, 3});
        assertRefused(settings, "damaged (meta.properties cannot be read)");
        Files.delete(meta);
        assertRefused(settings, "damaged (meta.properties is missing)");
        Files.write(meta, sound);

        truncate(directory.resolve("__cluster_metadata-0").resolve("00000000000000000000.log"));
        assertRefused(settings, "damaged (its metadata log has lost kept-0)");
        assertRefused(settings, "damaged (its metadata log has lost topics)");
        assertThat(directory)
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("kept-0"));
    }

    private static void truncate(Path log) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
            file.setLength(300);
        }
    }

    private static void assertRefused(BrokerSettings settings, String reason) {
        assertThatThrownBy(() -> EmbeddedBroker.start(settings).close())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(reason)
                .satisfies(refusal ->
                        assertThat(refusal.getMessage()).doesNotContain("\n").endsWith("."));
    }
}
