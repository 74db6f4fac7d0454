package io.echeance.pages;

import io.echeance.app.Calls;
import io.echeance.house.Distribution;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A process in a folder and an environment of its own, started with the first command, which runs one command of the
 * program after the other: where it matters what they do there, and not how a process begins.
 */
final class CommandLoop implements AutoCloseable {

    private final ProcessBuilder builder;
    private @Nullable Process process;

    CommandLoop(Path folder, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(Distribution.asRehearsed());
        command.addAll(List.of("-cp", Distribution.testClassPath(), Calls.class.getName()));
        this.builder = new ProcessBuilder(command)
                .directory(folder.toAbsolutePath().toFile())
                .redirectErrorStream(true);
        builder.environment().putAll(environment);
    }

    /** @param line of words with blanks between them */
    Shell.Done run(String line) throws IOException {
        if (process == null) {
            process = builder.start();
        }
        process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        List<String> said = new ArrayList<>();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        while (true) {
            String next = reader.readLine();
            if (next == null) {
                throw new IOException(line + " has ended the process: " + said);
            }
            if (next.startsWith(Calls.STATUS)) {
                int status = Integer.parseInt(next.substring(Calls.STATUS.length()));
                return new Shell.Done(List.of(line.split(" ")), status, String.join("\n", said));
            }
            said.add(next);
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}
