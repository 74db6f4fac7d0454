package io.echeance.serde.record;

import io.echeance.core.invoice.Party;

/** What those who look up parties hear. */
public sealed interface PartyNews permits PartyNews.PartyKnown, PartyNews.PartyErased, DayMarker {

    /** How a party is from now on. */
    record PartyKnown(Party party) implements PartyNews {}

    /** Nothing is known of it from now on. */
    record PartyErased() implements PartyNews {}
}
