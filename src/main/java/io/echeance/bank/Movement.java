package io.echeance.bank;

import io.echeance.core.admission.Amounts;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of a statement of account, or one payment of a batch that is booked as one line.
 *
 * @param amount above 0.00: received
 * @param isReversal the bank says that it undoes an earlier one
 * @param bankCode what kind of movement, in the bank's words: {@code PMNT/RCDT/ESCT}, {@code 05}, {@code NTRF}
 * @param counterparty who paid, or was paid; null: the file does not say
 * @param texts all that the bank says in words, each text once, in the order of the file
 * @param returned why it came back; null: it is no return
 */
public record Movement(
        LocalDate bookedOn,
        LocalDate valueOn,
        Money amount,
        boolean isReversal,
        String bankCode,
        @Nullable Counterparty counterparty,
        Marks marks,
        List<String> texts,
        @Nullable Returned returned) {

    private static final String NOT_PROVIDED = "NOTPROVIDED";
    private static final Pattern REASON = Pattern.compile("[A-Z0-9]{1,4}");
    private static final Pattern FEES = Pattern.compile("62|NCHG|NCOM|.*/(?:CHRG|FEES|COMM|COMI|COMT)");

    /** @param ultimate in whose name; null: in the same */
    public record Counterparty(
            @Nullable String name,
            @Nullable String iban,
            @Nullable String ultimate) {}

    /**
     * Ids that others gave it; null: none.
     *
     * @param bank the bank's own
     * @param endToEnd of who sent it
     * @param transaction of the payment system
     * @param mandate of a direct debit
     * @param creditor the reference on our document (ISO 11649), if it came in a field of its own
     * @param batch what binds those together that are booked as one line
     */
    public record Marks(
            @Nullable String bank,
            @Nullable String endToEnd,
            @Nullable String transaction,
            @Nullable String mandate,
            @Nullable String creditor,
            @Nullable String batch) {

        static final Marks NONE = new Marks(null, null, null, null, null, null);
    }

    /**
     * @param code of ISO 20022 ({@code MD06}), or the two digits of CFONB
     * @param words what the bank adds; null: nothing
     */
    public record Returned(String code, @Nullable String words) {

        /** Null: the bank says why in words of its own, which may name somebody. */
        @Nullable
        String reason() {
            return REASON.matcher(code).matches() ? code : null;
        }
    }

    public Movement {
        texts = List.copyOf(texts);
    }

    /** Whether the bank charges it for its services, by its own code for that: CFONB 62, ISO 20022 and SWIFT. */
    boolean isFee() {
        return amount.isNegative() && returned == null && FEES.matcher(bankCode).matches();
    }

    /** The id that who sent it gave it; null: none. */
    public @Nullable String endToEnd() {
        String id = marks.endToEnd();
        return id == null || id.isBlank() || id.equalsIgnoreCase(NOT_PROVIDED) ? null : id.strip();
    }

    /** Whether the bank takes back with it what came in before: a return, or the reversal of its own entry. */
    public boolean takesBack() {
        return amount.isNegative() && (returned != null || isReversal);
    }

    /** Whether somebody pays with it: it came in, nothing of ours came back, and an order may ask for as much. */
    public boolean isPayment() {
        return amount.isPositive() && returned == null && !amount.isBeyond(Amounts.LARGEST);
    }

    /**
     * From when it counts. What a bank values later than it books it, a cheque above all, is in the account, and in the
     * books, from the day on which it is booked.
     */
    LocalDate countsOn() {
        return valueOn.isAfter(bookedOn) ? bookedOn : valueOn;
    }

    /** Whether nothing is said of whom it is from: a notification may tell more. */
    public boolean isBare() {
        return counterparty == null
                && returned == null
                && marks.endToEnd() == null
                && marks.batch() == null
                && !isFee();
    }

    /** Whether a text is longer than what is read of one. */
    boolean isLong() {
        return texts.stream().anyMatch(text -> text.length() > Written.LONGEST);
    }

    /** The same with the sign turned round. */
    Movement turned() {
        return new Movement(
                bookedOn,
                valueOn,
                Money.ZERO.minus(amount),
                isReversal,
                bankCode,
                counterparty,
                marks,
                texts,
                returned);
    }
}
