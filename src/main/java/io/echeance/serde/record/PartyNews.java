package io.echeance.serde.record;

import io.echeance.core.invoice.Party;
import org.jspecify.annotations.Nullable;

/** What the topic {@code parties} says of a party; null: it was erased. */
public record PartyNews(@Nullable Party party) {}
