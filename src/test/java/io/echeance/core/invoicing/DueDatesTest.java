package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.PaymentTerms.EndOfMonth;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When what a document asks for falls due, and in which parts. */
class DueDatesTest {

    @ParameterizedTest(name = "{0} monthly instalments from {1}, billed on {2}: {3}")
    @CsvSource({
        "3, 2026-09-05, 2026-07-01, '333.34 on 2026-09-05, 333.33 on 2026-10-05, 333.33 on 2026-11-05'",
        "4, 2026-01-31, 2026-01-10, '250.00 on 2026-01-31, 250.00 on 2026-02-28, 250.00 on 2026-03-31,"
                + " 250.00 on 2026-04-30'", // the last day where the month has no 31st, and the 31st again after it
        "2, 2028-01-30, 2028-01-10, '500.00 on 2028-01-30, 500.00 on 2028-02-29'", // a leap year
        "2, 2026-12-15, 2026-12-01, '500.00 on 2026-12-15, 500.00 on 2027-01-15'",
        "3, 2026-09-05, 2026-10-05, '333.34 on 2026-10-05, 333.33 on 2026-10-05, 333.33 on 2026-11-05'",
        "3, 2026-09-05, 2026-10-06, '333.34 on 2026-10-06, 333.33 on 2026-10-06, 333.33 on 2026-11-05'",
        "1, 2026-09-05, 2026-07-01, '1000.00 on 2026-09-05'"
    })
    void aPlanFallsDueMonthByMonthAndNeverBeforeItsDocument(
            int instalments, LocalDate firstDue, LocalDate billedOn, String expected) {
        DueDates dates = DueDates.of(terms("hexagone-initial"), "C", new Plan(instalments, firstDue), billedOn, false);

        assertThat(text(dates.of(Document.Kind.INVOICE, "C", Money.of("1000.00"), billedOn)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "2 cents in 3 parts fall due twice, not three times")
    @CsvSource({"0.02, '0.01 on 2026-09-05, 0.01 on 2026-10-05'", "0.00, ''"})
    void nothingFallsDueOfNothing(String payable, String expected) {
        DueDates dates =
                DueDates.of(terms("hexagone-initial"), "C", new Plan(3, day("2026-09-05")), day("2026-09-01"), false);

        assertThat(text(dates.of(Document.Kind.INVOICE, "C", Money.of(payable), day("2026-07-01"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "a year that starts on {0}, billed on {1}, falls due on {2}")
    @CsvSource({
        "2026-09-14, 2026-06-01, 2026-09-01",
        "2026-09-01, 2026-06-01, 2026-09-01",
        "2026-08-31, 2026-06-01, 2026-06-15", // the September before: gone, so in 14 days
        "2027-01-10, 2026-06-01, 2026-09-01",
        "2026-09-14, 2026-09-01, 2026-09-01", // the day itself has not passed
        "2026-09-14, 2026-09-02, 2026-09-16"
    })
    void withoutAPlanHexagoneIsPaidOnTheLastFirstOfSeptember(LocalDate start, LocalDate billedOn, String expected) {
        DueDates dates = DueDates.of(terms("hexagone-initial"), "C", null, start, false);

        assertThat(text(dates.of(Document.Kind.INVOICE, "C", Money.of("1000.00"), billedOn)))
                .isEqualTo("1000.00 on " + expected);
    }

    @ParameterizedTest(name = "Technolowgic''s {0} of {1} of 1 March, plan from {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "INVOICE, C, -, 100.00 on 2026-03-31", // thirty days
                "INVOICE, C, 2026-04-10, 100.00 on 2026-04-10",
                "INVOICE, OPCO-A, 2026-04-10, 100.00 on 2026-03-31", // the plan is the customer's alone
                "CANCELLATION_FEE, C, 2026-04-10, 100.00 on 2026-03-31",
                "DEPOSIT, C, 2026-04-10, 100.00 on 2026-03-01",
                "RECOVERY_FEE, C, -, 100.00 on 2026-03-01",
                "CLOSING, C, -, 100.00 on 2026-03-01",
                "CREDIT_NOTE, C, -, ''"
            })
    void eachKindHasItsDay(Document.Kind kind, String payer, @Nullable LocalDate planFrom, String expected) {
        Plan plan = planFrom == null ? null : new Plan(1, planFrom);
        DueDates dates = DueDates.of(terms("technolowgic"), "C", plan, day("2026-02-01"), false);

        assertThat(text(dates.of(kind, payer, Money.of("100.00"), day("2026-03-01"))))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1}, {2} days: {3}")
    @CsvSource({
        // 45 jours fin de mois, in both readings
        "DAYS_THEN_MONTH_END, 2026-01-15, 45, 2026-03-31", // 1 March, to its end
        "MONTH_END_THEN_DAYS, 2026-01-15, 45, 2026-03-17", // 31 January and 45 days
        "DAYS_THEN_MONTH_END, 2026-01-14, 45, 2026-02-28", // a day before: 28 February is an end already
        "MONTH_END_THEN_DAYS, 2026-01-14, 45, 2026-03-17", // the day of the month does not matter
        "MONTH_END_THEN_DAYS, 2026-01-01, 45, 2026-03-17",
        "MONTH_END_THEN_DAYS, 2026-01-31, 45, 2026-03-17",
        "MONTH_END_THEN_DAYS, 2026-02-01, 45, 2026-04-14",
        "DAYS_THEN_MONTH_END, 2028-01-15, 45, 2028-02-29", // a leap year
        "MONTH_END_THEN_DAYS, 2028-02-10, 0, 2028-02-29",
        "DAYS_THEN_MONTH_END, 2028-02-10, 0, 2028-02-29",
        "DAYS_THEN_MONTH_END, 2026-12-01, 30, 2026-12-31",
        "DAYS_THEN_MONTH_END, 2026-12-02, 30, 2027-01-31"
    })
    void daysMayBeCountedToTheEndOfAMonth(EndOfMonth how, LocalDate documentOn, int days, LocalDate expected) {
        PaymentTerms terms = endOfMonth(how, days);
        DueDates dates = DueDates.of(terms, "C", null, day("2026-01-01"), false);

        assertThat(text(dates.of(Document.Kind.INVOICE, "C", Money.of("100.00"), documentOn)))
                .isEqualTo("100.00 on " + expected);
        assertThat(text(dates.of(Document.Kind.INVOICE, "OPCO-A", Money.of("100.00"), documentOn)))
                .isEqualTo("100.00 on " + expected);
        assertThat(text(dates.of(Document.Kind.DEPOSIT, "C", Money.of("100.00"), documentOn)))
                .as("a deposit is due on receipt")
                .isEqualTo("100.00 on " + documentOn);
    }

    private static PaymentTerms endOfMonth(EndOfMonth how, int days) {
        PaymentTerms terms = terms("technolowgic");
        return new PaymentTerms(
                terms.billing(),
                days,
                how,
                terms.dueOnLast(),
                terms.maxInstalments(),
                terms.lastInstalmentMonth(),
                terms.depositAllowed(),
                terms.depositPercent(),
                terms.methods(),
                terms.secondPersonAbove(),
                terms.numberNeedsSender(),
                terms.rules());
    }

    private static PaymentTerms terms(String name) {
        return AnOrder.of(name, "2026-01-01").terms().payment();
    }

    private static String text(List<Document.Due> dues) {
        return String.join(
                ", ", dues.stream().map(due -> due.amount() + " on " + due.on()).toList());
    }
}
