package io.echeance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.settings.SettingsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** What can be seen of the containers without any: what they are given is there, and fits together. */
@DisplayName("The files of Docker Compose")
class ComposeTest {

    private static final Path FOLDER = Path.of("docker");

    @ParameterizedTest
    @ValueSource(strings = {"compose.yaml", "compose.query.yaml"})
    @DisplayName("mount files that are there and volumes that are declared, and listen on this machine alone")
    void mountWhatIsThere(String name) throws IOException {
        Map<String, Object> file = read(name);
        Set<String> volumes = map(file, "volumes").keySet();
        map(file, "services").forEach((service, settings) -> {
            for (String mount : list(settings, "volumes")) {
                String source = mount.split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(FOLDER.resolve(source)).as(service).exists();
                } else {
                    assertThat(volumes).as(service).contains(source);
                }
            }
            assertThat(list(settings, "ports")).as(service).allMatch(port -> port.startsWith("127.0.0.1:"));
        });
    }

    @Test
    @DisplayName("name the Kafka and the registry that the program is built with, and no port twice")
    void nameTheVersions() throws IOException {
        Map<String, Object> services = map(read("compose.yaml"), "services");
        Map<String, Object> more = map(read("compose.query.yaml"), "services");
        String pom = Files.readString(Path.of("pom.xml"));
        for (String service : List.of("kafka", "registry")) {
            String image = text(services.get(service), "image");
            assertThat(pom).as(image).contains(">" + image.replaceFirst(".*:", "") + "<");
        }
        List<String> ports = new ArrayList<>();
        services.values().forEach(service -> ports.addAll(list(service, "ports")));
        more.values().forEach(service -> ports.addAll(list(service, "ports")));
        assertThat(ports.stream().map(port -> port.split(":")[1])).doesNotHaveDuplicates();
        assertThat(services.keySet()).containsAll(List.of("app-1", "app-2", "clock"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-1.properties", "app-2.properties"})
    @DisplayName("give each instance settings that hold, with brokers and registry as they are called there")
    void giveSettingsThatHold(String name) throws IOException {
        String text = Files.readString(FOLDER.resolve("config").resolve(name));

        var settings = SettingsFile.read(name, text, Map.of());

        Map<String, Object> services = map(read("compose.yaml"), "services");
        assertThat(services).containsKeys("kafka", "registry");
        assertThat(settings.values().get("bootstrap.servers"))
                .extracting(value -> Objects.requireNonNull(value).text())
                .asString()
                .startsWith("kafka:");
        assertThat(text).contains("http://registry:8080/");
    }

    @SuppressWarnings("unchecked") // A file of Compose is a map of texts.
    private static Map<String, Object> read(String name) throws IOException {
        return (Map<String, Object>) new Yaml().load(Files.readString(FOLDER.resolve(name)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object of, String key) {
        Object found = ((Map<String, Object>) of).get(key);
        return found == null ? Map.of() : (Map<String, Object>) found;
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Object of, String key) {
        Object found = ((Map<String, Object>) of).get(key);
        return found == null ? List.of() : (List<String>) found;
    }

    private static String text(Object of, String key) {
        return String.valueOf(((Map<?, ?>) of).get(key));
    }
}
