package io.echeance.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Bounds;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.AlertKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An order that is changed to and fro gets no more documents on a day than any sale needs; nothing is lost by it. */
class EndlessDocumentsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Decider decider = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private final List<Output> said = new ArrayList<>();
    private Account account = Account.opened("A-1");

    private static List<OrderLine> course(String net) {
        return List.of(new OrderLine(OrderLine.LineKind.TUITION, "course", Money.of(net)));
    }

    private void note(Decision decision) {
        account = decision.account();
        said.addAll(decision.outputs());
    }

    private List<Document> documents() {
        return said.stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }

    private Money invoiced() {
        Money sum = Money.ZERO;
        for (Document document : documents()) {
            sum = document.kind() == Document.Kind.CREDIT_NOTE
                    ? sum.minus(document.gross())
                    : sum.plus(document.gross());
        }
        return sum;
    }

    @Test
    void theDocumentsOfADayAreBoundedAPersonIsAlertedOnceAndTheRestFollowsInTheMorning() {
        note(decider.take(
                account,
                new OrderPlaced(
                        "f",
                        "A-1",
                        MONDAY,
                        "alegria-online",
                        new Customer("NGUYEN", Quality.CONSUMER),
                        course("500.00"),
                        new Service(MONDAY.plusDays(20), MONDAY.plusDays(40), List.of()),
                        null,
                        null,
                        List.of(),
                        false),
                MONDAY));
        for (int n = 0; n < 300; n++) {
            String net = n % 2 == 0 ? "900.00" : "500.00";
            note(decider.take(account, new OrderAmended("f" + n, "A-1", MONDAY, course(net)), MONDAY));
        }
        note(decider.take(account, new OrderAmended("last", "A-1", MONDAY, course("700.00")), MONDAY));

        assertThat(documents()).hasSize(Bounds.DOCUMENTS_A_DAY);
        assertThat(said)
                .filteredOn(
                        output -> output instanceof Alert alert && AlertKind.of(alert) == AlertKind.TOO_MANY_DOCUMENTS)
                .hasSize(1);
        assertThat(account.nextOn()).isEqualTo(MONDAY.plusDays(1));

        note(decider.close(account, MONDAY.plusDays(1)));
        assertThat(invoiced()).isEqualTo(Money.of("700.00"));
    }
}
