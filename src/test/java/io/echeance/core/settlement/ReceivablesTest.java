package io.echeance.core.settlement;

import static io.echeance.core.order.AnOrder.day;
import static io.echeance.core.settlement.Debts.creditNote;
import static io.echeance.core.settlement.Debts.document;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.ReceivableKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The debts that documents make: an invoice of three instalments, and a deposit that it deducted. */
class ReceivablesTest {

    private static final Document DEPOSIT = document(Kind.DEPOSIT, "C", 1, "50.00 on 2026-01-15");
    private static final Document PLAN =
            document(Kind.INVOICE, "C", 1, "100.00 on 2026-03-01", "100.00 on 2026-04-01", "100.00 on 2026-05-01");

    @ParameterizedTest(name = "{0} credited: {1} of deposit, {2} in March, {3} in April, {4} in May")
    @CsvSource({
        "0.01, 50.00, 100.00, 100.00, 99.99", // the latest due first
        "100.00, 50.00, 100.00, 100.00, 0.00",
        "130.00, 50.00, 100.00, 70.00, 0.00",
        "300.00, 50.00, 0.00, 0.00, 0.00",
        "320.00, 30.00, 0.00, 0.00, 0.00", // beyond the invoice: the deposit
        "350.00, 0.00, 0.00, 0.00, 0.00"
    })
    void aCreditNoteReducesTheLatestDueFirst(String credited, String deposit, String march, String april, String may) {
        assertThat(text(List.of(DEPOSIT, PLAN, creditNote(PLAN, 1, credited)), List.of()))
                .containsExactly(
                        deposit + " of O/C/DEPOSIT/1#1 on 2026-01-15",
                        march + " of O/C/INVOICE/1#1 on 2026-03-01",
                        april + " of O/C/INVOICE/1#2 on 2026-04-01",
                        may + " of O/C/INVOICE/1#3 on 2026-05-01");
    }

    @Test
    void creditNotesGoOnWhereTheLastOneStopped() {
        assertThat(text(List.of(PLAN, creditNote(PLAN, 1, "60.00"), creditNote(PLAN, 2, "60.00")), List.of()))
                .containsExactly(
                        "100.00 of O/C/INVOICE/1#1 on 2026-03-01",
                        "80.00 of O/C/INVOICE/1#2 on 2026-04-01",
                        "0.00 of O/C/INVOICE/1#3 on 2026-05-01");
    }

    @Test
    void aFundersCreditNoteLeavesTheCustomersDepositAlone() {
        Document funders = document(Kind.INVOICE, "OPCO", 1, "100.00 on 2026-03-01");

        assertThat(text(List.of(DEPOSIT, funders, creditNote(funders, 1, "120.00")), List.of()))
                .containsExactly("50.00 of O/C/DEPOSIT/1#1 on 2026-01-15", "0.00 of O/OPCO/INVOICE/1#1 on 2026-03-01");
    }

    @Test
    void standInTheOrderOfTheirDueDatesThenOfTheirKeys() {
        Document later = document(Kind.INVOICE, "C", 1, "1.00 on 2026-04-01");
        Document sooner = document(Kind.INVOICE, "C", 2, "2.00 on 2026-03-01");
        Document asSoon = document(Kind.CANCELLATION_FEE, "C", 1, "3.00 on 2026-03-01");

        assertThat(text(List.of(later, sooner, asSoon), List.of()))
                .containsExactly(
                        "3.00 of O/C/CANCELLATION_FEE/1#1 on 2026-03-01",
                        "2.00 of O/C/INVOICE/2#1 on 2026-03-01",
                        "1.00 of O/C/INVOICE/1#1 on 2026-04-01");
    }

    @ParameterizedTest(name = "accelerated to {0} and to {1}: due on {2}")
    @CsvSource({
        "2026-03-20, 2026-03-25, 2026-03-20", // the earlier of two counts
        "2026-03-25, 2026-03-20, 2026-03-20",
        "2026-05-01, 2026-05-02, 2026-05-01", // nothing is put off
        "2026-06-01, 2026-06-02, 2026-05-01"
    })
    void anAccelerationBringsForward(String first, String second, String expected) {
        Document may = document(Kind.INVOICE, "C", 1, "100.00 on 2026-05-01");

        assertThat(text(List.of(may), List.of(acceleration(first, false), acceleration(second, false))))
                .containsExactly("100.00 of O/C/INVOICE/1#1 on " + expected);
    }

    @Test
    void anAccelerationUndoneBringsNothingForward() {
        Document may = document(Kind.INVOICE, "C", 1, "100.00 on 2026-05-01");

        assertThat(text(List.of(may), List.of(acceleration("2026-03-20", true))))
                .containsExactly("100.00 of O/C/INVOICE/1#1 on 2026-05-01");
    }

    private static Accelerated acceleration(String dueOn, boolean undone) {
        return new Accelerated(
                "O/C/notice/1",
                "C",
                day(dueOn),
                day(dueOn).minusDays(1),
                List.of(ReceivableKey.parse("O/C/INVOICE/1#1")),
                undone);
    }

    private static List<String> text(List<Document> documents, List<Accelerated> accelerations) {
        return Receivables.of(documents, accelerations).stream()
                .map(debt -> debt.principal() + " of " + debt.key() + " on " + debt.dueOn())
                .toList();
    }
}
