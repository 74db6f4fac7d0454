package io.echeance.core.shares;

import io.echeance.core.money.Money;
import io.echeance.core.order.DocumentId;
import java.util.Map;

/**
 * One funder's share of the price.
 *
 * @param net what it owes
 * @param fallen what has fallen back and nobody owes until the customer accepts
 * @param unpaid net, by invoice, of what it left unpaid for too long and is not credited to it yet
 */
public record FunderShare(String funder, ShareState state, Money net, Money fallen, Map<DocumentId, Money> unpaid) {

    FunderShare(String funder, ShareState state, Money net, Money fallen) {
        this(funder, state, net, fallen, Map.of());
    }

    public enum ShareState {
        /** Has not decided; reserved at the amount requested, not invoiced. */
        REQUESTED,
        GRANTED,
        REFUSED,
        /** Did not decide by the deadline of the terms. */
        SILENT,
        /** Its invoice is too late: what it has not paid fell back. */
        UNPAID
    }

    /** Only what it has agreed to may be invoiced to it. */
    public boolean isInvoiceable() {
        return state == ShareState.GRANTED || state == ShareState.UNPAID;
    }
}
