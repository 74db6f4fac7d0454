package io.echeance.core.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that we received about an order (<i>pièces</i>), in order of arrival. The order of arrival decides
 * nothing: whoever reads it sorts by what the facts say.
 */
public record Evidence(List<KnownFact> facts) {

    public static final Evidence NONE = new Evidence(List.of());

    public Evidence {
        facts = List.copyOf(facts);
    }

    public Evidence with(KnownFact fact) {
        List<KnownFact> more = new ArrayList<>(facts.size() + 1);
        more.addAll(facts);
        more.add(fact);
        return new Evidence(more);
    }

    /** The day on which the latest fact reached us; null: none did. */
    public @Nullable LocalDate latestOn() {
        // Not that of the last one: what waited for the order stands behind it.
        return facts.stream().map(KnownFact::knownOn).max(LocalDate::compareTo).orElse(null);
    }

    /** What we had received by the end of a day. */
    public Evidence asKnownOn(LocalDate day) {
        return new Evidence(
                facts.stream().filter(known -> !known.knownOn().isAfter(day)).toList());
    }

    /** The first day after {@code today} on which a fact counts that does not yet; null: none is known. */
    public @Nullable LocalDate nextAfter(LocalDate today) {
        return facts.stream()
                .map(known -> known.fact().on())
                .filter(on -> on.isAfter(today))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    /** The first fact with this id. */
    public Optional<Fact> withId(String factId) {
        for (KnownFact known : facts) {
            if (known.fact().factId().equals(factId)) {
                return Optional.of(known.fact());
            }
        }
        return Optional.empty();
    }

    /** The order as placed; empty while we have only received what concerns it. */
    public Optional<OrderFact.OrderPlaced> order() {
        for (KnownFact known : facts) {
            if (known.fact() instanceof OrderFact.OrderPlaced placed) {
                return Optional.of(placed);
            }
        }
        return Optional.empty();
    }
}
