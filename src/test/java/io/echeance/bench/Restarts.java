package io.echeance.bench;

import static io.echeance.bench.Printing.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An instance that is stopped, killed, and loses its state: how long until it is ready again, and what it works until
 * then. With {@code -Dbench.former=CLASSES} each is done with another build as well, by turns: its classes go before
 * ours.
 */
final class Restarts {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 1);

    private final Path folder;
    private final List<String> arguments;
    private BenchProcess stream;

    Restarts(Path folder, List<String> arguments, BenchProcess stream) {
        this.folder = folder;
        this.arguments = arguments;
        this.stream = stream;
    }

    /** The instance that runs in the end. */
    BenchProcess measure() throws IOException {
        print(
                "%n%-30s %10s %10s %10s %14s %10s %6s%n",
                "ready again after", "stopped ms", "ready ms", "CPU ms", "but compilers", "broker ms", "load");
        for (int round = 0; round < ROUNDS; round++) {
            for (String former : builds()) {
                restarted("SIGTERM", former);
                restarted("SIGKILL", former);
                restarted("state lost", former);
            }
        }
        return stream;
    }

    private static List<String> builds() {
        String former = System.getProperty("bench.former", "");
        return former.isEmpty() ? List.of("") : List.of(former, "");
    }

    private void restarted(String after, String former) throws IOException {
        long stop = System.nanoTime();
        if (after.equals("SIGKILL")) {
            stream.kill();
        } else {
            stream.close();
        }
        long start = System.nanoTime();
        if (after.equals("state lost")) {
            try (Stream<Path> state = Files.walk(folder.resolve("state"))) {
                state.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        long broker = stream.besides();
        stream = BenchProcess.start(former, folder, AnsweringStream.class, arguments);
        stream.ask("ready");
        print(
                "%-30s %10d %10d %10d %14d %10d %6s%n",
                after + (former.isEmpty() ? "" : " (former build)"),
                (start - stop) / 1_000_000,
                (System.nanoTime() - start) / 1_000_000,
                stream.processorTime().toMillis(),
                stream.processorTimeButCompilers().toMillis(),
                stream.besides() - broker,
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
    }
}
