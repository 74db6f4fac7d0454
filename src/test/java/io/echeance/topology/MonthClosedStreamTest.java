package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.JournalTotal;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.MonthSums;
import io.echeance.core.order.Output;
import io.echeance.core.order.Rejection;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.scenario.WorkedScenario;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.store.MonthRows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Months that people close, on the stream")
class MonthClosedStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final String SELLER = "technolowgic";

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void begin() {
        stream.close(TODAY.minusDays(1));
    }

    /** In February an invoice of 4 February, and its payment; it ends on 13 March. */
    private List<LedgerEntry> play() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.close(TODAY.plusDays(30));
        stream.tell(Facts.payment("pay-T-1", "T-1", TODAY.plusDays(31)), TODAY.plusDays(31));
        stream.close(TODAY.plusDays(60));
        stream.tell(Facts.payment("again-T-1", "T-1", TODAY.plusDays(61)), TODAY.plusDays(61));
        return stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class);
    }

    private static LocalDate afterIt() {
        return TODAY.plusDays(61);
    }

    private List<MonthSums> sums() {
        return MonthRows.of(stream.store(MonthRows.SUMS), SELLER);
    }

    private List<MonthClosed> shown() {
        return MonthRows.of(stream.store(MonthRows.CLOSED), SELLER);
    }

    private List<MonthClosed> said() {
        return stream.said(Topic.MONTH_CLOSINGS, MonthClosed.class);
    }

    private List<String> refused() {
        return stream.rejected().stream()
                .map(rejected -> rejected.factId() + " " + rejected.reason() + " " + rejected.topic())
                .toList();
    }

    private static MonthClosed closing(String id, YearMonth month, LocalDate on, String by) {
        return new MonthClosed(id, SELLER, month, on, by, 0, List.of());
    }

    private static MonthClosed closing(String id, YearMonth month) {
        return closing(id, month, afterIt(), "ann");
    }

    @Test
    @DisplayName("are added up by journal and account, each entry once")
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
    @DisplayName("are said once, though two people close the same one at once: the other is refused, with its bytes")
    void areSaidOnce() {
        play();
        MonthClosed first = closing("f1", FEBRUARY, afterIt(), "ann");
        MonthClosed second = closing("f2", FEBRUARY, afterIt(), "bob");
        stream.tell(first, afterIt());
        stream.tell(second, afterIt());

        assertThat(said()).containsExactly(first);
        assertThat(shown()).containsExactly(first);
        assertThat(stream.rejected())
                .extracting(
                        Rejected::factId,
                        rejected -> rejected.reason().name(),
                        Rejected::sentence,
                        Rejected::topic,
                        Rejected::value)
                .containsExactly(tuple(
                        "f2",
                        "MONTH_CLOSED",
                        "2026-02 is closed: 2026-02 was closed on 2026-03-14",
                        "ledger-actions",
                        Bytes.wrap(stream.bytes(Topic.LEDGER_ACTIONS, second))));
    }

    @Test
    @DisplayName("are said once, though the same request comes again, also after the next month is closed")
    void areSaidOnceThoughAskedAgain() {
        play();
        stream.close(LocalDate.of(2026, 4, 1));
        MonthClosed february = closing("f1", FEBRUARY);
        MonthClosed march = closing("f2", FEBRUARY.plusMonths(1), LocalDate.of(2026, 4, 2), "ann");
        stream.tell(february, LocalDate.of(2026, 4, 2));
        stream.tell(february, LocalDate.of(2026, 4, 2));
        stream.tell(march, LocalDate.of(2026, 4, 2));
        stream.tell(february, LocalDate.of(2026, 4, 2));

        assertThat(said()).containsExactly(february, march);
        assertThat(stream.rejected()).isEmpty();
    }

    @Test
    @DisplayName("are refused where one before is open, where they are not over, under an id that stands for another,"
            + " and where nobody can read them")
    void areRefused() {
        play();
        stream.tell(closing("f1", FEBRUARY), afterIt());
        stream.tell(closing("f2", FEBRUARY.plusMonths(2)), afterIt());
        stream.tell(closing("f3", FEBRUARY.plusMonths(1)), afterIt());
        stream.tell(closing("f4", FEBRUARY.plusMonths(1), LocalDate.of(2026, 4, 1), "ann"), afterIt());
        stream.tell(closing("f1", FEBRUARY.plusMonths(1)), afterIt());
        stream.raw(
                Topic.LEDGER_ACTIONS,
                SELLER,
                "no record".getBytes(StandardCharsets.UTF_8),
                StreamUnderTest.noon(afterIt()));

        assertThat(said()).extracting(MonthClosed::factId).containsExactly("f1");
        assertThat(refused())
                .containsExactly(
                        "f2 MONTH_NOT_OVER ledger-actions",
                        "f3 MONTH_NOT_OVER ledger-actions",
                        "f4 MALFORMED ledger-actions",
                        "f1 CONTRADICTS_EARLIER_FACT ledger-actions",
                        "null MALFORMED ledger-actions");
    }

    @Test
    @DisplayName("leave out none: the next but one waits for the next")
    void leaveOutNone() {
        play();
        LocalDate may = LocalDate.of(2026, 5, 2);
        stream.close(may.minusDays(1));
        stream.tell(closing("f1", FEBRUARY, may, "ann"), may);
        stream.tell(closing("f2", FEBRUARY.plusMonths(2), may, "ann"), may);
        stream.tell(closing("f3", FEBRUARY.plusMonths(1), may, "ann"), may);
        stream.tell(closing("f4", FEBRUARY.plusMonths(2), may, "ann"), may);

        assertThat(said()).extracting(MonthClosed::factId).containsExactly("f1", "f3", "f4");
        assertThat(refused()).containsExactly("f2 EARLIER_MONTH_OPEN ledger-actions");
    }

    @Test
    @DisplayName(
            "keep what they came to: money of a closed month that is told later is booked on the day on which it is")
    void keepWhatTheyCameTo() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        LocalDate march = LocalDate.of(2026, 3, 1);
        stream.close(LocalDate.of(2026, 2, 10));
        stream.close(march.minusDays(1));
        MonthSums february = sums().getFirst();
        stream.tell(closing("f1", FEBRUARY, march, "ann"), march);
        stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class);

        stream.tell(Facts.payment("pay-T-1", "T-1", LocalDate.of(2026, 2, 20)), march);

        assertThat(stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.on()).isEqualTo(march))
                .anySatisfy(entry -> assertThat(entry.pieceOn()).isEqualTo(LocalDate.of(2026, 2, 20)));
        assertThat(february.month()).isEqualTo(FEBRUARY);
        assertThat(sums()).contains(february);
    }

    @Test
    @DisplayName("come out as simulate has them: the same months, the same entries, the same refusals")
    void comeOutAsSimulateHasThem() {
        Simulation simulation = WorkedScenario.all().stream()
                .filter(worked -> worked.name().startsWith("103-"))
                .findFirst()
                .orElseThrow()
                .scenario()
                .simulation();
        Book book = new Book(new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled()));
        List<Output> outputs = simulation.play(book);
        stream.play(simulation);

        assertThat(said()).hasSize(3).containsExactlyElementsOf(book.closings());
        assertThat(stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class))
                .hasSizeGreaterThan(3)
                .containsExactlyInAnyOrderElementsOf(book.entries());
        assertThat(stream.rejected())
                .hasSize(4)
                .extracting(AnnouncedOutputs::rejection)
                .containsExactlyElementsOf(outputs.stream()
                        .filter(Rejection.class::isInstance)
                        .map(Rejection.class::cast)
                        .toList());
    }

    @Test
    @DisplayName("are shown as the first record of each says, whoever wrote to month-closings besides")
    void areShownAsTheFirstRecordSays() {
        MonthClosed first = closing("f1", FEBRUARY);
        for (MonthClosed closing : List.of(first, closing("f2", FEBRUARY))) {
            stream.raw(
                    Topic.MONTH_CLOSINGS,
                    SELLER,
                    stream.bytes(Topic.MONTH_CLOSINGS, closing),
                    StreamUnderTest.noon(TODAY));
        }
        stream.raw(
                Topic.MONTH_CLOSINGS,
                SELLER,
                "no record".getBytes(StandardCharsets.UTF_8),
                StreamUnderTest.noon(TODAY));

        assertThat(shown()).containsExactly(first);
        assertThat(refused()).containsExactly("null MALFORMED month-closings");
    }
}
