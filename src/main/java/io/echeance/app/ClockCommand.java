package io.echeance.app;

import io.echeance.app.cluster.BusinessDays;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.StopSignal;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.admission.ClosableDays;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
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
                    + " outage it closes the latest day alone: the ladder keeps its gaps, nothing is sent in a burst."
                    + " The stream refuses a day that is more than 40 days after the last one: then it says what to"
                    + " do.")
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
            names = "--catch-up",
            description = "After an outage of more than 40 days: close as few days as the stream allows, and end.")
    private boolean catchUp;

    @Option(
            names = "--from",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "The first day of a backfill, where none was closed yet.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "The last day of a backfill; without it, the last one that is over.")
    private @Nullable LocalDate to;

    @Mixin
    private ConfigOption config = new ConfigOption();

    /** How many records that closed nothing were seen at the last announcement. */
    private int refusedBefore;

    private final DayClock clock = new DayClock(InstantSource.system());

    @Override
    public void run() {
        check();
        Settings settings = config.settings();
        if (dayByDay) {
            StopSignal.heed(signal -> backfill(settings, signal));
        } else if (catchUp) {
            StopSignal.heed(signal -> catchUp(settings, signal));
        } else if (once) {
            close(settings);
        } else {
            StopSignal.heed(signal -> go(settings, signal));
        }
    }

    private void check() {
        if (Stream.of(once, dayByDay, catchUp).filter(asked -> asked).count() > 1) {
            throw new ParameterException(
                    spec.commandLine(), "--once, --day-by-day and --catch-up do not go together: choose one");
        }
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
        spec.commandLine().getErr().println("The clock runs: it closes each day once it is over in Europe/Paris.");
        spec.commandLine().getErr().flush();
        while (!signal.isAsked()) {
            Duration wait = LOOK_AGAIN;
            try {
                close(settings);
                Duration midnight = clock.untilMidnight();
                wait = midnight.compareTo(LOOK_AGAIN) < 0 ? midnight : LOOK_AGAIN;
            } catch (ClusterTrouble trouble) {
                log().warn("The clock tries again: {}", trouble.getMessage());
                wait = TRY_AGAIN;
            } catch (WorkFailed refused) {
                log().error("No day is closed: {}", refused.getMessage());
            } catch (RuntimeException unforeseen) {
                log().error("The clock tries again, after what nobody foresaw.", unforeseen);
            }
            signal.within(wait);
        }
    }

    private void close(Settings settings) {
        try (Cluster cluster = Cluster.reach(settings);
                BusinessDays days = taken(cluster)) {
            clock.due(days.last()).ifPresent(day -> close(days, day));
        }
    }

    /** Those that the stream has accepted; what it has refused is announced, once. */
    private BusinessDays taken(Cluster cluster) {
        BusinessDays days = BusinessDays.take(cluster);
        List<String> refused = days.refused();
        if (refused.size() > refusedBefore) {
            log().warn("{} records on business-days closed nothing, the last: {}.", refused.size(), refused.getLast());
            refusedBefore = refused.size();
        }
        days.last().filter(last -> last.isAfter(clock.lastOver())).ifPresent(last -> {
            days.close();
            throw new WorkFailed(last + " is closed on every partition, and is not over yet in Europe/Paris, where "
                    + clock.lastOver() + " is the last day that is. Until then no day can be closed: look whether this"
                    + " machine's clock is right, or whether these days are simulated.");
        });
        return days;
    }

    private void backfill(Settings settings, StopSignal signal) {
        try (Cluster cluster = Cluster.reach(settings);
                BusinessDays days = taken(cluster)) {
            LocalDate end = to == null ? clock.lastOver() : to;
            LocalDate day = first(days.last());
            while (!day.isAfter(end) && !signal.isAsked()) {
                close(days, day);
                day = day.plusDays(1);
            }
        }
    }

    private void catchUp(Settings settings, StopSignal signal) {
        try (Cluster cluster = Cluster.reach(settings);
                BusinessDays days = taken(cluster)) {
            Optional<LocalDate> due = clock.due(days.last());
            while (due.isPresent() && !signal.isAsked()) {
                LocalDate farthest = days.last()
                        .map(last -> last.plusDays(ClosableDays.LONGEST_JUMP))
                        .filter(day -> day.isBefore(clock.lastOver()))
                        .orElse(due.get());
                close(days, farthest);
                due = clock.due(days.last());
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
        days.objection(day, clock.lastOver().plusDays(1)).ifPresent(objection -> {
            throw new WorkFailed("the stream would refuse it: " + objection + ". After an outage as long as that,"
                    + " 'clock --catch-up' closes as few days in between as it may, so that steps keep their gaps;"
                    + " 'clock --day-by-day' closes each of them, as if there had been none.");
        });
        days.close(day);
        PrintWriter out = spec.commandLine().getOut();
        out.println(day + " is closed");
        out.flush();
    }

    /** Not before something is logged: to set up the log takes a quarter of what {@code --help} takes. */
    private static Logger log() {
        return LoggerFactory.getLogger(ClockCommand.class);
    }
}
