package io.echeance.core.lint;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What texts still cite after the law has moved on, and what governs a subject instead of what they cite. */
final class Superseded {

    /**
     * @param by what stands in its place
     * @param act what put it there
     * @param on the day from which the old name is outdated
     */
    record Change(String code, String old, String by, String act, LocalDate on) {}

    private static final String COMMERCE = "Code de commerce";
    private static final String CIVIL = "Code civil";
    private static final String LABOUR = "Code du travail";
    private static final String ORDER_2019 = "Ordonnance no 2019-359 of 24 April 2019";
    private static final String ORDER_2016 = "Ordonnance no 2016-131 of 10 February 2016";
    private static final LocalDate FROM_2019 = LocalDate.of(2019, 4, 26);
    private static final LocalDate FROM_2016 = LocalDate.of(2016, 10, 1);

    private static final List<Change> ARTICLES = List.of(
            new Change(COMMERCE, "L441-6", "L441-10 (terms of payment, penalties)", ORDER_2019, FROM_2019),
            new Change(COMMERCE, "L443-1", "L441-11 and L441-16 (terms, fines)", ORDER_2019, FROM_2019),
            new Change(COMMERCE, "L441-3", "L441-9 (invoices)", ORDER_2019, FROM_2019),
            new Change(COMMERCE, "L442-6", "L442-1 (restrictive practices)", ORDER_2019, FROM_2019),
            new Change(CIVIL, "1134", "1103 and 1104", ORDER_2016, FROM_2016),
            new Change(CIVIL, "1152", "1231-5", ORDER_2016, FROM_2016),
            new Change(CIVIL, "1153", "1231-6", ORDER_2016, FROM_2016));

    private static final List<Change> BODIES = List.of(new Change(
            "",
            "Pôle Emploi",
            "France Travail",
            "Loi no 2023-1196 of 18 December 2023 (Code du travail, L5312-1)",
            LocalDate.of(2024, 1, 1)));

    private Superseded() {}

    static Optional<Change> article(String code, String article, LocalDate on) {
        return in(ARTICLES, code, article, on);
    }

    static Optional<Change> body(String name, LocalDate on) {
        return in(BODIES, "", name, on);
    }

    /** The article that governs, where the cited one governs something else. */
    static Optional<String> instead(Claim.ArticleCited cited) {
        boolean collection = cited.code().equals(LABOUR) && cited.article().equals("L6353-6");
        return switch (cited.subject()) {
            case WITHDRAWAL -> collection ? Optional.of(LABOUR + ", L6353-5") : Optional.empty();
            case LATE_PAYMENT, OTHER -> Optional.empty();
        };
    }

    private static Optional<Change> in(List<Change> changes, String code, String old, LocalDate on) {
        return changes.stream()
                .filter(change -> change.code().equals(code) && change.old().equalsIgnoreCase(old))
                .filter(change -> !on.isBefore(change.on()))
                .findFirst();
    }
}
