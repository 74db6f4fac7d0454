package io.echeance.serde.record;

import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Party;
import org.jspecify.annotations.Nullable;

/**
 * A draft with the parties that were looked up for it so far; personal data.
 *
 * @param client whose order a funder pays for
 * @param buyer who pays
 */
public record Addressed(
        Draft draft, @Nullable Party client, @Nullable Party buyer) {

    /** No party is looked up yet. */
    public Addressed(Draft draft) {
        this(draft, null, null);
    }
}
