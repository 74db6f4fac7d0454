package io.echeance.app.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Ctrl-C, or SIGTERM. The work is asked to end, ends in its own order, and the program with the status of the work: a
 * stop that was asked for is no failure.
 */
public final class StopSignal {

    private static final long PATIENCE_SECONDS = 60;
    private static final int FAILED = 1;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int status = FAILED;

    private StopSignal() {}

    /** Does the work, which looks at the signal now and then. */
    public static void heed(Consumer<StopSignal> work) {
        StopSignal signal = new StopSignal();
        Thread hook = new Thread(signal::stop, "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            work.accept(signal);
            signal.status = 0;
        } catch (RuntimeException | ExceptionInInitializerError e) {
            if (!signal.isAsked() || !isTooLate(e)) {
                throw e;
            }
            signal.status = 0;
        } finally {
            signal.ended.countDown();
            if (!signal.isAsked()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    /** A library that was just being made wants to hear of the end as well, and the machine ends already. */
    private static boolean isTooLate(Throwable thrown) {
        return thrown instanceof IllegalStateException && "Shutdown in progress".equals(thrown.getMessage())
                || thrown.getCause() != null && isTooLate(thrown.getCause());
    }

    /** Ends the program here: the machine's own way would report the signal instead of the work's status. */
    private void stop() {
        asked.countDown();
        boolean inTime = within(ended, Duration.ofSeconds(PATIENCE_SECONDS));
        Runtime.getRuntime().halt(inTime ? status : FAILED);
    }

    public boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Asks the work to end, from within. */
    public void ask() {
        asked.countDown();
    }

    /** Waits as long, or until it is asked; true: it was. */
    public boolean within(Duration time) {
        return within(asked, time);
    }

    private static boolean within(CountDownLatch latch, Duration time) {
        try {
            return latch.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
