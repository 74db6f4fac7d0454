package io.echeance.console;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which state of the books a page shows.
 *
 * @param asOf on the morning of that day; null: today
 * @param knownOn only with what had reached us by that day; null: with all of it
 */
public record DateBar(@Nullable LocalDate asOf, @Nullable LocalDate knownOn) {

    static final DateBar NOW = new DateBar(null, null);

    /** Then nothing can be commanded. */
    public boolean isPast() {
        return asOf != null || knownOn != null;
    }

    /** As questions about an order take it, with what else they ask: {@code ?asOf=…}. */
    String query(String... more) {
        List<String> parameters = new ArrayList<>(List.of(more));
        if (asOf != null) {
            parameters.add("asOf=" + asOf);
        }
        if (knownOn != null) {
            parameters.add("knownOn=" + knownOn);
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }
}
