package io.echeance.core.order;

import java.time.LocalDate;

/**
 * A fact, and the day on which it reached us.
 *
 * @param knownOn the {@code today} of the moment at which it was taken
 */
public record KnownFact(LocalDate knownOn, Fact fact) {

    /** The first day of which it is a fact that counts and that we know of. */
    public LocalDate countsOn() {
        return fact.on().isAfter(knownOn) ? fact.on() : knownOn;
    }
}
