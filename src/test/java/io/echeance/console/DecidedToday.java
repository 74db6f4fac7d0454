package io.echeance.console;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import java.util.List;

/** A decision about a customer on the day of the sample. */
final class DecidedToday {

    private DecidedToday() {}

    static StandingDecided by(String somebody) {
        return new StandingDecided(
                "s1",
                "technolowgic",
                "MISTRAL",
                ConsoleAtWork.DAY,
                StandingKind.SURCHARGE_PROPOSED,
                DecisionOutcome.REFUSED,
                somebody + " a payé",
                somebody,
                null,
                List.of(),
                null,
                null);
    }
}
