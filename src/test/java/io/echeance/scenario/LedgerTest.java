package io.echeance.scenario;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.LedgerLine;
import io.echeance.core.money.Money;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.serde.Approved;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The books of some scenarios, as an accountant reads them; each file under {@code ledgers} was checked by hand. */
class LedgerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24-ecole-cancelled-with-a-deposit",
                "32-technolowgic-written-off",
                "34-technolowgic-payment-returned",
                "46-ecole-deposit-late",
                "50-ecole-deposit-above-the-share",
                "96-what-a-bank-kept-of-a-payment",
                "97-a-refund-of-which-a-statement-tells"
            })
    void theBooksAre(String name) {
        WorkedScenario worked = WorkedScenario.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        Book book = new Book(new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled()));
        worked.scenario().simulation().play(book);

        assertThat(book.entries()).isNotEmpty();
        Approved.text(
                Path.of("src", "test", "resources", "ledgers", name + ".txt"),
                book.entries().stream().map(LedgerTest::text).collect(joining("\n")),
                "An accountant reads them.");
    }

    private static String text(LedgerEntry entry) {
        String head = "%s %s %s%s%n"
                .formatted(
                        entry.on(),
                        entry.journal(),
                        entry.label(),
                        entry.pieceOn().equals(entry.on()) ? "" : " (" + entry.pieceOn() + ")");
        return entry.lines().stream().map(LedgerTest::text).collect(joining("\n", head, "\n"));
    }

    private static String text(LedgerLine line) {
        return "    %s %-12s %12s %12s"
                .formatted(line.account(), orBlank(line.party()), amount(line.debit()), amount(line.credit()))
                .stripTrailing();
    }

    private static String orBlank(@Nullable String party) {
        return party == null ? "" : party;
    }

    private static String amount(Money amount) {
        return amount.isZero() ? "" : amount.toString();
    }
}
