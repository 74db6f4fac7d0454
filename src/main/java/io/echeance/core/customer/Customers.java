package io.echeance.core.customer;

import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.CustomerAlert;
import io.echeance.core.order.CustomerRecord;
import io.echeance.core.order.OrderFact.OrderPlaced;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The customers of every seller, in memory: what the stream does with them, without a stream. */
public final class Customers {

    /** A customer of a seller, in the order of their names. */
    public record CustomerKey(String seller, String customer) implements Comparable<CustomerKey> {

        /** {@code seller/customer}: no id of a customer has a slash. */
        @Override
        public String toString() {
            return seller + "/" + customer;
        }

        public static CustomerKey parse(String text) {
            int slash = text.lastIndexOf('/');
            return new CustomerKey(text.substring(0, Math.max(slash, 0)), text.substring(slash + 1));
        }

        @Override
        public int compareTo(CustomerKey other) {
            return toString().compareTo(other.toString());
        }
    }

    private static final class Dossier {
        private final SortedMap<String, CustomerOrder> orders = new TreeMap<>();
        private final List<CustomerFact> facts = new ArrayList<>();
        private final SortedSet<String> entered = new TreeSet<>();
        private final List<MailingFailed> failed = new ArrayList<>();
        private @Nullable CustomerStanding said;
        private @Nullable LocalDate nextOn;
    }

    private final SortedMap<CustomerKey, Dossier> dossiers = new TreeMap<>();
    private final SortedSet<CustomerKey> touched = new TreeSet<>();

    /** What an account has to say of its customer after a decision; null: the same as before it. */
    public static @Nullable CustomerOrder news(Account before, Account after) {
        CustomerRecord shown = after.issued().shown();
        if (shown == null || Objects.equals(shown, before.issued().shown()) || after.terms() == null) {
            return null;
        }
        OrderPlaced order = after.evidence().order().orElseThrow();
        return CustomerOrder.of(order, StandingRules.of(after.terms()), shown);
    }

    /** Of an order that shows something else than it did. */
    public void hear(CustomerKey customer, CustomerOrder order) {
        Dossier dossier = dossiers.computeIfAbsent(customer, first -> new Dossier());
        dossier.orders.put(order.orderId(), order);
        touched.add(customer);
    }

    /** An order was placed. */
    public void enter(CustomerKey customer, String orderId) {
        dossiers.computeIfAbsent(customer, first -> new Dossier()).entered.add(orderId);
    }

    /** What was taken of a customer before. */
    public List<CustomerFact> facts(CustomerKey customer) {
        Dossier dossier = dossiers.get(customer);
        return dossier == null ? List.of() : List.copyOf(dossier.facts);
    }

    /** A person has decided, or a mailing came back. The same fact again changes nothing. */
    public void take(CustomerFact fact) {
        CustomerKey customer = new CustomerKey(fact.seller(), fact.customer());
        Dossier dossier = dossiers.computeIfAbsent(customer, first -> new Dossier());
        if (!fact.isAmong(dossier.facts) && !(fact instanceof MailingSent)) {
            dossier.facts.add(fact);
            touched.add(customer);
            if (fact instanceof MailingFailed failed) {
                dossier.failed.add(failed);
            }
        }
    }

    /** What a customer has paid and nothing uses, by order. */
    public List<OpenCredit> credits(CustomerKey customer) {
        Dossier dossier = dossiers.get(customer);
        return dossier == null
                ? List.of()
                : dossier.orders.values().stream()
                        .filter(order -> order.shown().credit().isPositive())
                        .map(order ->
                                new OpenCredit(order.orderId(), order.shown().credit()))
                        .toList();
    }

    /** Money that a payer has paid on an order and that nothing uses. */
    public record OpenCredit(String orderId, Money amount) {}

    /**
     * What is said of customers on the morning after a closed day.
     *
     * @param standings of those that stand otherwise than was said last
     */
    public record Judged(List<CustomerStanding> standings, List<CustomerAlert> alerts) {}

    public Judged judge(LocalDate today) {
        List<CustomerStanding> said = new ArrayList<>();
        List<CustomerAlert> alerts = new ArrayList<>();
        dossiers.forEach((customer, dossier) -> {
            boolean due = dossier.nextOn != null && !dossier.nextOn.isAfter(today);
            if (due || touched.contains(customer)) {
                Judgement judgement = Judgement.of(
                        customer.seller(),
                        customer.customer(),
                        List.copyOf(dossier.orders.values()),
                        dossier.facts,
                        dossier.said,
                        today);
                dossier.nextOn = judgement.nextOn();
                if (judgement.isNews(dossier.said)) {
                    CustomerAlert crossing = CustomerAlerts.crossing(dossier.said, judgement.standing());
                    Stream.ofNullable(crossing).forEach(alerts::add);
                    dossier.said = judgement.standing();
                    said.add(judgement.standing());
                }
            }
            dossier.failed.forEach(failed -> alerts.add(CustomerAlerts.ofFailure(failed, today)));
            dossier.failed.clear();
            alerts.addAll(CustomerAlerts.ofOrders(dossier.said, List.copyOf(dossier.entered), today));
            dossier.entered.clear();
        });
        touched.clear();
        return new Judged(said, alerts);
    }

    /** As was said last; null: nothing was, the customer is in good standing. */
    public @Nullable CustomerStanding standing(CustomerKey customer) {
        Dossier dossier = dossiers.get(customer);
        return dossier == null ? null : dossier.said;
    }
}
