package io.echeance.core.safeguards;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.safeguards.Safeguards.Withheld;
import io.echeance.core.settlement.Debts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Quality;
import io.echeance.document.Changed;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100.00 due on 10 March at Hexagone, whose ladder begins above 1.00: what is withheld on which day. */
class SafeguardsTest {

    @ParameterizedTest(name = "{0} paid, access {1} before, at {2} of {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0.00, open, close, 2026-03-10, -", // due, not late
                "0.00, open, close, 2026-03-11, ACCESS SUSPENDED", // one day late
                "0.00, open, fact, 2026-03-11, -", // only the close of a day suspends
                "99.00, open, close, 2026-03-11, -", // no more than the smallest minimum of the ladder
                "98.99, open, close, 2026-03-11, ACCESS SUSPENDED",
                "0.00, suspended, close, 2026-03-12, -", // told once
                "100.00, suspended, fact, 2026-03-11, ACCESS RESTORED",
                "100.00, suspended, close, 2026-03-11, ACCESS RESTORED"
            })
    void closesAndOpensTheDoor(String paid, String before, String occasion, String today, @Nullable String expected) {
        Safeguards safeguards = safeguards(paid, today, "0.00", before.equals("suspended"), false);

        assertThat(said(occasion.equals("close") ? safeguards.atClose() : safeguards.atFact()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "owing {0} in all, documents withheld before: {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "1.00, false, -",
                "1.01, false, DOCUMENTS WITHHELD",
                "1.01, true, -",
                "1.00, true, DOCUMENTS RELEASED"
            })
    void withholdsDocumentsWhileMoreIsOwedThanIsTolerated(String owed, boolean before, @Nullable String expected) {
        assertThat(said(safeguards("0.00", "2026-03-10", owed, false, before).atFact()))
                .isEqualTo(expected == null ? "" : expected);
    }

    private static Safeguards safeguards(
            String paid, String today, String owed, boolean accessSuspended, boolean documentsWithheld) {
        AnOrder order = AnOrder.of("hexagone-initial", "2026-01-15").by(Quality.CONSUMER);
        if (!paid.equals("0.00")) {
            order.paid("p1", AnOrder.CUSTOMER, paid, "2026-03-09");
        }
        Situation situation = order.asOf(today);
        Settlement settlement = Settlement.of(
                situation,
                Receipts.byPayer(situation),
                List.of(Debts.document(Kind.INVOICE, AnOrder.CUSTOMER, 1, "100.00 on 2026-03-10")),
                List.of());
        Issued issued = Changed.with(
                Changed.with(Issued.NOTHING, "accessSuspended", accessSuspended),
                "documentsWithheld",
                documentsWithheld);
        return new Safeguards(situation, settlement, Money.of(owed), issued);
    }

    private static String said(Withheld withheld) {
        return withheld.announced().outputs().stream()
                .map(ServiceHold.class::cast)
                .map(hold -> hold.hold() + " " + hold.state())
                .collect(Collectors.joining(", "));
    }
}
