package io.echeance.core.terms;

import java.util.List;

/** The articles of law that we rest on (<i>fondements</i>), each ground once. */
public enum Basis {
    INTEREST_OF_PROFESSIONALS(Code.COMMERCE, "L441-10 II"),
    INTEREST_OF_PUBLIC_BUYERS(Code.PUBLIC_PROCUREMENT, "L2192-13", "R2192-31", "R2192-32"),
    INTEREST_OF_CONSUMERS(Code.CIVIL, "1231-6", "1344-1"),
    /** The article that grants the fee, and the one that sets its amount. */
    RECOVERY_FEE(Code.COMMERCE, "L441-10 II", "D441-5"),
    RECOVERY_FEE_OF_PUBLIC_BUYERS(Code.PUBLIC_PROCUREMENT, "L2192-13", "D2192-35"),
    FORMAL_NOTICE(Code.CIVIL, "1344"),
    /** Where it is invoked, debts of one another extinguish each other. */
    SET_OFF(Code.CIVIL, "1347"),
    SERVICE_WITHHELD(Code.CIVIL, "1217", "1219"),
    DEPOSIT_INVOICED(Code.TAX, "289 I-1-c"),
    CANCELLATION_FEE_OUTSIDE_VAT(Code.TAX, "256 (indemnity outside VAT)"),
    PAID_WITHOUT_BEING_OWED(Code.CIVIL, "1302-1"),
    REFUND_AFTER_WITHDRAWAL(Code.CONSUMER, "L221-24"),
    REFUND_INCREASED(Code.CONSUMER, "L242-4"),
    PLACE_OF_SUPPLY_ABROAD(Code.TAX, "259, 1°"),
    REVERSE_CHARGE(Code.TAX, "283, 2"),
    CONTENT_OF_INVOICES(Code.TAX, "annexe II, 242 nonies A");

    /** A code, as it is cited and by its name in French. */
    public enum Code {
        CIVIL("C. civ.", "Code civil"),
        COMMERCE("C. com.", "Code de commerce"),
        CONSUMER("C. conso.", "Code de la consommation"),
        PUBLIC_PROCUREMENT("CCP", "Code de la commande publique"),
        TAX("CGI", "Code général des impôts");

        private final String cited;
        private final String title;

        Code(String cited, String title) {
            this.cited = cited;
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    private final Code code;
    private final List<String> articles;

    Basis(Code code, String... articles) {
        this.code = code;
        this.articles = List.of(articles);
    }

    /** Where the law gives a creditor the fee. A consumer never owes it; his ground would be that of others. */
    public static Basis recoveryFee(Quality debtor) {
        return switch (debtor) {
            case PROFESSIONAL, CONSUMER -> RECOVERY_FEE;
            case PUBLIC_BUYER -> RECOVERY_FEE_OF_PUBLIC_BUYERS;
        };
    }

    public Code code() {
        return code;
    }

    /** The n-th article, counted from 0, without its paragraph. */
    public String article(int n) {
        return articles.get(n).split(" ", 2)[0];
    }

    /** As explanations cite it: {@code C. com., L441-10 II and D441-5}. */
    @Override
    public String toString() {
        int last = articles.size() - 1;
        String listed = last == 0
                ? articles.getFirst()
                : String.join(", ", articles.subList(0, last)) + " and " + articles.get(last);
        return code.cited + ", " + listed;
    }
}
