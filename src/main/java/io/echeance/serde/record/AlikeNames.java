package io.echeance.serde.record;

import io.echeance.core.matching.KnownName;
import java.util.List;

/** Names that are looked up under one key, in the order in which they became known. */
public record AlikeNames(List<KnownName> names) {

    public AlikeNames {
        names = List.copyOf(names);
    }
}
