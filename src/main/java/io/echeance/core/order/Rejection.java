package io.echeance.core.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact that could not be accepted.
 *
 * @param factId null if it could not be read
 * @param sentence what is wrong, for a person; cut where it is longer than {@link #LONGEST_SENTENCE}
 */
public record Rejection(
        LocalDate on, @Nullable String orderId, @Nullable String factId, Reason reason, String sentence)
        implements Output {

    /** In characters. It may quote what was received, and that may be long. */
    public static final int LONGEST_SENTENCE = 600;

    public Rejection {
        sentence = shortened(sentence);
    }

    /** A sentence for a person, not longer than it may be. */
    public static String shortened(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE - 1) + "…";
    }

    /** Why; declared in order of precedence, but that what is {@link #TOO_LARGE} on its own is not even read. */
    public enum Reason {
        MALFORMED,
        CONTRADICTS_EARLIER_FACT,
        ORDER_ALREADY_PLACED,
        UNKNOWN_TERMS,
        CUSTOMER_NOT_SERVED,
        AMOUNT_NOT_POSITIVE,
        /** More than one payment could pay. */
        AMOUNT_TOO_LARGE,
        /** A rate of VAT, of a seller who charges none. */
        VAT_NOT_ALLOWED,
        PLAN_NOT_ALLOWED,
        DEPOSIT_NOT_ALLOWED,
        FUNDING_NOT_ALLOWED,
        /** A credit limit of a seller whose terms know none. */
        LIMIT_NOT_IN_TERMS,
        UNKNOWN_FUNDER,
        UNKNOWN_PAYER,
        DUPLICATE_PAYMENT,
        /** Of a decision about a payment that was not received. */
        UNKNOWN_PAYMENT,
        /** Of a decision that places money with an order that was not placed. */
        UNKNOWN_ORDER,
        /** A decision whose parts and what it sets aside are not the payment. */
        DOES_NOT_ADD_UP,
        /** A field that the fact does not have: most likely the name of another, mistyped. */
        UNKNOWN_FIELD,
        /** An id that says who somebody is. */
        PERSONAL_ID,
        /** Of a month that is to be closed before its last day is. */
        MONTH_NOT_OVER,
        /** Of a month whose books are closed already. */
        MONTH_CLOSED,
        /** Of a month that is to be closed before the one before it. */
        EARLIER_MONTH_OPEN,
        /** A record, a text or a list is too long, or the order has no room for one more fact. */
        TOO_LARGE
    }
}
