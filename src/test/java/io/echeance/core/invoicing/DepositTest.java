package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.lint.CleanPack;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The deposit that is agreed")
class DepositTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} % of {1} net under {2}, {3} asked of a funder ({4}), {5} named: {6}")
    @CsvSource({
        "30,    2000.00, STANDARD,        0.00,    SUBROGATION,   ,       720.00 payment.depositPercent",
        "30,    2000.00, FRANCHISE_293_B, 0.00,    SUBROGATION,   ,       600.00 payment.depositPercent",
        "30,    2000.00, STANDARD,        500.00,  SUBROGATION,   ,       540.00 payment.depositPercent",
        "30,    2000.00, STANDARD,        500.00,  REIMBURSEMENT, ,       720.00 payment.depositPercent", // it owes
        // nothing
        "30,    2000.00, STANDARD,        2000.00, SUBROGATION,   ,       none",
        "30,    2000.00, STANDARD,        2500.00, SUBROGATION,   ,       none", // more than the price
        "30,    2000.00, STANDARD,        0.00,    SUBROGATION,   100.00, 100.00 payment.depositAllowed",
        "33.33, 1000.00, FRANCHISE_293_B, 0.00,    SUBROGATION,   ,       333.30 payment.depositPercent",
        "12.5,  333.33,  FRANCHISE_293_B, 0.00,    SUBROGATION,   ,       41.67 payment.depositPercent", // 41.666: half
        // up
        "30,    0.01,    FRANCHISE_293_B, 0.00,    SUBROGATION,   ,       none", // 0.003
        "100,   2000.00, STANDARD,        0.00,    SUBROGATION,   ,       2400.00 payment.depositPercent"
    })
    void isThatOfTheOrderElseAPercentageOfTheCustomersPart(
            String percent,
            String net,
            String vat,
            String requested,
            Mode mode,
            @Nullable String named,
            String expected)
            throws IOException {
        List<FundingRequest> funding = new ArrayList<>();
        if (!requested.equals("0.00")) {
            funding.add(new FundingRequest("OPCO", mode, Money.of(requested)));
        }
        OrderPlaced placed = new OrderPlaced(
                "f1",
                "O",
                day("2026-02-02"),
                "clean",
                new Customer("C", Quality.PROFESSIONAL),
                List.of(new OrderLine(LineKind.TUITION, "course", Money.of(net))),
                new Service(day("2026-03-09"), day("2026-03-13"), List.of()),
                named == null ? null : Money.of(named),
                null,
                funding,
                false);

        Deposit deposit = Deposit.agreed(placed, terms(percent, vat));

        assertThat(
                        deposit == null
                                ? "none"
                                : deposit.gross() + " " + deposit.rule().path())
                .isEqualTo(expected);
    }

    private Terms terms(String percent, String vat) throws IOException {
        Path file = folder.resolve(CleanPack.FILE.getFileName());
        Files.writeString(
                file,
                CleanPack.text(
                        "depositAllowed: false",
                        "depositAllowed: true\n  depositPercent: " + percent,
                        "vat: STANDARD",
                        "vat: " + vat));
        return TermPacks.file(file).terms();
    }
}
