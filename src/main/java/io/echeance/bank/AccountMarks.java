package io.echeance.bank;

import io.echeance.bank.Movement.Counterparty;
import io.echeance.core.order.AccountMark;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a mark of the account that money came from, where the bank's file is read: the account itself goes no further.
 * Only an IBAN has one: another number is the same at two banks.
 *
 * @param digest of an IBAN, under a key of the installation
 */
public record AccountMarks(Function<String, String> digest) {

    /** Null: the file does not say, or it is no IBAN. */
    @Nullable
    String of(Movement movement) {
        Counterparty other = movement.counterparty();
        String account = other == null ? null : other.iban();
        return account == null || !Written.isIban(account)
                ? null
                : AccountMark.of(account, digest.apply(account)).written();
    }
}
