package io.echeance.core.settlement;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.decision.Decider;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A number that becomes known")
class NumberedAsDecidedTest {

    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private static final LocalDate TODAY = day("2027-01-04");

    /** What a payment that came before names by it is paid first: what was drawn without it has to be drawn again. */
    @ParameterizedTest(name = "says nothing new where a payment names \"{0}\": {1}")
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
        -                                               | true
        Y                                               | true
        technolowgic-2027-000001                        | false
        VIR SEPA FACTURE TECHNOLOWGIC 2027 000001 MERCI | false
        TECHNOLOWGIC2027000001                          | false
        technolowgic-2027-000001 ET 000002              | false
        technolowgic-2027-000012                        | true
        FACTURE 1                                       | true
        """)
    void isDrawnWherePaymentsNameIt(@Nullable String reference, boolean nothingNew) {
        Account account = DECIDER.take(Account.opened("Y"), order(), TODAY).account();
        DocumentId invoice = account.issued().documents().getFirst().id();
        account = DECIDER.take(account, paid(reference), TODAY).account();

        assertThat(NumberedAsDecided.saysNothingNew(
                        new DocumentNumbered("Y", TODAY, invoice, "technolowgic-2027-000001"), account, TODAY))
                .isEqualTo(nothingNew);
    }

    private static OrderPlaced order() {
        return new OrderPlaced(
                "f1",
                "Y",
                TODAY,
                "technolowgic",
                new Customer("C", Quality.PROFESSIONAL),
                List.of(new OrderLine(LineKind.TUITION, "course", Money.of("500.00"))),
                new Service(day("2026-12-28"), day("2026-12-30"), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private static PaymentReceived paid(@Nullable String reference) {
        return new PaymentReceived("f2", "Y", TODAY, "P", "C", Money.of("100.00"), Method.TRANSFER, reference);
    }
}
