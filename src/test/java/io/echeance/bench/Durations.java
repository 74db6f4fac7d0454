package io.echeance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * How long the same thing took, again and again.
 *
 * @param micros each, sorted
 * @param aSecond all threads together
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
record Durations(long[] micros, double aSecond) {

    @FunctionalInterface
    interface Task {
        void run() throws Exception;
    }

    /** So many threads do it so many times each; a quarter as often before that, unmeasured. */
    static Durations of(int threads, int times, IntFunction<Task> task) {
        return of(threads, times, Duration.ZERO, task);
    }

    /** The same where each rests between two times, in turn with the others; what it rests does not count. */
    static Durations of(int threads, int times, Duration rest, IntFunction<Task> task) {
        long[][] nanos = new long[threads][times];
        List<Thread> running = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        long[] begun = new long[threads];
        long[] ended = new long[threads];
        for (int n = 0; n < threads; n++) {
            int thread = n;
            Task one = task.apply(thread);
            running.add(Thread.ofPlatform().start(() -> {
                try {
                    LockSupport.parkNanos(
                            rest.multipliedBy(thread).dividedBy(threads).toNanos());
                    for (int round = 0; round < times / 4; round++) {
                        one.run();
                        LockSupport.parkNanos(rest.toNanos());
                    }
                    begun[thread] = System.nanoTime();
                    for (int round = 0; round < times; round++) {
                        long start = System.nanoTime();
                        one.run();
                        nanos[thread][round] = System.nanoTime() - start;
                        LockSupport.parkNanos(rest.toNanos());
                    }
                    ended[thread] = System.nanoTime();
                } catch (Exception e) {
                    synchronized (failures) {
                        failures.add(e);
                    }
                }
            }));
        }
        running.forEach(Durations::join);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.getFirst());
        }
        double aSecond = 0;
        for (int n = 0; n < threads; n++) {
            aSecond += times / ((ended[n] - begun[n]) / 1e9);
        }
        return of(
                Arrays.stream(nanos)
                        .flatMapToLong(Arrays::stream)
                        .map(n -> n / 1_000)
                        .toArray(),
                aSecond);
    }

    private static Durations of(long[] micros, double aSecond) {
        Arrays.sort(micros);
        return new Durations(micros, aSecond);
    }

    static Durations ofMicros(List<Long> micros) {
        return of(micros.stream().mapToLong(Long::longValue).toArray(), 0);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    long percentile(int percent) {
        return micros[Math.min(micros.length - 1, micros.length * percent / 100)];
    }

    /** {@code p50 p99 rate}: as it is read from another process. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d %d %.0f", percentile(50), percentile(99), aSecond);
    }
}
