package io.echeance.core.customer;

import io.echeance.core.order.Account;
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
        StandingRules rules = StandingRules.of(after.terms());
        return rules == null ? null : CustomerOrder.of(order, rules, shown);
    }

    /** Of an order that shows something else than it did. */
    public void hear(CustomerKey customer, CustomerOrder order) {
        Dossier dossier = dossiers.computeIfAbsent(customer, first -> new Dossier());
        dossier.orders.put(order.orderId(), order);
        touched.add(customer);
    }

    /** A person has decided. The same fact again changes nothing; of two with one id the first stands. */
    public void take(CustomerFact fact) {
        CustomerKey customer = new CustomerKey(fact.seller(), fact.customer());
        Dossier dossier = dossiers.computeIfAbsent(customer, first -> new Dossier());
        if (dossier.facts.stream().noneMatch(known -> known.factId().equals(fact.factId()))) {
            dossier.facts.add(fact);
            touched.add(customer);
        }
    }

    /** How those stand on the morning of {@code today} that stand otherwise than was said last. */
    public List<CustomerStanding> judge(LocalDate today) {
        List<CustomerStanding> said = new ArrayList<>();
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
                    dossier.said = judgement.standing();
                    said.add(judgement.standing());
                }
            }
        });
        touched.clear();
        return said;
    }

    /** As was said last; null: nothing was, the customer is in good standing. */
    public @Nullable CustomerStanding standing(CustomerKey customer) {
        Dossier dossier = dossiers.get(customer);
        return dossier == null ? null : dossier.said;
    }
}
