package io.echeance.serde.record;

import java.time.LocalDate;

/** A record of {@code business-days}. */
public sealed interface BusinessDay {

    /** The day is over in the seller's zone. */
    record DayClosed(LocalDate date) implements BusinessDay, LoggedFact.Day {}
}
