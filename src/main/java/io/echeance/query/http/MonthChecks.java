package io.echeance.query.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.ledger.AccountTotal;
import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.InSuspense;
import io.echeance.query.OrderList;
import io.echeance.query.Page;
import io.echeance.query.instance.PartitionView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person looks at before a month is closed, each with its figure. Only books at fault stand in the way. */
final class MonthChecks {

    private static final int PAGE = 200;

    /** Nobody counts on: whoever has so much to do does not close a month. */
    private static final int MOST = 2_000;

    private MonthChecks() {}

    /** How it stands with a check. */
    enum Outcome {
        GOOD,
        /** A person should look; the month can be closed. */
        LOOK,
        /** The month cannot be closed. */
        WRONG
    }

    /** What the partitions of an instance count. */
    static void count(List<PartitionView> shelves, String seller, ObjectNode part) {
        ArrayNode money = part.putArray("money");
        for (PartitionView shelf : shelves) {
            Stream.of(false, true)
                    .forEach(aside ->
                            all(after -> shelf.suspense(aside, after, PAGE)).forEach(one -> add(one, aside, money)));
            for (OrderStanding order :
                    all(after -> shelf.page(new OrderList.RefundsDue(seller, null, null), after, PAGE))) {
                order.refunds()
                        .forEach(refund ->
                                part.withArray("refunds").add(refund.unpaid().toString()));
            }
            CustomerShelf customers = shelf.customers();
            if (customers != null) {
                long proposed = all(after -> customers.page(seller, null, after, PAGE, shelf.today())).stream()
                        .flatMap(one -> one.standing().standings().stream()
                                .filter(held -> held.state() == StandingState.PROPOSED
                                        && !one.decided().containsKey(held.kind())))
                        .count();
                part.put("proposals", part.path("proposals").asLong() + proposed);
            }
        }
    }

    private static void add(InSuspense waiting, boolean aside, ArrayNode money) {
        if (waiting.entry().fact() instanceof PaymentReceived payment) {
            Money amount = aside && waiting.entry().setAside() != null
                    ? waiting.entry().setAside().amount()
                    : payment.amount();
            money.addObject()
                    .put("account", payment.bankAccount() == null ? "" : payment.bankAccount())
                    .put("aside", aside)
                    .put("amount", amount.toString());
        }
    }

    private static <R> List<R> all(Function<@Nullable Cursor, Page<R>> pages) {
        List<R> all = new ArrayList<>();
        Cursor after = null;
        do {
            Page<R> page = pages.apply(after);
            all.addAll(page.contents());
            after = page.next();
        } while (after != null && all.size() < MOST);
        return all;
    }

    /**
     * @param seesAll whether money counts of which it is not known whose it is
     * @throws Problem if the part that gives numbers does not answer
     */
    static ArrayNode of(SellersMonths months, List<ObjectNode> parts, boolean seesAll) {
        ArrayNode checks = JsonNodeFactory.instance.arrayNode();
        RunningBalance balance = months.balance() == null ? RunningBalance.NOTHING : months.balance();
        Money difference = balance.debit().minus(balance.credit());
        add(checks, "BOOKS", balance.balanced() ? Outcome.GOOD : Outcome.WRONG, balance.faults(), difference);
        for (BankProof bank : balance.banks()) {
            add(checks, "BANK", bank.agrees() ? Outcome.GOOD : Outcome.LOOK, 0, bank.difference())
                    .put("account", bank.account());
        }
        money(checks, balance, parts, seesAll);
        List<ObjectNode> issuing =
                parts.stream().filter(part -> part.has("heldBack")).toList();
        long held = sum(issuing, "heldBack");
        add(checks, "DRAFTS", look(held), held, Money.ZERO);
        long proposals = sum(parts, "proposals");
        add(checks, "APPROVALS", look(proposals), proposals, Money.ZERO);
        List<Money> refunds = parts.stream()
                .flatMap(part -> part.path("refunds").valueStream())
                .map(one -> Money.of(one.asText()))
                .toList();
        add(checks, "REFUNDS", look(refunds.size()), refunds.size(), total(refunds));
        SortedMap<String, Long> last = new TreeMap<>();
        issuing.forEach(part -> part.path("numbers")
                .properties()
                .forEach(one -> last.put(one.getKey(), one.getValue().asLong())));
        last.forEach((year, number) ->
                add(checks, "NUMBERS", Outcome.GOOD, number, Money.ZERO).put("year", year));
        return checks;
    }

    private static void money(ArrayNode checks, RunningBalance balance, List<ObjectNode> parts, boolean seesAll) {
        Set<String> accounts = balance.banks().stream().map(BankProof::account).collect(Collectors.toSet());
        List<JsonNode> its = parts.stream()
                .flatMap(part -> part.path("money").valueStream())
                .filter(one -> accounts.contains(one.path("account").asText()))
                .toList();
        List<Money> waiting = parts.stream()
                .flatMap(part -> part.path("money").valueStream())
                .filter(one -> !one.path("aside").asBoolean())
                .filter(one -> accounts.contains(one.path("account").asText())
                        || seesAll && one.path("account").asText().isEmpty())
                .map(MonthChecks::amount)
                .toList();
        add(checks, "SUSPENSE", look(waiting.size()), waiting.size(), total(waiting));
        Money booked = balance.accounts().stream()
                .filter(one -> one.account().equals(LedgerAccount.SUSPENSE.number()))
                .map(MonthChecks::credit)
                .reduce(Money.ZERO, Money::plus);
        Money known = total(its.stream().map(MonthChecks::amount).toList());
        add(checks, "SUSPENSE_ACCOUNT", booked.equals(known) ? Outcome.GOOD : Outcome.LOOK, its.size(), booked)
                .put("known", known.toString());
    }

    private static Money credit(AccountTotal total) {
        return total.credit().minus(total.debit());
    }

    private static Money amount(JsonNode one) {
        return Money.of(one.path("amount").asText());
    }

    private static Money total(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static long sum(List<ObjectNode> parts, String field) {
        return parts.stream().mapToLong(part -> part.path(field).asLong()).sum();
    }

    private static Outcome look(long count) {
        return count == 0 ? Outcome.GOOD : Outcome.LOOK;
    }

    private static ObjectNode add(ArrayNode checks, String check, Outcome outcome, long count, Money amount) {
        return checks.addObject()
                .put("check", check)
                .put("outcome", outcome.name())
                .put("count", count)
                .put("amount", amount.toString());
    }
}
