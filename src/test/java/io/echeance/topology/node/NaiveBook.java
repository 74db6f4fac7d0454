package io.echeance.topology.node;

import io.echeance.core.decision.Decision;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Account;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.statement.Standings;
import io.echeance.laws.History;
import io.echeance.query.Ageing;
import io.echeance.query.Ageing.Amounts;
import io.echeance.query.Ageing.Line;
import io.echeance.query.OrderList;
import io.echeance.query.OrderList.Hold;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every account, and every question answered by looking at all of them. */
final class NaiveBook {

    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final SortedMap<String, Statement> statements = new TreeMap<>();
    private final List<Statement> drawn = new ArrayList<>();

    void take(Fact fact, LocalDate today) {
        String orderId = Objects.requireNonNull(fact.orderId());
        drawn.clear();
        keep(History.DECIDER.take(accounts.getOrDefault(orderId, Account.opened(orderId)), fact, today));
    }

    void close(LocalDate day) {
        LocalDate today = day.plusDays(1);
        drawn.clear();
        for (Account account : List.copyOf(accounts.values())) {
            LocalDate nextOn = account.nextOn();
            if (nextOn != null && !nextOn.isAfter(today)) {
                keep(History.DECIDER.close(account, today));
            }
        }
    }

    private void keep(Decision decision) {
        accounts.put(decision.account().orderId(), decision.account());
        if (decision.statement() != null) {
            statements.put(decision.account().orderId(), decision.statement());
        }
    }

    /** All, drawn anew for a morning on which nothing was told yet. */
    private List<Statement> drawn(LocalDate today) {
        if (drawn.isEmpty()) {
            for (Statement statement : statements.values()) {
                Account account = Objects.requireNonNull(accounts.get(statement.orderId()));
                drawn.add(
                        statement.today().equals(today)
                                ? statement
                                : Objects.requireNonNull(
                                        History.DECIDER.close(account, today).statement()));
            }
        }
        return drawn;
    }

    List<Statement> statements() {
        return List.copyOf(statements.values());
    }

    /** @param kind of a deadline; null in every other list */
    private record Place(LocalDate on, @Nullable DeadlineKind kind, String orderId) {}

    List<KnownFact> facts() {
        return accounts.values().stream()
                .flatMap(account -> account.evidence().facts().stream())
                .toList();
    }

    /** The ids of the orders of a list on the morning of a day, in its order. */
    List<String> list(OrderList list, LocalDate today) {
        List<Place> places = new ArrayList<>();
        for (Statement statement : drawn(today)) {
            if (list.seller() == null || statement.seller().equals(list.seller())) {
                Account account = Objects.requireNonNull(accounts.get(statement.orderId()));
                if (list instanceof OrderList.Deadlines ends) {
                    deadlines(ends, Standings.of(account, statement)).forEach(places::add);
                } else {
                    day(list, statement, account, today)
                            .ifPresent(day -> places.add(new Place(day, null, statement.orderId())));
                }
            }
        }
        return places.stream()
                .sorted(Comparator.comparing(Place::on)
                        .thenComparing(Place::kind, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Place::orderId))
                .map(Place::orderId)
                .toList();
    }

    /** One for each kind and day. */
    private static Stream<Place> deadlines(OrderList.Deadlines ends, OrderStanding standing) {
        return standing.deadlines().stream()
                .filter(one -> ends.kind() == null || one.kind() == ends.kind())
                .filter(one -> isWithin(one.on(), ends.from(), ends.until()))
                .map(one -> new Place(one.on(), one.kind(), standing.orderId()))
                .distinct();
    }

    private static Optional<LocalDate> day(OrderList list, Statement statement, Account account, LocalDate today) {
        LocalDate orderedOn = account.evidence().order().orElseThrow().on();
        return switch (list) {
            case OrderList.Late late -> {
                Integer most = late.toDays();
                yield oldest(statement, receivable -> true)
                        .filter(dueOn -> !dueOn.plusDays(late.fromDays()).isAfter(today))
                        .filter(dueOn -> most == null || !dueOn.plusDays(most).isBefore(today));
            }
            case OrderList.Due due ->
                oldest(statement, receivable -> true).filter(day -> isWithin(day, due.from(), due.until()));
            case OrderList.AtStep at ->
                oldest(statement, receivable -> at.step().equals(receivable.lastStep()));
            case OrderList.NextStep next ->
                statement.receivables().stream()
                        .filter(receivable -> next.step().equals(receivable.nextStep()))
                        .flatMap(receivable -> Stream.ofNullable(receivable.nextStepOn()))
                        .min(Comparator.naturalOrder())
                        .filter(day -> isWithin(day, next.from(), next.until()));
            case OrderList.Deadlines ends -> throw new IllegalArgumentException("an order has several of them");
            case OrderList.Funded funded ->
                Optional.of(orderedOn)
                        .filter(day -> statement.shares().stream()
                                .anyMatch(share -> share.state().equals(funded.state())));
            case OrderList.Promised promised ->
                holds(account, today)
                        .filter(hold -> hold.reason() == HoldReason.PROMISE)
                        .flatMap(hold -> Stream.ofNullable(hold.lastDay()))
                        .min(Comparator.naturalOrder())
                        .filter(day -> isWithin(day, promised.from(), promised.until()));
            case OrderList.RefundsDue refunds ->
                account.issued().refunds().values().stream()
                        .filter(refund -> refund.amount().exceeds(paidBack(refund, account, today)))
                        .map(RefundDue::dueBy)
                        .min(Comparator.naturalOrder())
                        .filter(day -> isWithin(day, refunds.from(), refunds.until()));
            case OrderList.OwedBack owed ->
                Optional.of(orderedOn)
                        .filter(day -> statement.payers().stream()
                                .anyMatch(position -> position.owedBack().isPositive()));
            case OrderList.Held held -> heldUntil(held.hold(), statement, account, today);
            case OrderList.Orders orders ->
                Optional.of(orderedOn).filter(day -> orders.status() == null || orders.status() == statement.status());
            case OrderList.Asking asking ->
                Optional.of(firstDue(statement).orElse(orderedOn))
                        .filter(day -> asked(statement, account, today).anyMatch(asking.amount()::equals));
            case OrderList.OwedBy owed ->
                firstDue(statement)
                        .filter(day ->
                                unpaid(statement).anyMatch(debt -> debt.payer().equals(owed.payer())));
            case OrderList.OfCustomer of ->
                Optional.of(orderedOn).filter(day -> of.customer().equals(statement.customer()));
        };
    }

