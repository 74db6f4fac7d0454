package io.echeance.bank;

import org.jspecify.annotations.Nullable;

/**
 * What an entry and its return share: a digest of the account, the end-to-end id of who sent the money, and how much it
 * is. Behind it a few letters of a digest of the other account, where the bank tells it: too few to find that account,
 * enough to tell another one from it.
 */
public final class Trace {

    private static final int LENGTH = 16;
    private static final int OF_OTHER = 4;
    private static final String BEFORE_OTHER = "/";

    private Trace() {}

    /** @return null: nobody gave it an id, or one that says nothing, as {@code NONREF} and {@code VIREMENT} do */
    public static @Nullable String of(String account, Movement movement) {
        String endToEnd = movement.endToEnd();
        if (endToEnd == null || endToEnd.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        String shared =
                String.join("\u001F", account, endToEnd, movement.amount().abs().toString());
        String other = other(account, movement);
        String base = EntryIds.digest(shared, LENGTH);
        return other == null ? base : base + BEFORE_OTHER + EntryIds.digest(shared + "\u001F" + other, OF_OTHER);
    }

    /** Null where the bank tells no other side than ours, or calls it by no IBAN: another time it may do that. */
    private static @Nullable String other(String account, Movement movement) {
        Movement.Counterparty other = movement.counterparty();
        String iban = other == null ? null : other.iban();
        return iban == null || iban.equals(account) || !Written.isIban(iban) ? null : iban;
    }

    /** Without what it says of the other account. */
    public static String base(String trace) {
        return trace.length() <= LENGTH ? trace : trace.substring(0, LENGTH);
    }

    /** Whether two of one base may be of one account: where either does not tell, they may. */
    public static boolean mayBeOne(String one, String other) {
        return one.equals(other) || one.length() == LENGTH || other.length() == LENGTH;
    }
}
