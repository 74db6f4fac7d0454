package io.echeance.app;

import io.echeance.app.demo.Demo;
import io.echeance.app.terminal.StopSignal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code demo}: everything on this machine. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Starts a broker and a registry on this machine, runs the whole stream, and plays a year and a half of"
                        + " orders through it. It keeps what it has and goes on where it was; Ctrl-C ends it.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class DemoCommand implements Runnable {

    private static final int LAST_PORT = 65_535;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "1",
            converter = OptionConverters.Speed.class,
            description = "Days a second, such as 1 or 0.5; 0: as fast as it can. (${DEFAULT-VALUE})")
    private BigDecimal speed;

    @Option(
            names = "--until",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description =
                    "Play until this day is closed, print a summary and end. Without it, all is played and stays up.")
    private @Nullable LocalDate until;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = ".echeance/demo",
            description = "Where broker, registry and stream keep their data. (${DEFAULT-VALUE})")
    private Path directory;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "The broker's; 0: any free one. (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "The registry's; 0: any free one. (${DEFAULT-VALUE})")
    private int registryPort;

    @Option(
            names = "--query-port",
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "Where it answers questions; 0: any free one. (${DEFAULT-VALUE})")
    private int queryPort;

    @Override
    public void run() {
        check("--port " + port, port >= 0 && port <= LAST_PORT, "is not a port: name one from 0 to 65535");
        check("--registry-port " + registryPort, registryPort >= 0 && registryPort <= LAST_PORT, "is not a port");
        check("--query-port " + queryPort, queryPort >= 0 && queryPort <= LAST_PORT, "is not a port");
        Quiet.intoFile(directory);
        Demo demo = new Demo(directory, speed, until, port, registryPort, queryPort);
        StopSignal.heed(signal -> demo.run(signal, spec.commandLine().getOut()));
    }

    private void check(String option, boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), option + " " + otherwise);
        }
    }
}
