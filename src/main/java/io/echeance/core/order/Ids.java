package io.echeance.core.order;

import org.jspecify.annotations.Nullable;

/**
 * One rule for what names an order, a party, a fact, a payment: on the stream, over HTTP, in {@code publish} and in
 * {@code simulate}. Whatever follows from an id (a document's id, a file's name, a key) rests on it.
 */
public final class Ids {

    /** Longest id that others give, in characters. */
    public static final int LONGEST = 200;

    /** Longest id that is made of others, such as that of a refund or of a receivable. */
    public static final int LONGEST_COMPOSED = 500;

    private static final int DAMAGED = '\uFFFD';

    private Ids() {}

    /** What is wrong with an id that others give; null: nothing. */
    public static @Nullable String wrong(String what, String id) {
        return wrong(what, id, LONGEST);
    }

    /**
     * What is wrong with the id of one who is asked to pay. It stands inside the ids of documents, {@code
     * orderId/payer/KIND/n}: a slash of its own could make two documents share one id.
     */
    public static @Nullable String wrongForPayer(String what, String id) {
        return id.indexOf('/') >= 0 ? what + " has a slash, which no id of a payer may have" : wrong(what, id);
    }

    /** What is wrong with an id that may be one of ours. */
    public static @Nullable String wrongEvenComposed(String what, String id) {
        return wrong(what, id, LONGEST_COMPOSED);
    }

    private static @Nullable String wrong(String what, String id, int longest) {
        if (id.isBlank()) {
            return what + " is empty";
        }
        if (id.length() > longest) {
            return what + " has " + id.length() + " characters, more than " + longest;
        }
        if (!id.equals(id.strip())) {
            return what + " begins or ends with a blank";
        }
        for (int at = 0; at < id.length(); at += Character.charCount(id.codePointAt(at))) {
            if (isUnfit(id.codePointAt(at))) {
                return what + " has a control character, or one that was damaged on its way";
            }
        }
        return null;
    }

    private static boolean isUnfit(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || character == DAMAGED;
    }
}
