package io.echeance.app.person;

import io.echeance.core.matching.BankWords;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Words;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
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
        long waiting = file.unplaced().all().stream()
                .filter(entry -> isClear(entry, sellers))
                .count();
        long decisions = file.decisions().stream().filter(ClearWords::isClear).count();
        return (int) (facts + waiting + decisions);
    }

    /** Whether it lies so what was said of a payment, on an order or where it waits. */
    static boolean areOf(String payment, PersonFile file) {
        PlacedPayments one = new PlacedPayments(file.id(), Set.of(payment));
        Set<String> sellers = file.letters().sellers();
        return file.unplaced().all().stream()
                        .filter(entry -> one.has(entry.fact().movementId()))
                        .anyMatch(entry -> isClear(entry, sellers))
                || file.facts().stream().anyMatch(entry -> isOf(one, entry) && isClear(entry, sellers));
    }

    private static boolean isOf(PlacedPayments one, LoggedFact entry) {
        return entry.payload() instanceof Received(PaymentFact fact) && one.has(fact.movementId());
    }

    private static boolean isClear(LoggedFact entry, Set<String> sellers) {
        return entry.payload() instanceof Received(Fact fact) && isClear(entry.origin(), fact, sellers);
    }

    /** Where its bytes are elsewhere, what may name an order is all that it is known by under a key. */
    private static boolean isClear(SuspenseEntry entry, Set<String> sellers) {
        return entry.origin() == null
                ? !BankWords.sought(entry.fact(), sellers).equals(entry.fact())
                : isClear(entry.origin(), entry.fact(), sellers);
    }

    private static boolean isClear(@Nullable Origin origin, Fact fact, Set<String> sellers) {
        return !isSealed(origin) && !Words.without(fact, sellers).equals(fact);
    }

    private static boolean isClear(KnownDecision decision) {
        return !isSealed(decision.origin()) && !decision.fact().withoutWords().equals(decision.fact());
    }

    private static boolean isSealed(@Nullable Origin origin) {
        return origin != null && origin.sealedBy() != null;
    }
}
