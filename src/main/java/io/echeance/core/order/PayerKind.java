package io.echeance.core.order;

import io.echeance.core.terms.Quality;

/** What kind of debtor a payer is: ageing and provisions are read by it. */
public enum PayerKind {
    PROFESSIONAL,
    PUBLIC_BUYER,
    CONSUMER,
    /** Pays a share of somebody else's order: an OPCO, a region, France Travail, the CDC. */
    FUNDER;

    /** Of a customer who contracts in this quality. */
    public static PayerKind of(Quality quality) {
        return switch (quality) {
            case PROFESSIONAL -> PROFESSIONAL;
            case PUBLIC_BUYER -> PUBLIC_BUYER;
            case CONSUMER -> CONSUMER;
        };
    }
}
