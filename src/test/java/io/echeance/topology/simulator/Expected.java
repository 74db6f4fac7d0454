package io.echeance.topology.simulator;

import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Outbox;
import io.echeance.core.mailing.Sections;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.Output;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.Terms;
import io.echeance.laws.History;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.serde.record.CustomerRow.OrderShown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the core alone says of one order: of its facts, each on the day on which it was known, and of the closed days.
 */
final class Expected {

    private static final Decider DECIDER = History.DECIDER;

    /**
     * A fact, as the log has it.
     *
     * @param knownOn the day on which its account took it; null: before any day was closed
     * @param sentOn the day of its timestamp, which counts before the first close; null: it is our own
     * @param early it stood in the log before its day began
     */
    record Taken(@Nullable LocalDate knownOn, @Nullable LocalDate sentOn, Fact fact, boolean early) {}

    private final List<Output> outputs = new ArrayList<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<OrderShown> shown = new ArrayList<>();
    private final List<SectionDue> letters = new ArrayList<>();
    private Account account;
    private @Nullable Statement statement;

    private Expected(String orderId) {
        account = Account.opened(orderId);
    }

    /** @param days those that were closed while the account was there */
    static Expected of(String orderId, List<Taken> taken, SortedSet<LocalDate> days) {
        Expected expected = new Expected(orderId);
        SortedMap<LocalDate, List<Fact>> byDay = new TreeMap<>();
        for (Taken one : taken) {
            if (one.knownOn() == null) {
                expected.takeBeforeTheFirstClose(one);
            } else {
                byDay.computeIfAbsent(one.knownOn(), first -> new ArrayList<>()).add(one.fact());
            }
        }
        days.forEach(day -> byDay.computeIfAbsent(day.plusDays(1), first -> new ArrayList<>()));
        byDay.forEach((today, facts) -> {
            if (days.contains(today.minusDays(1))) {
                expected.close(today);
            }
            facts.forEach(fact -> expected.note(DECIDER.take(expected.account, fact, today), today));
        });
        return expected;
    }

    /** Today is the latest day on which anything reached the account. */
    private void takeBeforeTheFirstClose(Taken one) {
        LocalDate today = one.sentOn();
        for (KnownFact known : account.evidence().facts()) {
            today = today == null || known.knownOn().isAfter(today) ? known.knownOn() : today;
        }
        LocalDate day = Objects.requireNonNull(today, "our own is never the first");
        note(DECIDER.take(account, one.fact(), day), null);
    }

    private void close(LocalDate today) {
        LocalDate nextOn = account.nextOn();
        if (nextOn != null && !nextOn.isAfter(today)) {
            note(DECIDER.close(account, today), today.minusDays(1));
        }
    }

    /** @param day at whose close it counts for the customer; null: none was closed yet */
    private void note(Decision decision, @Nullable LocalDate day) {
        CustomerOrder news = Customers.news(account, decision.account());
        if (news != null) {
            Terms terms = Objects.requireNonNull(decision.account().terms());
            String customer = decision.account()
                    .evidence()
                    .order()
                    .orElseThrow()
                    .customer()
                    .id();
            shown.add(new OrderShown(day, terms.seller(), customer, news));
        }
        account = decision.account();
        for (Output output : decision.outputs()) {
            MailingSection section = output instanceof Alert alert ? Sections.of(alert) : null;
            if (section != null) {
                String seller = Objects.requireNonNull(account.terms()).seller();
                letters.add(new SectionDue(day, seller, String.valueOf(((Alert) output).payer()), section));
            }
        }
        outputs.addAll(decision.outputs());
        entries.addAll(decision.entries());
        if (decision.statement() != null) {
            statement = decision.statement();
        }
    }

    Account account() {
        return account;
    }

    List<Output> outputs() {
        return outputs;
    }

    List<Rejection> rejections() {
        return outputs.stream()
                .filter(Rejection.class::isInstance)
                .map(Rejection.class::cast)
                .toList();
    }

    /**
     * How customers stand on the morning after each closed day, as it follows from what their orders show by then.
     *
     * @param shown by all orders
     */
    static List<CustomerStanding> standings(List<OrderShown> shown, SortedSet<LocalDate> days) {
        Customers customers = new Customers();
        List<CustomerStanding> standings = new ArrayList<>();
        List<OrderShown> left = new ArrayList<>(shown);
        for (LocalDate day : days) {
            left.stream()
                    .filter(news -> news.countsAt(day))
                    .forEach(news -> customers.hear(new CustomerKey(news.seller(), news.customer()), news.order()));
            left.removeIf(news -> news.countsAt(day));
            standings.addAll(customers.judge(day.plusDays(1)).standings());
        }
        return standings;
    }

    /**
     * What payers are written when each day is closed, and what they have paid that nothing uses.
     *
     * @param shown by all orders
     */
    static List<Mailing> mailings(List<SectionDue> letters, List<OrderShown> shown, SortedSet<LocalDate> days) {
        Customers customers = new Customers();
        Outbox outbox = new Outbox();
        List<Mailing> mailings = new ArrayList<>();
        List<SectionDue> left = new ArrayList<>(letters);
        for (LocalDate day : days) {
            List<SectionDue> now = left.stream()
                    .filter(due -> due.day() == null || !due.day().isAfter(day))
                    .toList();
            now.forEach(due -> outbox.add(due.seller(), due.payer(), due.section()));
            left.removeAll(now);
            shown.stream()
                    .filter(news -> news.countsAt(day))
                    .forEach(news -> customers.hear(new CustomerKey(news.seller(), news.customer()), news.order()));
            mailings.addAll(outbox.mailings(day.plusDays(1), customers::credits));
        }
        return mailings;
    }

    List<SectionDue> letters() {
        return letters;
    }

    /** What the order shows of its customer, in order. */
    List<OrderShown> shown() {
        return shown;
    }

    List<LedgerEntry> entries() {
        return entries;
    }

    @Nullable
    Statement statement() {
        return statement;
    }
}