    private static Stream<Statement.ReceivablePosition> unpaid(Statement statement) {
        return statement.receivables().stream()
                .filter(receivable -> statement.status() != Status.WRITTEN_OFF)
                .filter(receivable -> receivable.outstanding().isPositive());
    }

    private static Optional<LocalDate> firstDue(Statement statement) {
        return unpaid(statement)
                .map(debt -> Objects.requireNonNullElse(debt.dueOn(), Document.Due.NEVER))
                .min(Comparator.naturalOrder());
    }

    /** Each debt; the debts of each document and of each payer together; what somebody promised. */
    private static Stream<Money> asked(Statement statement, Account account, LocalDate today) {
        Collection<Money> documents = unpaid(statement)
                .collect(Collectors.toMap(
                        debt -> debt.key().document(), Statement.ReceivablePosition::outstanding, Money::plus))
                .values();
        Collection<Money> payers = unpaid(statement)
                .collect(Collectors.toMap(
                        Statement.ReceivablePosition::payer, Statement.ReceivablePosition::outstanding, Money::plus))
                .values();
        return Stream.of(
                        unpaid(statement).map(Statement.ReceivablePosition::outstanding),
                        documents.stream(),
                        payers.stream(),
                        holds(account, today).map(Holds.Hold::promised).filter(Objects::nonNull))
                .flatMap(Function.identity());
    }

    private static Optional<LocalDate> oldest(Statement statement, Predicate<Statement.ReceivablePosition> kept) {
        return statement.receivables().stream()
                .filter(receivable -> statement.status() != Status.WRITTEN_OFF)
                .filter(receivable ->
                        receivable.principal() && receivable.outstanding().isPositive())
                .filter(kept)
                .map(Statement.ReceivablePosition::dueOn)
                .min(Comparator.naturalOrder());
    }

    private static boolean isWithin(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }

    private static Stream<Holds.Hold> holds(Account account, LocalDate today) {
        Situation situation = Situation.of(account.evidence(), Objects.requireNonNull(account.terms()), today);
        return Holds.of(Objects.requireNonNull(situation)).inForce(today).stream();
    }

    private static Money paidBack(RefundDue refund, Account account, LocalDate today) {
        return account.evidence().facts().stream()
                .filter(known -> known.fact() instanceof RefundPaid paid
                        && !paid.on().isAfter(today)
                        && paid.refundId().equals(refund.refundId()))
                .map(known -> ((RefundPaid) known.fact()).amount())
                .reduce(Money.ZERO, Money::plus);
    }

    private static Optional<LocalDate> heldUntil(Hold hold, Statement statement, Account account, LocalDate today) {
        LocalDate open = LocalDate.MAX;
        return switch (hold) {
            case ACCESS -> Optional.of(open).filter(day -> statement.accessSuspended());
            case DOCUMENTS -> Optional.of(open).filter(day -> statement.documentsWithheld());
            case DUNNING, DISPUTE, PROMISE, GRACE, INSOLVENCY, OTHER ->
                holds(account, today)
                        .filter(inForce -> hold == Hold.DUNNING || hold == Hold.of(inForce.reason()))
                        .map(inForce -> Objects.requireNonNullElse(inForce.lastDay(), open))
                        .max(Comparator.naturalOrder());
        };
    }

    /** As the drawings stand. */
    Ageing ageing(LocalDate on, @Nullable String seller, Predicate<Statement> kept) {
        SortedMap<Line, Line> lines =
                new TreeMap<>(Comparator.comparing(Line::seller).thenComparing(Line::payers));
        for (Statement statement : statements.values()) {
            boolean counts = statement.status() != Status.WRITTEN_OFF
                    && (seller == null || statement.seller().equals(seller))
                    && kept.test(statement);
            for (Statement.ReceivablePosition receivable :
                    counts ? statement.receivables() : List.<Statement.ReceivablePosition>of()) {
                PayerKind kind = receivable.payer().equals(statement.customer())
                        ? PayerKind.valueOf(statement.quality().name())
                        : PayerKind.FUNDER;
                Amounts amounts = bucket(receivable.outstanding(), receivable.dueOn(), on);
                Line line = new Line(statement.seller(), kind, amounts);
                lines.merge(
                        line,
                        line,
                        (a, b) -> new Line(a.seller(), a.payers(), a.amounts().plus(b.amounts())));
            }
        }
        return new Ageing(
                on,
                lines.values().stream()
                        .filter(line -> !line.amounts().equals(Amounts.NOTHING))
                        .toList());
    }

    private static Amounts bucket(Money amount, LocalDate dueOn, LocalDate on) {
        Money[] buckets = {Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO};
        int n = 0;
        for (int bound : new int[] {0, 30, 60, 90}) {
            if (dueOn.plusDays(bound).isBefore(on)) {
                n++;
            }
        }
        buckets[n] = amount;
        return new Amounts(buckets[0], buckets[1], buckets[2], buckets[3], buckets[4]);
    }
}
