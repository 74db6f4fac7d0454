package io.echeance.core.terms;

import io.echeance.core.money.Percent;
import java.time.LocalDate;
import java.util.List;

/**
 * The rates of VAT in mainland France, each with what it has been from which day on (Code général des impôts, 278 to
 * 281 nonies).
 *
 * <p>Reading taken: a document bears the rate in force on its own day, and a credit note those of its invoice. What the
 * law that changes a rate says of services begun before is for the seller to see to, by the day of the invoice.
 */
public enum VatRate {
    /** <i>Taux normal</i>, 278: what no other rate is for. */
    STANDARD(
            since("1990-01-01", "18.60"),
            since("1995-08-01", "20.60"),
            since("2000-04-01", "19.60"),
            since("2014-01-01", "20.00")),
    /** <i>Taux intermédiaire</i>, 278 quater to 279: passenger transport, meals; before 2012 the reduced one. */
    INTERMEDIATE(since("1990-01-01", "5.50"), since("2012-01-01", "7.00"), since("2014-01-01", "10.00")),
    /** <i>Taux réduit</i>, 278-0 bis: books, on whatever they are carried. */
    REDUCED(since("1990-01-01", "5.50")),
    /** <i>Taux particulier</i>, 281 quater to 281 nonies: the press, some medicines. */
    SUPER_REDUCED(since("1990-01-01", "2.10"));

    /** What a rate is from a day on. */
    public record Since(LocalDate day, Percent percent) {}

    private final List<Since> history;

    VatRate(Since... history) {
        this.history = List.of(history);
    }

    private static Since since(String day, String percent) {
        return new Since(LocalDate.parse(day), Percent.of(percent));
    }

    /** In force on a day; before the first that is known, what it was then. */
    public Percent on(LocalDate day) {
        Percent inForce = history.getFirst().percent();
        for (Since since : history) {
            inForce = since.day().isAfter(day) ? inForce : since.percent();
        }
        return inForce;
    }

    /** First day first. */
    public List<Since> history() {
        return history;
    }
}
