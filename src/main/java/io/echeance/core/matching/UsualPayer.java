package io.echeance.core.matching;

import io.echeance.core.order.Sentence;
import java.time.LocalDate;

/**
 * Whose payments came from an account before, his alone. It is proposed, and never acts by itself.
 *
 * @param lastFour letters or digits of the account
 * @param times how often, as far as it is remembered
 * @param lastOn the latest value date
 */
public record UsualPayer(String payer, String lastFour, int times, LocalDate lastOn) {

    /** For people. */
    Sentence sentence() {
        boolean isMost = times == AccountMemory.MOST;
        String french = (times == 1 ? "une fois" : times + " fois") + (isMost ? " ou plus" : "");
        String english = (times == 1 ? "once" : times + " times") + (isMost ? " or more" : "");
        return new Sentence(
                "le compte finissant par " + lastFour + " a déjà payé pour " + payer + ", " + french
                        + ", la dernière le " + lastOn,
                "the account ending " + lastFour + " paid for " + payer + " before, " + english + ", last on "
                        + lastOn);
    }
}
