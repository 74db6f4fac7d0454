package io.echeance.app.person;

import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that the topics have of one person, read from their beginning. */
final class PersonFile {

    /** What names the person, whatever the orders are; {@link #hearOrder} hears {@code facts} meanwhile. */
    static final List<Topic> NAMING = List.of(
            Topic.PARTIES, Topic.INVOICES, Topic.CUSTOMER_STANDING, Topic.MAILINGS, Topic.DUNNING_ALERTS, Topic.TERMS);

    /** What says whether an order was placed, and whose it is: before what was said of it. */
    static final List<Topic> WHETHER_PLACED = List.of(Topic.STATEMENTS, Topic.REJECTED);

    /** What is about the person's orders, once these are known. */
    static final List<Topic> ABOUT_ORDERS = List.of(Topic.FACTS);

    /** What is about the person's payments, once these are known. */
    static final List<Topic> ABOUT_PAYMENTS = List.of(Topic.PERSON_KEYS, Topic.CASH_DECISIONS);

    private final String id;
    private final PersonOrders orders;
    private final PlacedPayments payments;
    private @Nullable Party party;
    private @Nullable String spoken;
    private boolean everKnown;
    private final List<LoggedFact> facts = new ArrayList<>();
    private final PersonKeys keys;
    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<String, CustomerStanding> standings = new TreeMap<>();
    private final Map<CustomerKey, CustomerFile> customers = new TreeMap<>();
    private final ClaimedPayments claimed;
    private final UnplacedMoney unplaced;
    private final PersonLetters letters;
    /** By payment that a bank booked as a sum, what tells of which payments it was made. */
    private final Map<String, Origin> details = new TreeMap<>();

    /**
     * @param now an order of which nothing was said two days after it came was refused
     * @param claimed payments that are the person's though nobody named a payer
     */
    PersonFile(String id, Instant now, Set<String> claimed) {
        this.id = id;
        this.payments = new PlacedPayments(id, claimed);
        this.orders = new PersonOrders(id, now);
        this.keys = new PersonKeys(id, orders.ids(), payments);
        this.claimed = new ClaimedPayments(id, claimed);
        this.unplaced = new UnplacedMoney(this.claimed);
        this.letters = new PersonLetters(id);
    }

    /** Whose an order is has to be known before all else about it. */
    void hearOrder(@Nullable Object value) {
        if (value instanceof LoggedFact entry) {
            orders.hear(entry);
        }
    }

    /** @param value null: what stood under the key is deleted */
    void hear(Topic topic, @Nullable String key, @Nullable Object value) {
        if (topic == Topic.PARTIES && id.equals(key)) {
            everKnown = true;
            party = value instanceof Party known ? known : null;
            spoken = party == null ? spoken : party.language();
        } else if (topic == Topic.PERSON_KEYS && key != null) {
            keys.hear(key, value);
        } else if (value instanceof LoggedFact entry && entry.payload() instanceof Received(Fact fact)) {
            claimed.hear(fact);
            if (orders.have(fact) || id.equals(ClaimedPayments.payer(fact))) {
                facts.add(entry);
                payments.hear(fact);
            }
        } else if (value instanceof Invoice invoice && (isBuyer(invoice) || isClient(invoice))) {
            invoices.add(invoice);
        } else if (value instanceof Statement statement) {
            orders.hear(statement);
        } else if (value instanceof Rejected refused) {
            orders.hear(refused);
        } else if (value instanceof CustomerStanding standing
                && standing.customer().equals(id)) {
            standings.put(standing.seller(), standing);
        } else if (value instanceof CashDecision decision) {
            keys.hear(decision);
            if (!decision.decided().details().isEmpty()) {
                details.put(decision.decided().paymentId(), decision.origin());
            }
        } else {
            letters.hear(value);
        }
    }

    /** What is kept of a customer; of any seller. */
    void hear(CustomerKey customer, CustomerFile known) {
        if (customer.customer().equals(id)) {
            customers.put(customer, known);
        }
    }

