package io.echeance.core.terms;

import io.echeance.core.money.Money;
import java.util.Set;

/**
 * A step of a dunning ladder (<i>étape de relance</i>).
 *
 * @param offset days from the due date; negative: before it
 * @param minimum the step is for debts above this
 * @param qualities the debtors whose ladder has this step
 */
public record LadderStep(Action action, int offset, Money minimum, Set<Quality> qualities) {

    public enum Action {
        /** A reminder (<i>relance</i>). */
        REMIND,
        /** The flat fee of 40.00 (Code de commerce, D441-5) is invoiced. */
        CHARGE_RECOVERY_FEE,
        /** A formal notice to pay (<i>mise en demeure</i>, Code civil, 1344). */
        FORMAL_NOTICE,
        /** The file goes to those who litigate. */
        REFER_TO_LITIGATION
    }

    /** {@code d-7}, {@code d+30}: the step's name in an alert. */
    public String id() {
        return offset < 0 ? "d" + offset : "d+" + offset;
    }
}
