package io.echeance.core.terms;

/**
 * The quality in which a debtor contracts (<i>qualité du débiteur</i>); it decides which statutes apply and is
 * received, never inferred: a natural person may act as a professional.
 */
public enum Quality {
    /** Acts for a commercial, industrial, craft, liberal or agricultural activity (Code de commerce, L441-10). */
    PROFESSIONAL,
    /** Buys under the Code de la commande publique (L2192-13, R2192-31). */
    PUBLIC_BUYER,
    /** A natural person acting outside any such activity (Code de la consommation, article liminaire). */
    CONSUMER
}
