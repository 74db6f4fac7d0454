package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.order.Statement;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.registry.RegistryUnavailable;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A registry that is away is never a bad record. */
class RegistryOutageStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);

    @Test
    void recordsWaitForTheRegistryAndAreThenTaken() {
        AtomicInteger pauses = new AtomicInteger();
        AtomicReference<StreamUnderTest> running = new AtomicReference<>();
        try (StreamUnderTest stream = new StreamUnderTest(StreamUnderTest.SLICE, pause -> {
            if (pauses.incrementAndGet() == 3) {
                running.get().registry.comeBack();
            }
            return true;
        })) {
            running.set(stream);
            byte[] order = stream.bytes(Topic.ORDERS, Facts.order("T-1", TODAY));
            stream.registry.goDown();

            stream.raw(Topic.ORDERS, "T-1", order, StreamUnderTest.noon(TODAY));

            assertThat(pauses).hasValue(3);
            assertThat(stream.rejected()).isEmpty();
            assertThat(stream.said(Topic.STATEMENTS, Statement.class)).hasSize(1);
        }
    }

    @Test
    void aSchemaThatCannotBeRegisteredYetHoldsBackWhatIsSaid() {
        AtomicInteger pauses = new AtomicInteger();
        AtomicReference<StreamUnderTest> running = new AtomicReference<>();
        try (StreamUnderTest stream = new StreamUnderTest(StreamUnderTest.SLICE, pause -> {
            pauses.incrementAndGet();
            running.get().registry.comeBack();
            return true;
        })) {
            running.set(stream);
            stream.registry.goDown();
            stream.raw(Topic.ORDERS, "T-1", new byte[] {1, 2, 3}, StreamUnderTest.noon(TODAY));

            assertThat(pauses.get()).isPositive();
            assertThat(stream.rejected()).hasSize(1);
        }
    }

    @Test
    void whenItIsAwayForTooLongTheStreamStopsAndHasSaidNothing() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            byte[] order = stream.bytes(Topic.ORDERS, Facts.order("T-1", TODAY));
            stream.registry.goDown();

            assertThatThrownBy(() -> stream.raw(Topic.ORDERS, "T-1", order, StreamUnderTest.noon(TODAY)))
                    .hasRootCauseInstanceOf(java.net.ConnectException.class)
                    .hasStackTraceContaining(RegistryUnavailable.class.getName());
            stream.registry.comeBack();
            assertThat(stream.rejected()).isEmpty();
            assertThat(stream.said(Topic.FACTS, LoggedFact.class)).isEmpty();
        }
    }
}
