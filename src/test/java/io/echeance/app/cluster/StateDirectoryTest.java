package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.WorkFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A place where no state can be kept")
class StateDirectoryTest {

    @TempDir
    private static Path folder;

    private static Path file() {
        return folder.resolve("file");
    }

    static Stream<Path> places() {
        return Stream.of(file().resolve("below"), Path.of("/proc/echeance"));
    }

    @ParameterizedTest
    @MethodSource("places")
    @DisplayName("is named, and nothing starts")
    void isNamed(Path place) throws IOException {
        String text = "application.id=echeance\nbootstrap.servers=127.0.0.1:1\n"
                + "apicurio.registry.url=http://127.0.0.1:1/apis/registry/v3\nstate.dir=" + place + "\n";

        Settings settings = SettingsFile.read("run.properties", text, Map.of());
        Files.writeString(file(), ""); // made after the settings were judged

        assertThatExceptionOfType(WorkFailed.class)
                .isThrownBy(() -> Instance.start(settings, 1).close())
                .withMessageContaining(place.toString());
    }
}
