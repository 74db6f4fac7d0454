package io.echeance.core.terms;

/**
 * By what a rule knows for itself whose money a payment is, where its sender named no order as such. Of two that stand
 * in one text the first here acts that may.
 */
public enum MatchingRule {
    /** The order's own id, as the whole reference or inside a text. */
    ORDER,
    /** A creditor reference (ISO 11649) with the number of a document, in which a slip shows. */
    CREDITOR_REFERENCE,
    /** The number of a document, as the whole reference or inside a text. */
    NUMBER
}
