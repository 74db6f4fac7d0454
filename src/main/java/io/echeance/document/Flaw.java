package io.echeance.document;

/** Why an invoice cannot leave the house as it is. */
public record Flaw(Rule rule, String sentence) {

    /** What an invoice has to keep, with the rule of EN 16931 (BR) or of France (BR-FR) that says so, if one does. */
    public enum Rule {
        /** A number that any register takes: BR-FR-01, BR-FR-02. */
        NUMBER,
        /** Days of this century: BR-FR-03. */
        DAY,
        /** Not due before it is issued: BR-FR-CO-07. */
        DUE_BEFORE_ISSUE,
        /** Says when to pay: BR-CO-25. */
        WHEN_TO_PAY,
        /** The sums are those of the lines: BR-CO-10 to BR-CO-17. */
        SUM,
        /** What is taken off was invoiced as a deposit, and the process says so (S4): no public rule asks. */
        DEPOSIT,
        /** A credit note says what it credits: BR-FR-CO-05. */
        CREDITED,
        /** Recovery fee, penalties and discount are said, once each: BR-FR-05, BR-FR-06. */
        MENTION,
        /** No VAT without its reason, in words and as a code: BR-E-10, BR-O-10, and G1.41 of the public portal. */
        EXEMPTION,
        /** Each item is named: BR-25. */
        NAME,
        /** Seller and buyer are whole, the check digits of their numbers are right: BR-FR-09 to BR-FR-13. */
        PARTY
    }
}
