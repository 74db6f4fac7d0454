package io.echeance.bench;

import static io.echeance.bench.Printing.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL of this machine, on an empty database of its own; as the user {@code postgres} where root starts it.
 *
 * <p>It writes as a broker does: what is committed is safe from the end of the process, not from that of the machine.
 */
final class Postgres implements AutoCloseable {

    private static final List<Path> PLACES = List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr/local/bin"));

    private final Path folder;
    private final Process server;
    private final int port;

    private Postgres(Path folder, Process server, int port) {
        this.folder = folder;
        this.server = server;
        this.port = port;
    }

    /** Empty where there is none, or none that makes a database; it is said which. */
    static Optional<Postgres> start() throws IOException, InterruptedException, SQLException {
        Optional<Path> programs = programs();
        if (programs.isEmpty()) {
            print("PostgreSQL: not run, this machine has none%n");
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("bench-postgres-");
        if (isRoot()) {
            require(said(List.of("chown", "postgres", folder.toString())));
        }
        String data = folder.resolve("data").toString();
        Optional<String> refused = said(asItself(
                List.of(programs.get().resolve("initdb").toString(), "-D", data, "-A", "trust", "-U", "bench")));
        if (refused.isPresent()) {
            // Such as a /dev/null into which only root may write: nothing that waiting longer would mend.
            print("PostgreSQL: not run, it makes no database:%n%s%n", refused.get());
            delete(folder);
            return Optional.empty();
        }
        int port = freePort();
        List<String> command = new ArrayList<>(asItself(List.of(
                programs.get().resolve("postgres").toString(), "-D", data, "-p", String.valueOf(port), "-k", data)));
        for (String setting : List.of(
                "listen_addresses=127.0.0.1",
                "synchronous_commit=off",
                "shared_buffers=256MB",
                "max_wal_size=4GB",
                "work_mem=32MB",
                "jit=off")) {
            command.addAll(List.of("-c", setting));
        }
        Process server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Postgres started = new Postgres(folder, server, port);
        started.begin();
        return Optional.of(started);
    }

    private static Optional<Path> programs() throws IOException {
        for (Path place : PLACES) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> found = Files.walk(place, 3)) {
                    Optional<Path> postgres = found.filter(
                                    file -> file.endsWith("postgres") && Files.isExecutable(file))
                            .filter(Files::isRegularFile)
                            .max(Comparator.naturalOrder());
                    if (postgres.isPresent()) {
                        return postgres.map(Path::getParent);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> asItself(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        List<String> whole = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        whole.addAll(command);
        return whole;
    }

    /** What a program says that fails; empty: it did not. */
    private static Optional<String> said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.empty() : Optional.of(String.join(" ", command) + "\n" + said);
    }

    private static void require(Optional<String> refused) throws IOException {
        if (refused.isPresent()) {
            throw new IOException(refused.get());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private void begin() throws InterruptedException, SQLException, IOException {
        String schema;
        try (InputStream sql = Objects.requireNonNull(Postgres.class.getResourceAsStream("/bench/book.sql"))) {
            schema = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
        while (true) {
            try (Connection connection = connection();
                    Statement statement = connection.createStatement()) {
                statement.execute(schema);
                return;
            } catch (SQLException e) {
                // 08001, 57P03: it is still starting.
                if (!server.isAlive() || !List.of("08001", "57P03").contains(e.getSQLState())) {
                    throw e;
                }
                server.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
    }

    Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=bench&prepareThreshold=1");
    }

    /** Processor time of the server so far, in microseconds: of all its processes, those that have ended too. */
    long processorMicros() {
        long hundredths = 0;
        try (Stream<ProcessHandle> all = Stream.concat(Stream.of(server.toHandle()), server.descendants())) {
            for (ProcessHandle one : all.toList()) {
                String stat = Files.readString(Path.of("/proc", String.valueOf(one.pid()), "stat"));
                String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                hundredths += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hundredths * 10_000;
    }

    @Override
    public void close() throws IOException {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
        server.onExit().join();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
