package io.echeance.core.terms;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The rates that law or the European Central Bank sets for a semester. A semester that is not known stays unknown:
 * nothing is extrapolated.
 */
public final class StatutoryRates {

    /**
     * One semester's rates, in percent a year.
     *
     * @param legalIndividual legal rate where the creditor is a private individual
     * @param legalOther legal rate where the creditor is a business
     * @param ecb the ECB's main refinancing rate on the semester's first day
     */
    public record SemesterRates(Semester semester, Percent legalIndividual, Percent legalOther, Percent ecb) {}

    private final TreeMap<Semester, SemesterRates> rows = new TreeMap<>();

    public StatutoryRates(Collection<SemesterRates> rows) {
        rows.forEach(row -> this.rows.put(row.semester(), row));
    }

    public Optional<SemesterRates> of(Semester semester) {
        return Optional.ofNullable(rows.get(semester));
    }

    public Collection<SemesterRates> all() {
        return java.util.Collections.unmodifiableCollection(rows.values());
    }
}
