package io.echeance.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The program of {@code src/test/node}, with its libraries from npm.
 *
 * @param folder where it is installed; nothing is installed beside the sources
 */
public record NodeProgram(Path folder) {

    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final long LIMIT_SECONDS = 180;

    /** Whether this machine has what it takes. */
    public static boolean canRun() {
        return Stream.of("node", "npm").allMatch(NodeProgram::isOnThePath);
    }

    private static boolean isOnThePath(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    /** Fetches exactly what the lock file names. */
    public static NodeProgram installed() throws IOException, InterruptedException {
        return installed(SOURCES, target("node"), "read-invoices.js");
    }

    /** Of its own for each fork of the tests. */
    private static Path target(String name) {
        return Path.of("target", name + "-" + System.getProperty("fork", "1"));
    }

    /** The program that asks the query server. */
    static NodeProgram asker() throws IOException, InterruptedException {
        return installed(SOURCES.resolve("query"), target("node-query"), "ask-orders.js");
    }

    private static NodeProgram installed(Path sources, Path target, String script)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(target);
        for (String file : List.of("package.json", "package-lock.json", script)) {
            Files.copy(sources.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        NodeProgram program = new NodeProgram(folder);
        program.run("npm", "ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund");
        return program;
    }

    /** The lines that it writes to its output; its status must be 0. */
    public List<String> readInvoices(Object... arguments) throws IOException, InterruptedException {
        return script("read-invoices.js", arguments);
    }

    /** Likewise. */
    List<String> askOrders(Object... arguments) throws IOException, InterruptedException {
        return script("ask-orders.js", arguments);
    }

    private List<String> script(String name, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("node", name));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return run(command.toArray(String[]::new));
    }

    private List<String> run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve(command[0] + ".out");
        Path errors = folder.resolve(command[0] + ".err");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends in time", command[0])
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as("status of %s, which says: %s", command[0], Files.readString(errors))
                .isZero();
        return Files.readAllLines(output);
    }
}
