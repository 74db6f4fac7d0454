package io.echeance.core.order;

import java.util.List;

/**
 * An order, or a document of it, that a payment may be meant for: a person decides.
 *
 * @param payers who may be expected to pay it
 */
public record Proposal(String name, String orderId, List<String> payers) {

    public Proposal {
        payers = List.copyOf(payers);
    }
}
