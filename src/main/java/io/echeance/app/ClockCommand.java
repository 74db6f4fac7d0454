package io.echeance.app;

import io.echeance.app.cluster.BusinessDays;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.StopSignal;
import io.echeance.app.terminal.WrongCall;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code clock}: closes the days. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description =
                "Publishes DayClosed to every partition of business-days when a day ends in Europe/Paris. After an"
                    + " outage it closes the latest day alone: the ladder keeps its gaps, nothing is sent in a burst.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class ClockCommand implements Runnable {

    /** A machine that slept, or whose clock was set, is noticed after that long. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private static final Duration TRY_AGAIN = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    @Option(names = "--once", description = "Close what is due now, and end.")
    private boolean once;

    @Option(
            names = "--day-by-day",
            description = "Close every day since the last one that was closed, and end: for backfills.")
    private boolean dayByDay;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = Written.Date.class,
            description = "The first day of a backfill, where none was closed yet.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = Written.Date.class,
            description = "The last day of a backfill; without it, the last one that is over.")
    private @Nullable LocalDate to;

    @Mixin
    private ConfigOption config = new ConfigOption();

    private final DayClock clock = new DayClock(InstantSource.system());

    @Override
    public void run() {
        check();
        Settings settings = config.settings();
        if (dayByDay) {
            StopSignal.heed(signal -> backfill(settings, signal));
        } else if (once) {
            close(settings);
        } else {
            StopSignal.heed(signal -> go(settings, signal));
        }
    }

    private void check() {
        if (!dayByDay && (from != null || to != null)) {
            throw new ParameterException(spec.commandLine(), "--from and --to go with --day-by-day");
        }
        if (to != null && to.isAfter(clock.lastOver())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to " + to + " is not over yet in Europe/Paris: the last day that is over is "
                            + clock.lastOver());
        }
        if (from != null && to != null && from.isAfter(to)) {
            throw new ParameterException(spec.commandLine(), "--from " + from + " comes after --to " + to);
        }
    }

    private void go(Settings settings, StopSignal signal) {
        while (!signal.isAsked()) {
            Duration wait = LOOK_AGAIN;
            try {
                close(settings);
                Duration midnight = clock.untilMidnight();
                wait = midnight.compareTo(LOOK_AGAIN) < 0 ? midnight : LOOK_AGAIN;
            } catch (ClusterTrouble trouble) {
                LoggerFactory.getLogger(ClockCommand.class).warn("The clock tries again: {}", trouble.getMessage());
                wait = TRY_AGAIN;
            }
            signal.within(wait);
        }
    }

    private void close(Settings settings) {
        try (Cluster cluster = Cluster.reach(settings);
                BusinessDays days = BusinessDays.take(cluster)) {
            clock.due(days.last()).ifPresent(day -> close(days, day));
        }
    }

    private void backfill(Settings settings, StopSignal signal) {
        try (Cluster cluster = Cluster.reach(settings);
                BusinessDays days = BusinessDays.take(cluster)) {
            LocalDate end = to == null ? clock.lastOver() : to;
            LocalDate day = first(days.last());
            while (!day.isAfter(end) && !signal.isAsked()) {
                close(days, day);
                day = day.plusDays(1);
            }
        }
    }

    private LocalDate first(Optional<LocalDate> last) {
        if (last.isPresent()) {
            LocalDate next = last.get().plusDays(1);
            return from != null && from.isAfter(next) ? from : next;
        }
        if (from == null) {
            throw new WrongCall("no day was ever closed: say with --from DATE on which day to begin.");
        }
        return from;
    }

    private void close(BusinessDays days, LocalDate day) {
        days.close(day);
        PrintWriter out = spec.commandLine().getOut();
        out.println(day + " is closed");
        out.flush();
    }
}
