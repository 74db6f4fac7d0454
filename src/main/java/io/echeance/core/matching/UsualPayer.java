package io.echeance.core.matching;

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
    String sentence() {
        String often = times == 1 ? "once" : times + " times";
        String most = times == AccountMemory.MOST ? " or more" : "";
        return "the account ending " + lastFour + " paid for " + payer + " before, " + often + most + ", last on "
                + lastOn;
    }
}
