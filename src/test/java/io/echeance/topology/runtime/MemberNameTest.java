package io.echeance.topology.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An instance in its group")
class MemberNameTest {

    private static final String NAME = "consumer.group.instance.id";

    @TempDir
    private Path state;

    private static TopologyDescription graph(String... topics) {
        return new Topology().addSource("source", topics).describe();
    }

    private Properties named(Map<String, String> more) {
        return named(more, graph("orders", "payments"));
    }

    private Properties named(Map<String, String> more, TopologyDescription graph) {
        Properties properties = new Properties();
        properties.putAll(Map.of("state.dir", state.toString(), "application.id", "echeance"));
        properties.putAll(more);
        MemberName.give(properties, graph);
        return properties;
    }

    @Test
    @DisplayName("bears the same name as long as it has its state")
    void sameAsLongAsItHasItsState() throws IOException {
        String name = named(Map.of()).getProperty(NAME);

        assertThat(named(Map.of())).containsEntry(NAME, name);

        Files.delete(state.resolve("echeance").resolve("member"));
        assertThat(named(Map.of()).getProperty(NAME)).isNotBlank().isNotEqualTo(name);
    }

    @Test
    @DisplayName("is another member with another graph, and the same in whatever order a graph tells of its topics")
    void anotherWithAnotherGraph() {
        String name = named(Map.of()).getProperty(NAME);

        assertThat(named(Map.of(), graph("payments", "orders"))).containsEntry(NAME, name);
        assertThat(named(Map.of(), graph("orders")).getProperty(NAME)).isNotEqualTo(name);
        assertThat(named(Map.of())).containsEntry(NAME, name);
    }

    @Test
    @DisplayName("gets a name where one was written in half")
    void writtenInHalf() throws IOException {
        Files.createDirectories(state.resolve("echeance"));
        Files.writeString(state.resolve("echeance").resolve("member"), "4711-");

        String name = named(Map.of()).getProperty(NAME);

        assertThat(name).hasSize(36 + 1 + 8);
        assertThat(named(Map.of())).containsEntry(NAME, name);
    }

    @Test
    @DisplayName("keeps the name that it was given, and has none where the group knows no names")
    void keepsItsOwn() {
        assertThat(named(Map.of(NAME, "north"))).containsEntry(NAME, "north");
        assertThat(named(Map.of("group.instance.id", "north"))).doesNotContainKey(NAME);
        assertThat(named(Map.of("group.protocol", "streams"))).doesNotContainKey(NAME);
        assertThat(state).isEmptyDirectory();
    }
}
