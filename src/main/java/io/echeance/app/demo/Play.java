package io.echeance.app.demo;

import io.echeance.app.cluster.BusinessDays;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.ClusterTrouble;
import io.echeance.app.cluster.Instance;
import io.echeance.app.settings.Setting;
import io.echeance.app.terminal.StopSignal;
import io.echeance.topology.runtime.Backlog;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * Lets the days pass: what becomes known on a day is published, then the day is closed, and waited for until the stream
 * has worked it off, so the sample gives the same documents at any speed.
 */
final class Play {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    private final Cluster cluster;
    private final Instance instance;
    private final Sample sample;
    private final Backlog backlog;
    private final StopSignal signal;
    private final Runnable health;

    /** @param health throws if there is no point in waiting any longer */
    Play(Cluster cluster, Instance instance, Sample sample, StopSignal signal, Runnable health) {
        this.cluster = cluster;
        this.instance = instance;
        this.sample = sample;
        this.signal = signal;
        this.health = health;
        this.backlog = new Backlog(cluster.admin(), cluster.settings().text(Setting.APPLICATION_ID), cluster.topics());
    }

    /**
     * Plays from where the topics stand.
     *
     * @param pause between two days
     * @param opened is run once what is known on the first day is published and processed: from then on, there is
     *     something to ask for
     * @return the last day that is closed; empty: it was asked to stop before the first
     */
    Optional<LocalDate> until(LocalDate end, Duration pause, PrintWriter out, Runnable opened) {
        try (BusinessDays days = BusinessDays.take(cluster);
                Telegraph telegraph = new Telegraph(cluster, sample);
                Narrator narrator = new Narrator(cluster, out)) {
            telegraph.tellReference();
            Optional<LocalDate> last = days.last();
            if (last.isEmpty()) {
                // The first morning: before it, the stream has no day but that of the records' timestamps.
                last = Optional.of(sample.firstDay().minusDays(1));
                days.close(last.get());
            }
            if (!isQuiet()) {
                return Optional.empty();
            }
            narrator.catchUp();
            LocalDate day = last.get().plusDays(1);
            if (!day.isAfter(end) && !telegraph.isReceived(day)) {
                telegraph.tell(day);
            }
            boolean received = true;
            if (!isQuiet()) {
                return last;
            }
            opened.run();
            while (!day.isAfter(end) && !signal.isAsked()) {
                long begun = System.nanoTime();
                narrator.begins(day, sample.receivedOn(day));
                if (!received) {
                    telegraph.tell(day);
                }
                received = false;
                // A day is a barrier: whoever does not look in between need not wait for its facts before it is over.
                if (pause.isZero() || isHeard(narrator)) {
                    LocalDate through = pause.isZero() ? lastOfStretch(day, end) : day;
                    days.close(day, through);
                    last = Optional.of(through);
                    if (isHeard(narrator)) {
                        day = through.plusDays(1);
                        signal.within(pause.minusNanos(System.nanoTime() - begun));
                    }
                }
            }
            return last;
        }
    }

    /** Days on which nothing becomes known need not wait for each other; a month is shown by itself. */
    private LocalDate lastOfStretch(LocalDate day, LocalDate end) {
        LocalDate next = day.plusDays(1);
        while (!next.isAfter(end)
                && next.getDayOfMonth() > 1
                && sample.receivedOn(next).isEmpty()) {
            next = next.plusDays(1);
        }
        return next.minusDays(1);
    }

    /** The same as {@link #isQuiet}; and all that the stream said of it is at the terminal. */
    private boolean isHeard(Narrator narrator) {
        boolean quiet = isQuiet();
        if (quiet) {
            narrator.catchUp();
        }
        return quiet;
    }

    /** Waits until the stream has nothing to do; false: it was asked to stop first. */
    private boolean isQuiet() {
        try {
            while (backlog.records() > 0) {
                health.run();
                instance.requireHealth();
                if (signal.within(LOOK_AGAIN)) {
                    return false;
                }
            }
            return true;
        } catch (KafkaException e) {
            health.run();
            throw ClusterTrouble.of(cluster.settings(), e);
        }
    }
}
