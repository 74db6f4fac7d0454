package io.echeance.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.NumberGiven;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A number that an account has learned")
class GivenNumbersTest {

    private static final LocalDate PLACED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DAY = PLACED.plusDays(21);

    private final Decider decider = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private final Account placed = placed();
    private final Document document = placed.issued().documents().getFirst();

    private Account placed() {
        OrderPlaced order = new OrderPlaced(
                "placed-T-1",
                "T-1",
                PLACED,
                "technolowgic",
                new Customer("ACME", Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("2400.00"))),
                new Service(DAY, DAY.plusDays(1), List.of()),
                null,
                null,
                List.of(),
                false);
        Account account = decider.take(Account.opened("T-1"), order, PLACED).account();
        ServiceDelivered delivered = new ServiceDelivered("done-T-1", "T-1", DAY, BigDecimal.ONE);
        return decider.take(account, delivered, DAY).account();
    }

    private Account with(DocumentNumbered numbered) {
        Decision decision = decider.take(placed, numbered, DAY);
        return decision.account();
    }

    @Test
    @DisplayName("on the day of the document lies beside it, and is there again for whoever reads it")
    void liesBesideIt() {
        DocumentNumbered numbered = new DocumentNumbered("T-1", DAY, document.id(), "technolowgic-2026-000001");
        Account after = with(numbered);
        assertThat(GivenNumbers.isAll(numbered, placed, after)).isTrue();

        Map<String, NumberGiven> kept = new HashMap<>();
        kept.put(document.id().text(), NumberGiven.of(numbered, DAY));
        assertThat(GivenNumbers.with(placed, kept::get)).isEqualTo(after);
        assertThat(GivenNumbers.with(after, kept::get)).as("and not twice").isEqualTo(after);
        assertThat(GivenNumbers.unknown(placed)).contains(document.id());
        assertThat(GivenNumbers.unknown(after)).doesNotContain(document.id());
    }

    @Test
    @DisplayName("on a later day changes the account, which is written with it")
    void changesIt() {
        DocumentNumbered later =
                new DocumentNumbered("T-1", DAY.plusDays(3), document.id(), "technolowgic-2026-000001");
        Account after = decider.take(placed, later, DAY.plusDays(3)).account();

        assertThat(GivenNumbers.isAll(later, placed, after)).isFalse();
    }
}
