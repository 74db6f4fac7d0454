package io.echeance.core.order;

/**
 * The id of a document: {@code orderId/payer/KIND/n}. No id of a payer has a slash, so that no two documents share one.
 */
public record DocumentId(String text) implements Comparable<DocumentId> {

    /** Of the n-th document of one kind for one payer of an order, counted from 1. */
    public static DocumentId of(String orderId, String payer, Document.Kind kind, int n) {
        return new DocumentId(orderId + "/" + payer + "/" + kind + "/" + n);
    }

    /** Whether it is the id of a document of that kind: the last part but one says so. */
    public boolean isOf(Document.Kind kind) {
        int last = text.lastIndexOf('/');
        return last >= 0 && text.substring(0, last).endsWith("/" + kind);
    }

    /** Whom it asks, of an order: what stands between the order and the last two parts. */
    public String payerOf(String orderId) {
        String rest = text.startsWith(orderId + "/") ? text.substring(orderId.length() + 1) : text;
        int slash = rest.indexOf('/');
        return slash < 0 ? rest : rest.substring(0, slash);
    }

    /** The key of its n-th receivable, counted from 1. */
    public ReceivableKey receivable(int n) {
        return new ReceivableKey(this, n);
    }

    @Override
    public int compareTo(DocumentId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
