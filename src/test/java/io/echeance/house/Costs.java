package io.echeance.house;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * What each class of tests costs: a line in the file that {@code -Dcosts} names, with the seconds of the processor, its
 * processes included, and those by the clock. {@code verify} ends with the dearest.
 */
public final class Costs implements TestExecutionListener {

    private static final String FILE = System.getProperty("costs", "");

    /** Of the processor: so Linux counts what processes used that are gone. */
    private static final long TICK_MS = 10;

    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Duration begun = Duration.ZERO;
    private Duration usedBefore = Duration.ZERO;

    @Override
    public void executionStarted(TestIdentifier test) {
        if (isCounted(test)) {
            begun = clock();
            usedBefore = used();
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (isCounted(test)) {
            Duration used = used().minus(usedBefore);
            Duration lasted = clock().minus(begun);
            write("%6d.%d s of the processor, %4d by the clock: %s%n"
                    .formatted(used.toSeconds(), used.toMillisPart() / 100, lasted.toSeconds(), name(test)));
        }
    }

    private static boolean isCounted(TestIdentifier test) {
        return !FILE.isEmpty() && !name(test).isEmpty();
    }

    /** Of a class that stands in no other, else empty. */
    private static String name(TestIdentifier test) {
        return test.getSource()
                .filter(ClassSource.class::isInstance)
                .map(source -> ((ClassSource) source).getClassName())
                .filter(name -> !name.contains("$"))
                .orElse("");
    }

    private static Duration clock() {
        return Duration.ofNanos(System.nanoTime());
    }

    private static Duration used() {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return ProcessHandle.current()
                .descendants()
                .flatMap(child -> child.info().totalCpuDuration().stream())
                .reduce(Duration.ofNanos(system.getProcessCpuTime()).plus(ofThoseGone()), Duration::plus);
    }

    /** Of its processes; nothing on a system that does not say it. */
    private static Duration ofThoseGone() {
        try {
            String said = Files.readString(Path.of("/proc/self/stat"));
            String[] fields = said.substring(said.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM]);
            return Duration.ofMillis(ticks * TICK_MS);
        } catch (IOException nowhere) {
            return Duration.ZERO;
        }
    }

    private static synchronized void write(String line) {
        try {
            Files.writeString(Path.of(FILE), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
