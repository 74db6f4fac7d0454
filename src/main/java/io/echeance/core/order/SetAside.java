package io.echeance.core.order;

import io.echeance.core.money.Money;

/** Money that is no payment of an order, or that goes to none for now: a person has said why. */
public record SetAside(Money amount, Why reason) {

    public enum Why {
        /** It was received by another way already: a pay-out of a card provider, a batch of direct debits. */
        COUNTED_ELSEWHERE,
        /** Between accounts of our own. */
        INTERNAL_TRANSFER,
        /** It goes back to who sent it. */
        SENT_BACK,
        /** Of a supplier, an authority, a bank: nobody who owes an order. */
        NOT_OF_A_CUSTOMER,
        /** Somebody is asked. */
        TO_CLARIFY
    }
}
