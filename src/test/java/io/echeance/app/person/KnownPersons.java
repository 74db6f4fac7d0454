package io.echeance.app.person;

import io.echeance.app.person.OpenBusiness.Matter;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.Sentence;
import io.echeance.query.access.PersonsDesk;
import io.echeance.query.access.WordsStaySealed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Three persons are known, of whom one has open business, and one is going; nothing is behind it. What is said is what
 * the program says, in French where nobody asks for another language.
 */
public final class KnownPersons implements PersonsDesk {

    private static final RightAsked FIRST = new RightAsked(
            "right-access", "technolowgic", "EVA", LocalDate.of(2026, 1, 31), PersonRight.ACCESS, "called back", "ann");

    /** A payment that names another payer. */
    public static final String OF_ANOTHER = "P-OF-ANOTHER";

    private static final Language LANGUAGE = Language.FR;
    private static final int KEYS = 3;
    private static final OpenBusiness OWED = new OpenBusiness("T-1", Matter.UNPAID, Money.of("20.00"));

    private static final byte[] ZIP = {'P', 'K', 3, 4, (byte) 0xfe, (byte) 0x80, 0, (byte) 0xff};

    private final Supplier<List<CustomerFact>> posted;
    private final Set<String> kept = new TreeSet<>(Set.of("EVA", "OWES"));
    private boolean cleaned;

    /** @param posted what persons ask for, and are answered */
    public KnownPersons(Supplier<List<CustomerFact>> posted) {
        this.posted = posted;
    }

    @Override
    public Optional<byte[]> export(String id, @Nullable Language language) throws WordsStaySealed {
        if (id.equals("SEALED")) {
            throw new WordsStaySealed(
                    new Sentence("des mots sur SEALED sont scellés", "words about SEALED lie sealed"));
        }
        return kept.contains(id) ? Optional.of(ZIP.clone()) : Optional.empty();
    }

    @Override
    public Optional<Erasure> erase(String id, String by, Set<String> payments, @Nullable Language wanted) {
        Language language = wanted == null ? LANGUAGE : wanted;
        if (payments.contains(OF_ANOTHER)) {
            return Optional.of(ErasureRefused.notIts(id, List.of("  " + OF_ANOTHER), language)
                    .erasure(Extent.NOTHING));
        }
        if (id.equals("OWES")) {
            return Optional.of(ErasureRefused.open(List.of(OWED), language).erasure(Extent.NOTHING));
        }
        if (!id.equals("EVA") && !id.equals("GOING")) {
            return Optional.empty();
        }
        List<String> left = id.equals("GOING") || kept.remove(id) ? List.of("parties", "person-keys") : List.of();
        cleaned |= left.isEmpty();
        return Optional.of(new Certificate(
                        id,
                        Instant.parse("2026-03-16T09:00:00Z"),
                        by,
                        true,
                        KEYS,
                        payments,
                        left,
                        remains(language),
                        language)
                .erasure());
    }

    private static List<Kept> remains(Language language) {
        return new Remains(new TreeMap<>(Map.of(2026, 2)), Map.of(), 12, 2, 0, 0, 0, List.of(), language).all();
    }

    @Override
    public Optional<Erasure> erasure(String id, @Nullable Language wanted) {
        Language language = wanted == null ? LANGUAGE : wanted;
        return switch (id) {
            case "EVA" ->
                kept.contains(id)
                        ? answer(ErasureState.KEPT, List.of(), language)
                        : cleaned
                                ? answer(ErasureState.ERASED, List.of(), language)
                                : answer(ErasureState.PENDING, List.of("parties", "person-keys"), language);
            case "OWES" ->
                answer(
                        ErasureState.BUSINESS_OPEN,
                        ErasureRefused.open(List.of(OWED), language).lines(),
                        language);
            case "GOING" -> answer(ErasureState.PENDING, List.of("parties"), language);
            default -> Optional.empty();
        };
    }

    private static Optional<Erasure> answer(ErasureState state, List<String> lines, Language language) {
        return Optional.of(new Erasure(state, lines, new Extent(true, KEYS, remains(language)), language));
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
    public static Optional<CustomerFact> found(List<CustomerFact> posted, CustomerKey customer, String factId) {
        return posted.stream()
                .filter(one -> new CustomerKey(one.seller(), one.customer()).equals(customer)
                        && one.factId().equals(factId))
                .findFirst();
    }
}
