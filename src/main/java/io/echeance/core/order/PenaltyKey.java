package io.echeance.core.order;

import org.jspecify.annotations.Nullable;

/** Keys of the items that lateness brings, and what they are about. */
public final class PenaltyKey {

    private static final String RECOVERY_FEE = "recovery-fee/";
    private static final String INTEREST = "interest/";

    private PenaltyKey() {}

    /** @param about the id of a document, or the key of a receivable where the terms take a fee for each */
    public static String ofRecoveryFee(String about) {
        return RECOVERY_FEE + about;
    }

    public static String ofInterest(String receivable) {
        return INTEREST + receivable;
    }

    /** The document that a fee or interest is about; null: the item is neither. */
    public static @Nullable String documentOf(String itemKey) {
        if (!itemKey.startsWith(RECOVERY_FEE) && !itemKey.startsWith(INTEREST)) {
            return null;
        }
        String about = itemKey.substring(itemKey.indexOf('/') + 1);
        int instalment = about.lastIndexOf('#');
        return instalment < 0 ? about : about.substring(0, instalment);
    }
}
