package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.admission.ClosableDays;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A day that cannot be over is refused before it is closed")
class WrongDaysStreamTest {

    private static final LocalDate YESTERDAY = LocalDate.of(2026, 1, 11);

    @AutoClose
    private final StreamUnderTest stream =
            new StreamUnderTest(StreamUnderTest.SLICE, pause -> false, new ClosableDays(false));

    private void received(LocalDate day, String at) {
        stream.raw(Topic.BUSINESS_DAYS, null, stream.bytes(Topic.BUSINESS_DAYS, new DayClosed(day)), Instant.parse(at));
    }

    private List<LocalDate> closed() {
        return stream.said(Topic.FACTS, LoggedFact.class).stream()
                .map(LoggedFact::payload)
                .filter(DayClosed.class::isInstance)
                .map(entry -> ((DayClosed) entry).date())
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("whoever wrote it, and the days after it are closed as if it had never been")
    void strayDaysAreRefused() {
        received(YESTERDAY, "2026-01-12T08:00:00Z");
        received(LocalDate.of(9999, 12, 31), "2026-01-12T08:00:00Z");
        received(LocalDate.of(2029, 1, 12), "2026-01-12T08:00:00Z");
        received(YESTERDAY.plusDays(1), "2026-01-12T22:59:59Z");
        received(YESTERDAY.plusDays(41), "2026-03-12T08:00:00Z");

        assertThat(closed()).containsExactly(YESTERDAY);
        assertThat(stream.rejected())
                .extracting(Rejected::topic, Rejected::reason, Rejected::sentence)
                .containsExactly(
                        tuple(
                                "business-days",
                                Reason.MALFORMED,
                                "the day 9999-12-31 is outside 1990-01-01 to 2199-12-31"),
                        tuple(
                                "business-days",
                                Reason.MALFORMED,
                                "the day 2029-01-12 was not over when this was written, on 2026-01-12"),
                        tuple(
                                "business-days",
                                Reason.MALFORMED,
                                "the day 2026-01-12 was not over when this was written, on 2026-01-12"),
                        tuple(
                                "business-days",
                                Reason.MALFORMED,
                                "the day 2026-02-21 is more than 40 days after 2026-01-11," + " the last closed"));

        received(YESTERDAY.plusDays(1), "2026-01-12T23:00:00Z");
        received(YESTERDAY.plusDays(41), "2026-03-12T08:00:00Z");
        assertThat(closed()).containsExactly(YESTERDAY.plusDays(1), YESTERDAY.plusDays(41));
        assertThat(stream.rejected()).isEmpty();
    }

    /** What the stream writes for itself, written by somebody else. */
    private void forged(Topic topic, LocalDate day, String at) {
        Headers headers = new RecordHeaders().add("day-closed", day.toString().getBytes(StandardCharsets.UTF_8));
        stream.raw(topic, "day-closed", null, Instant.parse(at), headers);
    }

    @Test
    @DisplayName("when it comes as a marker that the stream did not write, too")
    void forgedMarkersCloseNoOtherDays() {
        received(YESTERDAY, "2026-01-12T08:00:00Z");
        forged(Topic.BUSINESS_DAYS, LocalDate.of(9999, 12, 31), "2026-01-12T08:00:00Z");
        forged(Topic.BUSINESS_DAYS, LocalDate.of(2029, 1, 12), "2026-01-12T08:00:00Z");
        forged(Topic.BUSINESS_DAYS, YESTERDAY.plusDays(1), "2026-01-12T22:59:59Z");
        forged(Topic.BUSINESS_DAYS, YESTERDAY.plusDays(41), "2026-03-12T08:00:00Z");
        forged(Topic.PAYMENTS, YESTERDAY.plusDays(1), "2026-01-12T08:00:00Z");
        forged(Topic.PARTIES, YESTERDAY.plusDays(1), "2026-01-12T08:00:00Z");

        assertThat(closed()).containsExactly(YESTERDAY);
        assertThat(stream.rejected())
                .extracting(Rejected::topic, Rejected::sentence)
                .containsExactly(
                        tuple("business-days", "the day 9999-12-31 is outside 1990-01-01 to 2199-12-31"),
                        tuple("business-days", "the day 2029-01-12 was not over when this was written, on 2026-01-12"),
                        tuple("business-days", "the day 2026-01-12 was not over when this was written, on 2026-01-12"),
                        tuple(
                                "business-days",
                                "the day 2026-02-21 is more than 40 days after 2026-01-11, the last closed"),
                        // On parties stand those of before a reset: such a one closes nothing, and is no fault.
                        tuple("payments", "it marks the end of 2026-01-12, which business-days has not closed"));

        received(YESTERDAY.plusDays(1), "2026-01-12T23:00:00Z");
        assertThat(closed()).containsExactly(YESTERDAY.plusDays(1));
    }
}
