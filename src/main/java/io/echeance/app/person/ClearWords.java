package io.echeance.app.person;

import io.echeance.core.order.Fact;
import io.echeance.core.order.Words;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that came while no key was set: no key can be destroyed that they lie under. */
final class ClearWords {

    private ClearWords() {}

    /** How many facts and decisions have such. */
    static int in(PersonFile file) {
        Set<String> sellers = file.letters().sellers();
        long facts =
                file.facts().stream().filter(entry -> isClear(entry, sellers)).count();
        long decisions = file.decisions().stream().filter(ClearWords::isClear).count();
        return (int) (facts + decisions);
    }

    private static boolean isClear(LoggedFact entry, Set<String> sellers) {
        return !isSealed(entry.origin())
                && entry.payload() instanceof Received(Fact fact)
                && !Words.without(fact, sellers).equals(fact);
    }

    private static boolean isClear(KnownDecision decision) {
        return !isSealed(decision.origin()) && !decision.fact().withoutWords().equals(decision.fact());
    }

    private static boolean isSealed(@Nullable Origin origin) {
        return origin != null && origin.sealedBy() != null;
    }
}
