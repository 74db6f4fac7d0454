package io.echeance.core.lateness;

import io.echeance.core.terms.Quality;

/**
 * Where the law gives a creditor the fixed sum for recovery costs (<i>indemnité forfaitaire pour frais de
 * recouvrement</i>): one ground for each quality of debtor, and the same wherever it is cited.
 *
 * @param code in French
 * @param article as explanations cite it
 * @param first the article that grants it
 * @param second the one that sets the amount
 */
public record RecoveryFeeGround(String code, String article, String first, String second) {

    private static final RecoveryFeeGround COMMERCE =
            new RecoveryFeeGround("Code de commerce", "C. com., L441-10 II and D441-5", "L441-10", "D441-5");
    private static final RecoveryFeeGround PUBLIC =
            new RecoveryFeeGround("Code de la commande publique", "CCP, L2192-13 and D2192-35", "L2192-13", "D2192-35");

    /** A consumer never owes the fee; where one is asked whether he might, it is by the Code de commerce. */
    public static RecoveryFeeGround of(Quality debtor) {
        return switch (debtor) {
            case PROFESSIONAL, CONSUMER -> COMMERCE;
            case PUBLIC_BUYER -> PUBLIC;
        };
    }
}
