package io.echeance.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.Customers;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Judgement;
import io.echeance.core.decision.Decision;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The standing of customers over seeded histories of three orders each. {@code -Dhistories=10000} plays more of them,
 * {@code -DfirstSeed=n} begins elsewhere.
 */
@DisplayName("How a customer stands")
class CustomersLawsTest {

    private static final int HISTORIES = Integer.getInteger("histories", 50);
    private static final long FIRST_SEED = Long.getLong("firstSeed", 1L);
    private static final int ORDERS = 3;

    /** What the accounts of a few orders say of their customers, day by day. */
    private record Heard(SortedMap<LocalDate, List<Map.Entry<CustomerKey, CustomerOrder>>> byDay, LocalDate until) {}

    @Test
    @DisplayName("hangs on no order of arrival, nor on what comes twice")
    void hangsOnNoOrderOfArrival() {
        forAll(seed -> {
            Heard heard = heard(seed);
            Random random = new Random(seed);
            List<CustomerStanding> inOrder = said(heard, day -> day);
            List<CustomerStanding> mixed = said(heard, day -> {
                List<Map.Entry<CustomerKey, CustomerOrder>> last = new ArrayList<>(day);
                Collections.shuffle(last, random);
                last.addAll(day);
                return last;
            });
            return inOrder.equals(mixed) ? null : inOrder + " became " + mixed;
        });
    }

    @Test
    @DisplayName("is the same when it is found anew from what the orders show, at the end of any day")
    void isFoundAnew() {
        forAll(seed -> {
            Heard heard = heard(seed);
            Customers customers = new Customers();
            Map<CustomerKey, Map<String, CustomerOrder>> orders = new TreeMap<>();
            for (LocalDate day : days(heard)) {
                heard.byDay().getOrDefault(day, List.of()).forEach(one -> {
                    customers.hear(one.getKey(), one.getValue());
                    orders.computeIfAbsent(one.getKey(), first -> new TreeMap<>())
                            .put(one.getValue().orderId(), one.getValue());
                });
                customers.judge(day.plusDays(1));
                for (Map.Entry<CustomerKey, Map<String, CustomerOrder>> one : orders.entrySet()) {
                    CustomerKey key = one.getKey();
                    List<CustomerOrder> all = List.copyOf(one.getValue().values());
                    CustomerStanding said = customers.standing(key);
                    CustomerStanding anew = Judgement.of(
                                    key.seller(), key.customer(), all, List.of(), said, day.plusDays(1))
                            .standing();
                    if (said == null || said.isGood() ? !anew.isGood() : !anew.saysTheSameAs(said)) {
                        return "on the morning after " + day + " " + said + " should be " + anew;
                    }
                }
            }
            return null;
        });
    }

