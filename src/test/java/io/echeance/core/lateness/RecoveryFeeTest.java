package io.echeance.core.lateness;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoicing.Requirement;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Debts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Quality;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One invoice of two instalments of 100.00, due on 10 March and 10 April: the forty euros that lateness brings. */
class RecoveryFeeTest {

    private static final List<Document> INVOICE =
            List.of(Debts.document(Kind.INVOICE, AnOrder.CUSTOMER, 1, "100.00 on 2026-03-10", "100.00 on 2026-04-10"));

    @ParameterizedTest(name = "a {0} that pays 100.00 on {1}, charged by a step of {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "PROFESSIONAL, -, 2026-03-11, 40.00",
                "PROFESSIONAL, 2026-03-10, 2026-03-11, -", // paid on the day on which it was due
                "PROFESSIONAL, 2026-03-11, 2026-03-12, 40.00", // a day late
                "PUBLIC_BUYER, -, 2026-03-11, 40.00",
                "CONSUMER, -, 2026-03-11, -" // never
            })
    void isOwedByWhoWasLate(Quality quality, @Nullable String paidOn, String today, @Nullable String expected) {
        AnOrder order = AnOrder.of("ecole-librairie", "2026-01-15").by(quality);
        if (paidOn != null) {
            order.paid("p1", AnOrder.CUSTOMER, "100.00", paidOn);
        }

        assertThat(charged(order, today)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void isForgivenWithItsDebt() {
        AnOrder order = AnOrder.of("ecole-librairie", "2026-01-15")
                .received(new PenaltyWaived(
                        "w", AnOrder.ID, AnOrder.day("2026-03-11"), PenaltyWaived.ALL, "goodwill", "ann"));

        assertThat(charged(order, "2026-03-11")).isEmpty();
    }

    @Test
    void isChargedOnceAnInvoice() {
        Situation situation = AnOrder.of("ecole-librairie", "2026-01-15").asOf("2026-04-11");
        Settlement settlement = settled(situation);
        RecoveryFee fee = new RecoveryFee(situation, settlement);

        assertThat(settlement.receivables()).hasSize(2);
        assertThat(fee.requiredAtClose(settlement.receivables(), INVOICE)).hasSize(1);
        assertThat(fee.canBeCharged(
                        settlement.receivables().get(1),
                        settlement.receivables().subList(0, 1),
                        INVOICE))
                .isFalse();
    }

    @Test
    void isNotChargedByAFact() {
        Situation situation = AnOrder.of("ecole-librairie", "2026-01-15").asOf("2026-03-11");

        assertThat(new RecoveryFee(situation, settled(situation)).requiredAtFact(INVOICE))
                .isEmpty();
    }

    private static String charged(AnOrder order, String today) {
        Situation situation = order.asOf(today);
        Settlement settlement = settled(situation);
        List<Requirement> required = new RecoveryFee(situation, settlement)
                .requiredAtClose(settlement.receivables().subList(0, 1), INVOICE);
        return required.isEmpty() ? "" : required.getFirst().net().toString();
    }

    private static Settlement settled(Situation situation) {
        return Settlement.of(situation, Receipts.byPayer(situation), INVOICE, List.of());
    }
}
