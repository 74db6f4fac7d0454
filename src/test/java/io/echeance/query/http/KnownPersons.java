package io.echeance.query.http;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.query.access.PersonsDesk;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Two persons are known, of whom one has open business; nothing is behind it. */
final class KnownPersons implements PersonsDesk {

    private final Set<String> kept = new TreeSet<>(Set.of("EVA", "OWES"));

    @Override
    public Optional<byte[]> export(String id) {
        return kept.contains(id) ? Optional.of("PK of a zip".getBytes(StandardCharsets.UTF_8)) : Optional.empty();
    }

    @Override
    public Optional<Erasure> erase(String id, String by) {
        if (id.equals("EVA")) {
            kept.remove(id);
        }
        return erasure(id);
    }

    @Override
    public Optional<Erasure> erasure(String id) {
        return switch (id) {
            case "EVA" ->
                Optional.of(new Erasure(kept.contains(id) ? ErasureState.KEPT : ErasureState.ERASED, List.of()));
            case "OWES" -> Optional.of(new Erasure(ErasureState.BUSINESS_OPEN, List.of("T-1: 20.00 are owed")));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Requested> requests(LocalDate today) {
        RightAsked asked = new RightAsked(
                "right-access",
                "technolowgic",
                "EVA",
                LocalDate.of(2026, 1, 31),
                PersonRight.ACCESS,
                "called back",
                "ann");
        return List.of(new Requested(asked, null));
    }

    /** What was posted about a customer, under an id. */
    static Optional<CustomerFact> found(List<CustomerFact> posted, CustomerKey customer, String factId) {
        return posted.stream()
                .filter(one -> new CustomerKey(one.seller(), one.customer()).equals(customer)
                        && one.factId().equals(factId))
                .findFirst();
    }
}
