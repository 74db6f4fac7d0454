package io.echeance.serde.record;

import io.echeance.core.Inline;
import io.echeance.core.invoice.Numbered;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a document that was issued.
 *
 * @param buyer who pays, and {@code client}, whose order a funder pays for: which state of the party it names
 */
public record NumberedDocument(
        @Inline Numbered numbered,
        PartyAsNamed buyer,
        @Nullable PartyAsNamed client) {

    /**
     * A party as a document names it.
     *
     * @param digest of what was known of it
     */
    public record PartyAsNamed(String party, Bytes digest) {}
}
