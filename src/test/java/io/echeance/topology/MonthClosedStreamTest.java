package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.ledger.JournalTotal;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.store.MonthRows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The running proof, of months")
class MonthClosedStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final String SELLER = "technolowgic";

    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void begin() {
        stream.close(TODAY.minusDays(1));
    }

    @AfterEach
    void end() {
        stream.close();
    }

    private List<LedgerEntry> play() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.close(TODAY.plusDays(30));
        stream.tell(Facts.payment("pay-T-1", "T-1", TODAY.plusDays(31)), TODAY.plusDays(31));
        stream.close(TODAY.plusDays(60));
        stream.tell(Facts.payment("again-T-1", "T-1", TODAY.plusDays(61)), TODAY.plusDays(61));
        return stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class);
    }

    private List<MonthSums> sums() {
        return MonthRows.of(stream.store(MonthRows.SUMS), SELLER);
    }

    private List<MonthClosed> closed() {
        return MonthRows.of(stream.store(MonthRows.CLOSED), SELLER);
    }

    private void close(MonthClosed closing) {
        stream.raw(
                Topic.MONTH_CLOSINGS,
                SELLER,
                stream.bytes(Topic.MONTH_CLOSINGS, closing),
                StreamUnderTest.noon(TODAY.plusDays(40)));
    }

    private static MonthClosed closing(String id, YearMonth month, MonthSums sums) {
        return new MonthClosed(
                id, SELLER, month, LocalDate.of(2026, 5, 3), "ann", sums.entries(), new ArrayList<>(sums.totals()));
    }

    @Test
    @DisplayName("adds up each month by journal and account, each entry once")
    void addsUp() {
        List<LedgerEntry> entries = play();
        entries.forEach(entry -> stream.raw(
                Topic.LEDGER_ENTRIES,
                "T-1",
                stream.bytes(Topic.LEDGER_ENTRIES, entry),
                StreamUnderTest.noon(TODAY.plusDays(32))));

        SortedMap<YearMonth, MonthSums> wanted = MonthSums.of(entries);
        assertThat(wanted).hasSizeGreaterThan(1);
        assertThat(sums()).containsExactlyElementsOf(wanted.values());
        assertThat(sums().getFirst().totals()).extracting(JournalTotal::journal).contains("VE");
    }

    @Test
    @DisplayName("takes a closing once, whatever the order in which it is read with the entries")
    void takesAClosing() {
        MonthClosed closing = closing("f1", FEBRUARY, MonthSums.nothing(SELLER, FEBRUARY));
        close(closing);
        play();
        close(closing);

        assertThat(closed()).containsExactly(closing);
        assertThat(stream.said(Topic.REJECTED, Rejected.class)).isEmpty();
    }

    @Test
    @DisplayName("refuses a closing of a month that is closed, or behind one that is open, and what it cannot read")
    void refuses() {
        play();
        close(closing("f1", FEBRUARY, sums().getFirst()));
        close(closing("f2", FEBRUARY, sums().getFirst()));
        close(closing("f3", FEBRUARY.plusMonths(2), MonthSums.nothing(SELLER, FEBRUARY.plusMonths(2))));
        stream.raw(
                Topic.MONTH_CLOSINGS,
                SELLER,
                "no record".getBytes(StandardCharsets.UTF_8),
                StreamUnderTest.noon(TODAY.plusDays(40)));

        assertThat(closed()).extracting(MonthClosed::factId).containsExactly("f1");
        assertThat(stream.said(Topic.REJECTED, Rejected.class))
                .extracting(rejected -> rejected.reason().name(), Rejected::factId, Rejected::topic)
                .containsExactly(
                        tuple("MONTH_CLOSED", "f2", "month-closings"),
                        tuple("EARLIER_MONTH_OPEN", "f3", "month-closings"),
                        tuple("MALFORMED", null, "month-closings"));
    }
}
