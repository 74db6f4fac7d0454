package io.echeance.core.order;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The key of a receivable, the n-th that its document asks for, counted from 1: {@code documentId#n}.
 */
public record ReceivableKey(DocumentId document, int n) implements Comparable<ReceivableKey> {

    private static final Comparator<ReceivableKey> ORDER =
            Comparator.comparing(ReceivableKey::document).thenComparing(ReceivableKey::n);

    private static final int MOST_DIGITS = 9;

    /** @throws IllegalArgumentException if it is not of that form */
    public static ReceivableKey parse(String text) {
        ReceivableKey key = parseIfOne(text);
        if (key == null) {
            throw new IllegalArgumentException("the key of a receivable ends with # and a number, not " + text);
        }
        return key;
    }

    /** Null: the text is no such key. The id of a document may have a # too, and ends with a slash and a number. */
    static @Nullable ReceivableKey parseIfOne(String text) {
        int mark = text.lastIndexOf('#');
        int digits = text.length() - mark - 1;
        if (mark < 0 || digits == 0 || digits > MOST_DIGITS) {
            return null;
        }
        int n = 0;
        for (int at = mark + 1; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9') {
                return null;
            }
            n = 10 * n + digit - '0';
        }
        return new ReceivableKey(new DocumentId(text.substring(0, mark)), n);
    }

    @Override
    public int compareTo(ReceivableKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return document + "#" + n;
    }
}
