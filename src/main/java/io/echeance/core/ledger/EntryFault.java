package io.echeance.core.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An entry that proves nothing, by name and place.
 *
 * @param entryId null: it cannot be read
 * @param sentence what is wrong with it, for a person
 */
public record EntryFault(@Nullable String entryId, String topic, int partition, long offset, String sentence) {}
