package io.echeance.bench;

import io.echeance.embedded.SharedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own; it ends with this one. */
record BenchProcess(Process process) implements AutoCloseable {

    private static final List<String> FLAGS =
            List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    /** Its arguments: the broker, the registry, a folder for its state, then these. */
    static BenchProcess start(Class<?> program, List<String> arguments) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        String more = System.getProperty("bench.flags", "");
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.add(SharedCluster.get().bootstrapServers());
        command.add(SharedCluster.get().registryApi().toString());
        command.add(folder.resolve("state").toString());
        command.addAll(arguments);
        return new BenchProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start());
    }

    /** What all its threads have worked, for itself and for the system. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** In the other process: until the one that started it is done with it. */
    static void untilClosed() throws IOException {
        while (System.in.read() >= 0) {
            // It says nothing.
        }
    }
}
