package io.echeance.core.dunning;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.terms.LateTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formal notices: when they begin to count, and what an unanswered one brings. */
class NoticesTest {

    private static final Notice NOTICE = notice("O/C/notice/1", "2026-03-16");
    private static final LateTerms.AccelerationClause CLAUSE = new LateTerms.AccelerationClause(15, 2);

    @ParameterizedTest(name = "{0}, received on {1}: counts from {2}, judged on {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "technolowgic, -, 2026-03-16, 2026-04-01", // its own date
                "technolowgic, 2026-03-20, 2026-03-16, 2026-04-01",
                "hexagone-initial, -, -, -",
                "hexagone-initial, 2026-03-20, 2026-03-20, 2026-04-05", // receipt
                "hexagone-initial, 2026-03-16, 2026-03-16, 2026-04-01",
                "hexagone-initial, 2026-03-15, 2026-03-16, 2026-04-01" // nothing is received before it is sent
            })
    void countsFromItsDateOrItsReceipt(
            String terms, @Nullable String receivedOn, @Nullable LocalDate clock, @Nullable LocalDate judgedOn) {
        AnOrder order = AnOrder.of(terms, "2026-01-15").received(served("O/C/notice/2", "2026-03-01"));
        if (receivedOn != null) {
            order.received(served("O/C/notice/1", receivedOn));
        }

        assertThat(FormalNotice.clock(NOTICE, order.asOf("2026-12-31"))).isEqualTo(clock);
        assertThat(Acceleration.judgedOn(NOTICE, CLAUSE, order.asOf("2026-12-31")))
                .isEqualTo(judgedOn);
    }

    @Test
    void aDebtCountsFromTheEarliestNoticeThatCoversIt() {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-01-15")
                .received(served("late", "2026-03-30"))
                .received(served("early", "2026-03-20"));
        List<Notice> notices =
                List.of(notice("late", "2026-03-16"), notice("early", "2026-03-18"), notice("unproved", "2026-03-01"));

        assertThat(FormalNotice.covering(key("MARCH"), notices, order.asOf("2026-12-31")))
                .isEqualTo("2026-03-20");
        assertThat(FormalNotice.covering(key("MARCH"), notices.reversed(), order.asOf("2026-12-31")))
                .isEqualTo("2026-03-20");
        assertThat(FormalNotice.covering(key("MAY"), notices, order.asOf("2026-12-31")))
                .isNull();
    }

    @ParameterizedTest(name = "{0}: answer by {1}")
    @CsvSource({"technolowgic, 2026-03-24", "hexagone-initial, 2026-03-31"}) // eight days, or those of the clause
    void leavesDaysToAnswer(String terms, LocalDate answerBy) {
        assertThat(FormalNotice.answerBy(
                        day("2026-03-16"),
                        AnOrder.of(terms, "2026-01-15").terms().late()))
                .isEqualTo(answerBy);
    }

    @ParameterizedTest(name = "MARCH paid on {0}, APRIL on {1}: {2}")
    @CsvSource(
            nullValues = "never",
            value = {
                "never, never, 'MAY, JUNE fall due'",
                "never, 2026-04-03, 'MAY, JUNE fall due'", // late all the same, though not covered
                "2026-04-06, never, nothing", // answered on the last day
                "2026-04-07, never, nothing", // found late: still answered before it was declared
                "2026-04-08, never, 'MAY, JUNE fall due'",
                "never, 2026-04-01, nothing" // paid in time: one incident only
            })
    void anUnansweredNoticeMakesFallDueWhatFallsDueLater(
            @Nullable LocalDate marchPaidOn, @Nullable LocalDate aprilPaidOn, String expected) {
        Paid paid = new Paid(marchPaidOn, aprilPaidOn, null);
        LocalDate judgedOn = day("2026-04-07");

        Accelerated acceleration = Acceleration.of(NOTICE, CLAUSE, judgedOn, judgedOn, debts(), paid);

        assertThat(acceleration == null ? "nothing" : months(acceleration) + " fall due")
                .isEqualTo(expected);
        if (acceleration != null) {
            assertThat(acceleration.dueOn()).isEqualTo(judgedOn);
            assertThat(acceleration.answerableUntil()).isEqualTo("2026-04-06");
            assertThat(acceleration.undone()).isFalse();
        }
    }

    @Test
    void whatIsPaidAheadDoesNotFallDue() {
        Paid paid = new Paid(null, null, day("2026-03-20"));

        Accelerated acceleration = Acceleration.of(NOTICE, CLAUSE, day("2026-04-07"), day("2026-04-07"), debts(), paid);

        assertThat(acceleration.receivables()).containsExactly(key("JUNE"));
    }

    @Test
    void whatFallsDueOnTheDayItselfNeedsNoAcceleration() {
        Paid paid = new Paid(null, null, null);

        Accelerated acceleration = Acceleration.of(NOTICE, CLAUSE, day("2026-04-07"), day("2026-05-01"), debts(), paid);

        assertThat(acceleration.receivables()).containsExactly(key("JUNE"));
        assertThat(Acceleration.of(NOTICE, CLAUSE, day("2026-04-07"), day("2026-06-01"), debts(), paid))
                .as("nothing falls due later")
                .isNull();
    }

    @Test
    void aDebtThatIsJustDueIsNoIncidentYet() {
        Paid paid = new Paid(null, null, null);

        assertThat(Acceleration.of(NOTICE, CLAUSE, day("2026-04-02"), day("2026-04-02"), debts(), paid))
                .as("APRIL was due on the last day to answer, the 1st")
                .isNull();
        assertThat(Acceleration.of(NOTICE, CLAUSE, day("2026-04-03"), day("2026-04-03"), debts(), paid))
                .isNotNull();
    }

    private static String months(Accelerated acceleration) {
        return acceleration.receivables().stream()
                .map(key -> key.document().text())
                .collect(Collectors.joining(", "));
    }

    private static String month(Receivable debt) {
        return debt.key().document().text();
    }

    private static ReceivableKey key(String month) {
        return new DocumentId(month).receivable(1);
    }

    private static Notice notice(String id, String on) {
        return new Notice(id, "C", day(on), List.of(key("MARCH")));
    }

    private static NoticeServed served(String noticeId, String on) {
        return new NoticeServed("served " + noticeId, AnOrder.ID, day(on), noticeId, "LRAR", null);
    }

    /** Instalments of 100.00 from March to June, and interest that an acceleration leaves alone. */
    private static List<Receivable> debts() {
        return List.of(
                debt("MARCH", Kind.INVOICE, "2026-03-01"),
                debt("APRIL", Kind.INVOICE, "2026-04-01"),
                debt("MAY", Kind.INVOICE, "2026-05-01"),
                debt("JUNE", Kind.INVOICE, "2026-06-01"),
                debt("INTEREST", Kind.CLOSING, "2026-07-01"));
    }

    private static Receivable debt(String month, Kind kind, String dueOn) {
        Money amount = Money.of("100.00");
        return new Receivable(key(month), kind, "C", amount, amount, day(dueOn), day(dueOn), day("2026-01-15"));
    }

    /** Each paid whole on its day, or never. */
    private record Paid(Map<String, LocalDate> on) implements Outstanding {

        Paid(@Nullable LocalDate march, @Nullable LocalDate april, @Nullable LocalDate may) {
            this(Map.of(
                    "MARCH", march == null ? LocalDate.MAX : march,
                    "APRIL", april == null ? LocalDate.MAX : april,
                    "MAY", may == null ? LocalDate.MAX : may));
        }

        @Override
        public Money of(Receivable receivable, LocalDate day) {
            return receivable.principal().minus(paid(receivable, day));
        }

        @Override
        public Money paid(Receivable receivable, LocalDate day) {
            return day.isBefore(on.getOrDefault(month(receivable), LocalDate.MAX))
                    ? Money.ZERO
                    : receivable.principal();
        }

        @Override
        public @Nullable LocalDate changesAfter(Receivable receivable, LocalDate day) {
            LocalDate paidOn = on.get(month(receivable));
            return paidOn != null && paidOn.isAfter(day) ? paidOn : null;
        }
    }
}
