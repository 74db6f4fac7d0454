package io.echeance.core.terms;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every version of every seller's terms that we know of. */
public final class TermsCatalogue {

    private final SortedMap<String, NavigableMap<LocalDate, Terms>> versionsByName = new TreeMap<>();
    private final Set<String> sellers;
    private final Set<String> limiting;

    public TermsCatalogue(Collection<Terms> versions) {
        for (Terms terms : versions) {
            versionsByName
                    .computeIfAbsent(terms.name(), name -> new TreeMap<>())
                    .put(terms.inForceOn(), terms);
        }
        this.sellers = versions.stream().map(Terms::seller).collect(Collectors.toUnmodifiableSet());
        this.limiting = versions.stream()
                .filter(TermsCatalogue::limitsCredit)
                .map(Terms::seller)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean limitsCredit(Terms terms) {
        StandingTerms standing = terms.standing();
        return standing != null && standing.creditLimits();
    }

    /** Whoever has terms. */
    public Set<String> sellers() {
        return sellers;
    }

    /** Whoever has a version of terms by which orders show what they add to a credit limit. */
    public Set<String> sellersWithLimits() {
        return limiting;
    }

    /**
     * The version that binds an order placed on a day.
     *
     * @param termsId {@code name} (the version in force on the day) or {@code name@date} (that version)
     * @return empty if there is no such version, or none in force yet
     */
    public Optional<Terms> binding(String termsId, LocalDate orderedOn) {
        int at = termsId.indexOf('@');
        String name = at < 0 ? termsId : termsId.substring(0, at);
        NavigableMap<LocalDate, Terms> versions = versionsByName.getOrDefault(name, new TreeMap<>());
        if (at >= 0) {
            return versions.values().stream()
                    .filter(terms -> terms.id().equals(termsId))
                    .findFirst();
        }
        return Optional.ofNullable(versions.floorEntry(orderedOn)).map(Map.Entry::getValue);
    }
}
