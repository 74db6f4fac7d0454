package io.echeance.core.order;

import java.util.Arrays;
import java.util.Locale;

/** The word that the text of an {@link ItemKey} begins with. */
enum ItemWord {
    SHARE,
    TRAVEL,
    APPLICATION_FEE,
    SUBROGATION_FEE,
    DEPOSIT,
    CANCELLATION,
    RECOVERY_FEE,
    INTEREST;

    /** @throws IllegalArgumentException if there is none of that text */
    static ItemWord of(String text) {
        return Arrays.stream(values())
                .filter(word -> word.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no item has a key of " + text));
    }

    String about(Object what) {
        return this + "/" + what;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
