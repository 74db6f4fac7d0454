package io.echeance.core.invoicing;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.lint.CleanPack;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.VatRate;
import io.echeance.core.vat.Taxation;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

    /** On 2014-01-01 the rate of category S went from 19.60 % to 20.00 %. */
    @Test
    void keepsTheRateOfItsInvoiceWhenTheRateHasChanged() {
        Terms terms =
                AnOrder.of("technolowgic", "2026-01-15").asOf("2026-03-01").terms();
        SortedMap<VatRate, Money> parts = new TreeMap<>(Map.of(VatRate.STANDARD, Money.of("358.80")));
        Taxation before = Taxation.of(terms.vat(), VatRate.STANDARD, day("2013-12-02"));

        assertThat(before.rate()).isEqualTo(Percent.of("19.60"));
        assertThat(Deposit.required(parts, "C", terms, day("2013-12-02"), List.of(), List.of()))
                .containsExactly(deposit("358.80", before));
        assertThat(Deposit.required(parts, "C", terms, day("2014-01-10"), List.of(issued(before)), List.of()))
                .as("as it was invoiced: nothing is to be credited")
                .containsExactly(deposit("358.80", before));
        assertThat(Deposit.required(parts, "C", terms, day("2014-01-10"), List.of(), List.of()))
                .as("it was never invoiced")
                .containsExactly(deposit("358.80", Taxation.of(terms.vat(), VatRate.STANDARD, day("2014-01-10"))));
    }

    private static Requirement deposit(String gross, Taxation taxation) {
        return Requirement.deposit("C", new ItemKey.DepositAt(VatRate.STANDARD), Money.of(gross), taxation, List.of());
    }

    private static Document issued(Taxation taxation) {
        return new Document(
                day("2013-12-02"),
                "O",
                new DocumentId("O/C/DEPOSIT/1"),
                Document.Kind.DEPOSIT,
                "C",
                Money.of("300.00"),
                Money.of("58.80"),
                Money.of("358.80"),
                Money.of("358.80"),
                List.of(),
                List.of(new Document.Item(
                        new ItemKey.DepositAt(VatRate.STANDARD),
                        Money.of("300.00"),
                        taxation.category(),
                        taxation.rate(),
                        List.of())),
                null,
                List.of(),
                "technolowgic",
                "technolowgic@2024-12-02",
                List.of());
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
