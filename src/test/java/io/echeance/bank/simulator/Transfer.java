package io.echeance.bank.simulator;

import io.echeance.bank.simulator.World.Debt;
import io.echeance.core.money.Money;
import java.util.List;

/**
 * Money that arrives, with the truth about it.
 *
 * @param payer as his bank calls him
 * @param text what he wrote
 * @param endToEnd what he, or his bank, called the transfer
 */
record Transfer(List<Debt> debts, Wording wording, Money amount, String payer, String text, String endToEnd) {

    Transfer {
        debts = List.copyOf(debts);
    }
}
