package io.echeance.bench;

import io.echeance.embedded.SharedCluster;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A program in a process of its own; it ends with this one. */
record BenchProcess(Process process) implements AutoCloseable {

    /** Among the fields of a thread's {@code stat} behind its name. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    private static final List<String> FLAGS =
            List.of("-Xmx1g", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");

    /** Its arguments: the broker, the registry, a folder for its state, then these. */
    static BenchProcess start(Class<?> program, List<String> arguments) throws IOException {
        return start(folder(), program, arguments);
    }

    /** For one process, or for several that follow each other with one state. */
    static Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target")), "bench-");
    }

    /** In a folder that another may have left its state in. */
    static BenchProcess start(Path folder, Class<?> program, List<String> arguments) throws IOException {
        return start("", folder, program, arguments);
    }

    /** @param before what goes before our classes; may be empty */
    static BenchProcess start(String before, Path folder, Class<?> program, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        String more = System.getProperty("bench.flags", "");
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(List.of(
                "-cp",
                (before.isEmpty() ? "" : before + File.pathSeparator) + System.getProperty("java.class.path"),
                program.getName()));
        command.add(SharedCluster.get().bootstrapServers());
        command.add(SharedCluster.get().registryApi().toString());
        command.add(folder.resolve("state").toString());
        command.addAll(arguments);
        return new BenchProcess(new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(folder.resolve("log").toFile()))
                .start());
    }

    /** Says something to it, and waits for what it answers. */
    String ask(String question) throws IOException {
        process.outputWriter().write(question + "\n");
        process.outputWriter().flush();
        String answer = process.inputReader().readLine();
        if (answer == null) {
            throw new IOException("it has ended, its log says why");
        }
        return answer;
    }

    /** Bytes of its memory that are in use, those outside of Java's heap included. Linux only. */
    long memory() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        return 0;
    }

    /** Milliseconds that this process, in which the broker is, and all others of it have worked: the registry. */
    long besides() {
        ProcessHandle own = ProcessHandle.current();
        return Stream.concat(Stream.of(own), own.children())
                .filter(one -> one.pid() != process.pid())
                .mapToLong(one -> one.info().totalCpuDuration().orElseThrow().toMillis())
                .sum();
    }

    /** What all its threads have worked, for itself and for the system. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /**
     * What its threads have worked but for the just-in-time compilers, which are half of a short run: as the system
     * counts it, in hundredths of a second. Linux only.
     */
    Duration processorTimeButCompilers() throws IOException {
        long hundredths = 0;
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (Path thread : threads.toList()) {
                String stat = Files.readString(thread.resolve("stat"));
                int behindName = stat.lastIndexOf(')');
                String[] fields = stat.substring(behindName + 2).split(" ");
                if (!stat.substring(stat.indexOf('(') + 1, behindName).matches("C[12] Compiler.*")) {
                    hundredths += Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM]);
                }
            }
        }
        return Duration.ofMillis(10 * hundredths);
    }

    /** Whoever fails ends: what it leaves running, a broker among it, must not keep it alive. */
    static void endOnFailure() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().exit(1);
        });
    }

    /** As power does that goes. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }

    /** In the other process: until the one that started it is done with it. */
    static void untilClosed() throws IOException {
        while (System.in.read() >= 0) {
            // It says nothing.
        }
    }
}
