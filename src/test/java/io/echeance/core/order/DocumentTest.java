package io.echeance.core.order;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Due.MonthEnd;
import io.echeance.core.terms.PaymentTerms.EndOfMonth;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A document that gets its number later")
class DocumentTest {

    @ParameterizedTest(name = "of {1}, {2} days and {0}, numbered on {3}: due on {4}")
    @CsvSource({
        "DAYS_THEN_MONTH_END, 2026-01-15, 45, 2026-01-20, 2026-03-31", // 6 March
        "DAYS_THEN_MONTH_END, 2026-01-10, 45, 2026-01-15, 2026-03-31", // was 28 February
        "MONTH_END_THEN_DAYS, 2026-01-15, 45, 2026-01-31, 2026-03-17",
        "MONTH_END_THEN_DAYS, 2026-01-31, 45, 2026-02-01, 2026-04-14",
        "MONTH_END_THEN_DAYS, 2026-01-15, 45, 2026-01-15, 2026-03-17"
    })
    void isDueByTheSameWordsFromThatDay(
            EndOfMonth how, LocalDate on, int days, LocalDate numberedOn, LocalDate expected) {
        Document invoice = invoice(on, Due.atMonthEnd(new MonthEnd(how, days), on, Money.of("100.00")));

        assertThat(invoice.issuedOn(numberedOn).due()).extracting(Due::on).containsExactly(expected);
        assertThat(invoice.heldBack().due()).extracting(Due::on).containsExactly(Due.NEVER);
    }

    private static Document invoice(LocalDate on, Due due) {
        return new Document(
                on,
                "O",
                new DocumentId("O/C/INVOICE/1"),
                Document.Kind.INVOICE,
                "C",
                Money.of("100.00"),
                Money.ZERO,
                Money.of("100.00"),
                Money.of("100.00"),
                List.of(due),
                List.of(),
                null,
                List.of(),
                "seller",
                "terms@" + day("2026-01-01"),
                List.of());
    }
}