    /** What waits for its order: heard before {@link #hear(Topic, String, Object)}. */
    void hearWaiting(String key, @Nullable SuspenseEntry entry) {
        unplaced.hear(key, entry);
        unplaced.all().forEach(one -> payments.add(one.fact().movementId()));
    }

    private boolean isBuyer(Invoice invoice) {
        return invoice.buyer().id().equals(id);
    }

    private boolean isClient(Invoice invoice) {
        Party client = invoice.client();
        return client != null && client.id().equals(id);
    }

    String id() {
        return id;
    }

    /** Null: erased, or never known. */
    @Nullable
    Party party() {
        return party;
    }

    /** The person's: as the register had it last, else as the last invoice; nobody knows it: that of the law. */
    Language language() {
        String last = spoken;
        for (Invoice invoice : invoices) {
            last = spoken == null && isBuyer(invoice) ? invoice.language() : last;
        }
        return last == null ? Language.FR : Language.of(last);
    }

    /** Name and address were there. */
    boolean isErased() {
        return everKnown;
    }

    boolean isKnown() {
        return everKnown
                || !orders.isEmpty()
                || !invoices.isEmpty()
                || !facts.isEmpty()
                || !customers.isEmpty()
                || !unplaced.all().isEmpty();
    }

    PersonOrders orders() {
        return orders;
    }

    List<Invoice> invoices() {
        return invoices;
    }

    PersonLetters letters() {
        return letters;
    }

    List<CustomerStanding> standings() {
        return List.copyOf(standings.values());
    }

    /** What people decided about the person as a customer, and what became of mailings that failed. */
    List<KnownDecision> decisions() {
        return customers.values().stream()
                .flatMap(one -> one.decided().stream())
                .toList();
    }

    ClaimedPayments claimed() {
        return claimed;
    }

    UnplacedMoney unplaced() {
        return unplaced;
    }

    /** @throws ErasureRefused if a payment is claimed that is not known to be the person's, saying which and why */
    void requireClaims(Language language) {
        claimed.require(unplaced.all(), orders.ids(), language);
    }

    /** Of the person's orders, and what the person paid for others'. */
    List<LoggedFact> facts() {
        return facts;
    }

    /** The ids of the keys that seal words about the person, be they there or gone. */
    Set<String> sealing() {
        Set<String> named = new TreeSet<>(keys.ever());
        add(named, facts().stream().map(LoggedFact::origin));
        add(named, unplaced.all().stream().map(SuspenseEntry::origin));
        add(named, decisions().stream().map(KnownDecision::origin));
        return named;
    }

    private static void add(Set<String> keys, Stream<@Nullable Origin> origins) {
        origins.filter(origin -> origin != null && origin.sealedBy() != null)
                .forEach(origin -> keys.add(origin.sealedBy()));
    }

    /** Of those that seal what was said of a payment, the ones that are still there. */
    Set<String> keysOf(String payment) {
        return keys.ofPayment(payment);
    }

    /** By what a bank told of a payment that is part of a sum; null: it did not, it has come by itself. */
    @Nullable
    Origin details(PaymentFact payment) {
        return DerivedIds.wholes(payment.movementId()).stream()
                .skip(1)
                .map(details::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether words about an order, or that a payment still finds its order by, lie under one of these keys. */
    boolean needs(Set<String> some) {
        Set<String> needed = new TreeSet<>();
        add(needed, facts().stream().map(LoggedFact::origin));
        add(needed, unplaced.all().stream().filter(UnplacedMoney::isOpen).map(SuspenseEntry::origin));
        return some.stream().anyMatch(needed::contains);
    }

    /** Those of them that are still there. */
    Map<String, PersonKey> keys() {
        return keys.there(sealing());
    }

    /**
     * Orders that are not at their end, each with what is open, and others' of which the person owes or is owed a
     * share; empty: nothing stands against an erasure.
     */
    List<OpenBusiness> openBusiness() {
        List<OpenBusiness> open = new ArrayList<>(unplaced.open());
        open.addAll(orders.open());
        return open;
    }
}
