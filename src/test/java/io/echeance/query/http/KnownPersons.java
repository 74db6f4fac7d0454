package io.echeance.query.http;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.query.access.PersonsDesk;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Three persons are known, of whom one has open business, and one is going; nothing is behind it. */
final class KnownPersons implements PersonsDesk {

    private static final Extent EXTENT = new Extent(
            true,
            3,
            List.of(
                    new Kept(KeptKind.INVOICES, 2, 2026, "2 invoices of 2026", "accounting records", "2036-12-31"),
                    new Kept(KeptKind.FACTS_OF_INVOICES, 12, 2, "12 facts of 2 orders", "invoices", "as the invoices"),
                    new Kept(KeptKind.SENT, 0, 0, "what was sent to us", "until it is worked off", "90 days"),
                    new Kept(KeptKind.COPIES, 0, 0, "copies", "RocksDB", "a week"),
                    new Kept(KeptKind.DISKS, 0, 0, "blocks", "outside", "as the operator says")));
    private static final RightAsked FIRST = new RightAsked(
            "right-access", "technolowgic", "EVA", LocalDate.of(2026, 1, 31), PersonRight.ACCESS, "called back", "ann");

    static final byte[] ZIP = {'P', 'K', 3, 4, (byte) 0xfe, (byte) 0x80, 0, (byte) 0xff};

    private final Supplier<List<CustomerFact>> posted;
    private final Set<String> kept = new TreeSet<>(Set.of("EVA", "OWES"));

    /** @param posted what persons ask for, and are answered */
    KnownPersons(Supplier<List<CustomerFact>> posted) {
        this.posted = posted;
    }

    @Override
    public Optional<byte[]> export(String id) {
        return kept.contains(id) ? Optional.of(ZIP.clone()) : Optional.empty();
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
                Optional.of(
                        kept.contains(id)
                                ? new Erasure(ErasureState.KEPT, List.of(), EXTENT)
                                : new Erasure(ErasureState.ERASED, List.of("Erasure of EVA: ERASED"), EXTENT));
            case "OWES" -> Optional.of(new Erasure(ErasureState.BUSINESS_OPEN, List.of("T-1: 20.00 are owed"), EXTENT));
            case "GOING" -> Optional.of(new Erasure(ErasureState.PENDING, List.of("parties"), EXTENT));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Requested> requests(LocalDate today) {
        return all(today).filter(Requested::isOpen).toList();
    }

    @Override
    public List<Requested> requests(String id, LocalDate today) {
        return all(today).filter(one -> one.asked().customer().equals(id)).toList();
    }

    private Stream<Requested> all(LocalDate today) {
        Map<String, List<CustomerFact>> facts = Stream.concat(Stream.of(FIRST), posted.get().stream())
                .collect(Collectors.groupingBy(fact -> fact.seller() + "/" + fact.customer()));
        return facts.values().stream()
                .flatMap(one -> Rights.of(one, today).all().stream())
                .sorted(Comparator.comparing(Requested::dueOn));
    }

    /** What was posted about a customer, under an id. */
    static Optional<CustomerFact> found(List<CustomerFact> posted, CustomerKey customer, String factId) {
        return posted.stream()
                .filter(one -> new CustomerKey(one.seller(), one.customer()).equals(customer)
                        && one.factId().equals(factId))
                .findFirst();
    }
}
