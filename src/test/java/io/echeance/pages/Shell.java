package io.echeance.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Another program, run to its end. */
public final class Shell {

    private static final long LIMIT_SECONDS = 180;

    /**
     * What became of it.
     *
     * @param out what it wrote, errors included
     */
    public record Done(List<String> command, int status, String out) {

        Done assertDone() {
            assertThat(status).as("%s says: %s", String.join(" ", command), out).isZero();
            return this;
        }
    }

    private Shell() {}

    /** Whether this machine has it. */
    static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Done run(String... command) throws IOException, InterruptedException {
        return run(Path.of(""), Map.of(), command);
    }

    static Done run(Path folder, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        return run(folder, environment, (process, out) -> {}, command);
    }

    /**
     * One that goes on until it is stopped.
     *
     * @param works whether it has done enough, by what it has said
     */
    static Done stopped(Path folder, Map<String, String> environment, Predicate<String> works, String... command)
            throws IOException, InterruptedException {
        return run(
                folder,
                environment,
                (process, out) -> {
                    await().atMost(Duration.ofSeconds(LIMIT_SECONDS))
                            .until(() -> !process.isAlive() || works.test(Files.readString(out)));
                    process.destroy();
                },
                command);
    }

    private static Done run(
            Path folder, Map<String, String> environment, BiConsumer<Process, Path> meanwhile, String... command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            meanwhile.accept(process, out);
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends in time; it says: %s", String.join(" ", command), Files.readString(out))
                    .isTrue();
            return new Done(List.of(command), process.exitValue(), Files.readString(out));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.deleteIfExists(out);
        }
    }
}
