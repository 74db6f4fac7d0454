package io.echeance.serde.record;

import io.echeance.core.invoice.Party;
import java.time.LocalDate;

/** What those who look up parties hear. */
public sealed interface PartyNews {

    /** How a party is from now on. */
    record PartyKnown(Party party) implements PartyNews {}

    /** Nothing is known of it from now on. */
    record PartyErased() implements PartyNews {}

    /** A day was closed. */
    record MorningCame(LocalDate today) implements PartyNews {}
}
