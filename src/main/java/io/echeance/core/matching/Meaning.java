package io.echeance.core.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the references said of a key.
 *
 * @param names those that are known under it
 * @param waits more may be said
 */
public record Meaning(String key, List<KnownName> names, boolean waits) {

    public Meaning {
        names = List.copyOf(names);
    }

    Optional<KnownName> of(String name) {
        return names.stream().filter(known -> known.name().equals(name)).findFirst();
    }

    /** Whether it is known what a name means, or that it means nothing. */
    boolean settles(String name) {
        return !waits || of(name).isPresent();
    }

    /** The last word has nothing to add, and nobody waits for more. */
    Meaning and(Meaning later) {
        if (KnownName.isOfAccount(key)) {
            return later; // It says all that is known, and that may be less.
        }
        List<KnownName> all = new ArrayList<>(later.names);
        names.stream().filter(known -> later.of(known.name()).isEmpty()).forEach(all::add);
        boolean isLast = later.names.isEmpty() && !later.waits;
        return new Meaning(key, all, !isLast && (waits || later.waits));
    }
}