    @Test
    @DisplayName("changes with no close before an order's next date")
    void nextDatesAreHonest() {
        forAll(seed -> {
            History history = seed % 2 == 0 ? Histories.of(seed) : Varied.of(seed);
            Account account = Account.opened(History.ORDER);
            for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
                for (Fact fact : knownOn(history, day)) {
                    account = History.DECIDER.take(account, fact, day).account();
                }
                LocalDate today = day.plusDays(1);
                Account closed = History.DECIDER.close(account, today).account();
                boolean isDue = account.nextOn() != null && !account.nextOn().isAfter(today);
                if (!isDue
                        && !Objects.equals(
                                closed.issued().shown(), account.issued().shown())) {
                    return "the close of " + day + " made " + closed.issued().shown() + " of "
                            + account.issued().shown() + ", its next date is " + account.nextOn();
                }
                account = isDue ? closed : account;
            }
            return null;
        });
    }

    @Test
    @DisplayName(
            "is only ever proposed where it harms, and what a person refused does not come back on the same grounds")
    void aPersonDecides() {
        int[] refused = new int[1];
        forAll(seed -> {
            Heard heard = heard(seed);
            Customers customers = new Customers();
            List<CustomerFact> facts = new ArrayList<>();
            for (LocalDate day : days(heard)) {
                heard.byDay().getOrDefault(day, List.of()).forEach(one -> customers.hear(one.getKey(), one.getValue()));
                for (CustomerStanding said : customers.judge(day.plusDays(1)).standings()) {
                    for (HeldStanding one : said.standings()) {
                        if (one.kind().isForAPerson() && one.state() != StandingState.PROPOSED) {
                            return "nobody decided " + one;
                        }
                        if (one.state() == StandingState.PROPOSED
                                && refusals(facts, said, one).isEmpty()) {
                            CustomerFact no = refusal(said, one, facts.size());
                            facts.add(no);
                            customers.take(no);
                            refused[0]++;
                        } else if (one.state() == StandingState.PROPOSED
                                && refusals(facts, said, one).containsAll(one.grounds())) {
                            return "it came back on the same grounds: " + one;
                        }
                    }
                }
            }
            return null;
        });
        assertThat(refused[0]).isPositive();
    }

    private static List<String> refusals(List<CustomerFact> facts, CustomerStanding said, HeldStanding held) {
        return facts.stream()
                .map(StandingDecided.class::cast)
                .filter(fact -> fact.kind() == held.kind()
                        && fact.seller().equals(said.seller())
                        && fact.customer().equals(said.customer()))
                .flatMap(fact -> fact.grounds().stream())
                .toList();
    }

    private static CustomerFact refusal(CustomerStanding said, HeldStanding held, int n) {
        return new StandingDecided(
                "d" + n,
                said.seller(),
                said.customer(),
                said.on(),
                held.kind(),
                DecisionOutcome.REFUSED,
                "a good customer",
                "ann",
                null,
                held.grounds(),
                null,
                null);
    }

    private static void forAll(Function<Long, @Nullable String> law) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
            String broken = law.apply(seed);
            if (broken != null) {
                fail("seed %d: %s", seed, broken);
            }
        }
    }

    private static List<CustomerStanding> said(
            Heard heard,
            Function<List<Map.Entry<CustomerKey, CustomerOrder>>, List<Map.Entry<CustomerKey, CustomerOrder>>>
                    arrival) {
        Customers customers = new Customers();
        List<CustomerStanding> said = new ArrayList<>();
        for (LocalDate day : days(heard)) {
            arrival.apply(heard.byDay().getOrDefault(day, List.of()))
                    .forEach(one -> customers.hear(one.getKey(), one.getValue()));
            said.addAll(customers.judge(day.plusDays(1)).standings());
        }
        return said;
    }

    private static List<LocalDate> days(Heard heard) {
        return heard.byDay().isEmpty()
                ? List.of()
                : heard.byDay()
                        .firstKey()
                        .datesUntil(heard.until().plusDays(400))
                        .toList();
    }

    /** Of three histories of one customer; what an order shows at the end of each day on which it changes. */
    private static Heard heard(long seed) {
        SortedMap<LocalDate, List<Map.Entry<CustomerKey, CustomerOrder>>> byDay = new TreeMap<>();
        LocalDate until = LocalDate.EPOCH;
        for (int n = 0; n < ORDERS; n++) {
            long own = ORDERS * seed + n;
            History history = own % 2 == 0 ? Histories.of(own) : Varied.of(own);
            until = history.until().isAfter(until) ? history.until() : until;
            hear(history, new OtherOrder("L-" + (n + 1), "C"), byDay);
        }
        return new Heard(byDay, until);
    }

    private static void hear(
            History history,
            OtherOrder other,
            SortedMap<LocalDate, List<Map.Entry<CustomerKey, CustomerOrder>>> byDay) {
        Account account = Account.opened(other.orderId());
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            Account before = account;
            for (Fact fact : knownOn(history, day)) {
                account = History.DECIDER.take(account, other.of(fact), day).account();
            }
            LocalDate today = day.plusDays(1);
            if (account.nextOn() != null && !account.nextOn().isAfter(today)) {
                Decision closed = History.DECIDER.close(account, today);
                account = closed.account();
            }
            CustomerOrder news = Customers.news(before, account);
            if (news != null) {
                String seller = Objects.requireNonNull(account.terms()).seller();
                byDay.computeIfAbsent(day, first -> new ArrayList<>())
                        .add(Map.entry(new CustomerKey(seller, "C"), news));
            }
        }
    }

    private static List<Fact> knownOn(History history, LocalDate day) {
        return history.arrivals().stream()
                .filter(arrival -> arrival.knownOn().equals(day))
                .map(arrival -> arrival.fact())
                .toList();
    }
}
