package io.echeance.query.order;

import io.echeance.core.book.Retelling;
import io.echeance.core.book.Retelling.View;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which state of an account is asked for.
 *
 * @param asOf on the morning of that day; null: today
 * @param knownOn only with what had reached us by that day; null: with all of it
 */
public record Moment(@Nullable LocalDate asOf, @Nullable LocalDate knownOn) {

    View of(Retelling account) {
        if (asOf != null) {
            return knownOn == null ? account.asOf(asOf) : account.asOf(asOf, knownOn);
        }
        return knownOn == null ? account.now() : account.asKnownOn(knownOn);
    }

    boolean isPast() {
        return asOf != null || knownOn != null;
    }
}
