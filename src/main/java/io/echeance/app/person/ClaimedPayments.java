package io.echeance.app.person;

import io.echeance.core.invoice.Language;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.serde.record.SuspenseEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payments that whoever erases says are a person's. Their words go for ever, so whose they may be is looked at first:
 * money that waits or is set aside and names no payer, or the person's own. Where it lay and lies no longer says
 * nothing.
 */
final class ClaimedPayments {

    private final String person;
    private final Set<String> ids;
    /** By the name under which it, or a part of it, goes: the payment. */
    private final Map<String, String> names = new TreeMap<>();
    /** By payment the facts by which orders have it now, or a part of it, by their ids. */
    private final Map<String, Map<String, PaymentFact>> placed = new HashMap<>();
    /** Of what waits or is set aside, or did: who paid it, as its sender says; empty: nobody is named. */
    private final Map<String, String> waited = new HashMap<>();

    ClaimedPayments(String person, Set<String> ids) {
        this.person = person;
        this.ids = Set.copyOf(ids);
        for (String id : ids) {
            names.put(id, id);
            names.put(DerivedIds.whole(DerivedIds.part(id, 1)), id);
        }
    }

    Set<String> ids() {
        return ids;
    }

    /** Null: it names none. */
    static @Nullable String payer(Fact fact) {
        return switch (fact) {
            case PaymentReceived payment -> payment.payerId();
            case RefundPaid refund -> refund.payerId();
            default -> null;
        };
    }

    /** Whether it is the person's, by what it says or by what was said of it. */
    boolean isIts(PaymentFact fact) {
        String payer = payer(fact);
        return payer == null ? claims(fact.movementId()).findAny().isPresent() : payer.equals(person);
    }

    /** What the log says of an order, one after the other. */
    void hear(Fact fact) {
        switch (fact) {
            case PaymentFact payment ->
                placed(payment.movementId()).forEach(facts -> facts.put(payment.factId(), payment));
            case PaymentWithdrawn gone -> placed(gone.paymentId()).forEach(facts -> facts.remove(gone.received()));
            default -> {
                // Of no payment.
            }
        }
    }

    /** Of a payment or a part of it, those that are said to be the person's. */
    private Stream<String> claims(String movement) {
        return DerivedIds.wholes(movement).stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .distinct();
    }

    private Stream<Map<String, PaymentFact>> placed(String movement) {
        return claims(movement).map(payment -> placed.computeIfAbsent(payment, first -> new HashMap<>()));
    }

    /** What waits or is set aside, of whomever. */
    void hearWaiting(PaymentFact fact) {
        String payer = Objects.requireNonNullElse(payer(fact), "");
        claims(fact.movementId())
                .forEach(payment -> waited.merge(payment, payer, (one, other) -> one.isEmpty() ? other : one));
    }

    /**
     * @param waiting what of the person's waits or is set aside
     * @param own the person's orders
     * @param language in which it is refused
     * @throws ErasureRefused with each that there is not, or that is somebody else's
     */
    void require(Collection<SuspenseEntry> waiting, Set<String> own, Language language) {
        List<String> wrong = new ArrayList<>();
        for (String payment : new TreeSet<>(ids)) {
            Stream<String> decided = waiting.stream()
                    .map(SuspenseEntry::fact)
                    .filter(fact -> fact instanceof PaymentApplied
                            && claims(fact.movementId()).anyMatch(payment::equals))
                    .flatMap(decision ->
                            ((PaymentApplied) decision).parts().stream().map(PaymentPart::orderId));
            objection(payment, decided, own, language)
                    .ifPresent(why -> wrong.add("  " + payment + language.in(" : ", ": ") + why));
        }
        if (!wrong.isEmpty()) {
            throw ErasureRefused.notIts(person, wrong, language);
        }
    }

    /** @param decided the orders to which a decision gives it that waits for a second person */
    private Optional<String> objection(String payment, Stream<String> decided, Set<String> own, Language language) {
        if (!placed.containsKey(payment) && !waited.containsKey(payment)) {
            return Optional.of(language.in("il n’y a pas de tel paiement", "there is no such payment"));
        }
        Collection<PaymentFact> lying = placed.getOrDefault(payment, Map.of()).values();
        Optional<String> payer = Stream.concat(
                        Stream.ofNullable(waited.get(payment)),
                        lying.stream().map(ClaimedPayments::payer).filter(Objects::nonNull))
                .filter(named -> !named.isEmpty() && !named.equals(person))
                .findFirst();
        Stream<String> orders =
                lying.stream().filter(fact -> !person.equals(payer(fact))).map(fact -> String.valueOf(fact.orderId()));
        Optional<String> order = Stream.concat(decided, orders)
                .filter(other -> !own.contains(other))
                .findFirst();
        return payer.map(named -> language.in("son payeur est " + named, "it names " + named + " as its payer"))
                .or(() -> order.map(other -> language.in(
                        "il est sur " + other + ", la commande de quelqu’un d’autre",
                        "it is on " + other + ", which is somebody else's order")));
    }
}
