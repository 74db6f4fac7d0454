package io.echeance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.Statement;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code ledger balance} looks at: the trial balance and the statements say the same is owed. */
@DisplayName("The books and the statements agree")
class BooksAgreeTest {

    static List<WorkedScenario> scenarios() {
        return WorkedScenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    @DisplayName("in every scenario")
    void agree(WorkedScenario worked) {
        assertAgrees(played(worked.scenario()));
    }

    /** An order of 1,000.00 and its VAT; with the VAT, 1,200.00. What is lost is without the VAT that was never due. */
    @ParameterizedTest(name = "{0}: {2} given up, {3} lost, {4} of VAT, {5} waits")
    @DisplayName("when a debt is written off and")
    @CsvSource(delimiter = '|', textBlock = """
            nothing was ever paid     | technolowgic   |                       | 1200.00 | 1000.00 | 200.00 | 0.00
            the fee has no VAT either | alegria-online |                       | 1040.00 | 1040.00 |   0.00 | 0.00
            a part was paid before    | technolowgic   | 300.00 on 2025-11-05  |  900.00 |  750.00 | 150.00 | 0.00
            a part is paid afterwards | technolowgic   | 300.00 on 2025-11-20  |  900.00 |  750.00 | 150.00 | 0.00
            a cent is paid afterwards | technolowgic   | 0.01 on 2025-11-20    | 1199.99 |  999.99 | 200.00 | 0.00
            all is paid afterwards    | technolowgic   | 1200.00 on 2025-11-20 |    0.00 |    0.00 |   0.00 | 0.00
        """)
    void agreeOnWhatIsGivenUp(
            String what, String terms, String paid, Money givenUp, Money lost, Money vat, Money waiting)
            throws Unreadable {
        String payment = paid == null ? "" : """
            , {"type": "PaymentReceived", "on": "%2$s", "orderId": "K-1", "paymentId": "p1", "payerId": "BY-1", \
            "amount": "%1$s", "method": "TRANSFER"}
            """.formatted((Object[]) paid.split(" on "));
        Book book = played(ScenarioJson.parse("""
            {"title": "written off", "until": "2025-11-30", "facts": [
              {"type": "OrderPlaced", "on": "2025-11-01", "orderId": "K-1", "termsId": "%s",
               "customer": {"id": "BY-1", "quality": "PROFESSIONAL"},
               "lines": [{"kind": "TUITION", "description": "a", "net": "1000.00"}],
               "service": {"start": "2025-11-01", "end": "2025-11-02"}},
              {"type": "DebtWrittenOff", "on": "2025-11-15", "orderId": "K-1", "reason": "insolvent", "by": "U1"}%s]}
            """.formatted(terms, payment)));

        assertAgrees(book);
        TrialBalance balance = TrialBalance.of(book.entries());
        assertThat(balance.givenUp()).isEqualTo(givenUp);
        assertThat(balance.balanceOf(LedgerAccount.BAD_DEBTS)).isEqualTo(lost);
        assertThat(balance.vatGivenUp()).isEqualTo(vat);
        assertThat(balance.balanceOf(LedgerAccount.VAT_PENDING)).isEqualTo(waiting);
    }

    private static Book played(ScenarioJson.Scenario scenario) {
        Book book = new Book(new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled()));
        scenario.simulation().play(book);
        return book;
    }

    private static void assertAgrees(Book book) {
        List<LedgerEntry> entries = book.entries();
        assertThat(entries.stream().map(LedgerEntry::seller).distinct()).allSatisfy(seller -> {
            TrialBalance balance = TrialBalance.of(entries.stream()
                    .filter(entry -> entry.seller().equals(seller))
                    .toList());
            assertThat(balance.owed()).as(seller).isEqualTo(owedTo(seller, book));
        });
    }

    private static Money owedTo(String seller, Book book) {
        return book.accounts().keySet().stream()
                .map(book::statement)
                .filter(Objects::nonNull)
                .filter(statement -> statement.seller().equals(seller))
                .map(Statement::payers)
                .flatMap(List::stream)
                .map(position -> position.invoiced().minus(position.paid()))
                .reduce(Money.ZERO, Money::plus);
    }
}
