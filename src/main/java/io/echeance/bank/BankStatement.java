package io.echeance.bank;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of one account (<i>relevé de compte</i>). Opening balance and entries make the closing balance, to the
 * cent.
 *
 * @param id what the bank calls it; banks begin anew each year
 * @param account its IBAN where the file has one or one can be made of what it has, else as it stands there
 * @param balances null: a notification has none
 * @param remarks what a person should know though the statement is taken
 */
public record BankStatement(
        String id, String account, @Nullable Balances balances, List<BankEntry> entries, List<String> remarks) {

    /**
     * What is above 0.00 is the holder's money.
     *
     * @param openingOn null: the file does not say
     */
    public record Balances(
            @Nullable LocalDate openingOn,
            Money opening,
            @Nullable LocalDate closingOn,
            Money closing) {}

    public BankStatement {
        entries = List.copyOf(entries);
        remarks = List.copyOf(remarks);
    }
}
