package io.echeance.embedded;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The embedded registry")
class EmbeddedRegistryIT {

    @Test
    @DisplayName("does not outlive a parent that was killed, and its directory can be used again at once")
    void doesNotOutliveItsParent(@TempDir Path directory) {
        ChildProcess parent = ChildProcess.java(
                List.of("-cp", System.getProperty("java.class.path"), Parent.class.getName(), directory.toString()),
                directory.resolve("parent.log"));
        parent.awaitReady(() -> registryOf(directory).isPresent(), Duration.ofSeconds(60), log -> Optional.empty());
        ProcessHandle orphan = registryOf(directory).orElseThrow();

        parent.kill();

        EmbeddedRegistry.launch(RegistryProgram.find(), directory, 0).close();
        await().atMost(Duration.ofSeconds(15)).until(() -> !orphan.isAlive());
    }

    @Test
    @DisplayName("says in one sentence that its storage is damaged")
    void damaged(@TempDir Path directory) throws IOException {
        Files.write(directory.resolve("schemas.mv.db"), new byte[8192]);

        assertThatThrownBy(() -> EmbeddedRegistry.start(RegistryProgram.find(), directory, 0)
                        .close())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("The registry's storage in " + directory + " is damaged");
    }

    private static Optional<ProcessHandle> registryOf(Path directory) {
        return new PidFile(directory.resolve("registry.pid")).process();
    }

    /** A process that starts a registry and waits for it. */
    static final class Parent {
        private Parent() {}

        public static void main(String... directory) {
            EmbeddedRegistry.launch(RegistryProgram.find(), Path.of(directory[0]), 0)
                    .failure()
                    .join();
        }
    }
}
