package io.echeance.core.statement;

import io.echeance.core.dunning.Ladders;
import io.echeance.core.dunning.Steps;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.lateness.Interests;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Document;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.refunds.RefundOwed;
import io.echeance.core.safeguards.Safeguards.Withheld;
import io.echeance.core.settlement.Settlement;
import java.util.List;
import java.util.Map;

/**
 * What the rules found of an order on one day: all that is said of how it stands is made from it.
 *
 * @param documents every document of the order, those drawn today too
 * @param settlement of all of them
 */
public record Drawn(
        Situation situation,
        Map<String, Receipts> receipts,
        Invoicing invoicing,
        List<Document> documents,
        Settlement settlement,
        Holds holds,
        Steps steps,
        Interests interests,
        Withheld withheld,
        List<RefundOwed> refunds) {

    Ladders ladders() {
        return new Ladders(situation, holds, settlement, steps);
    }

    Receipts receiptsOf(String payer) {
        return receipts.getOrDefault(payer, Receipts.NONE);
    }

    /** Whether all that the order costs is billed and every receivable settled. */
    boolean isAllPaid() {
        return invoicing.isFullyBilled()
                && settlement.receivables().stream()
                        .noneMatch(
                                debt -> settlement.of(debt, situation.today()).isPositive());
    }
}
