package io.echeance.core.book;

import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.admission.PersonalIds;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.Customers;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.invoice.Draft;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Outbox;
import io.echeance.core.mailing.Sections;
import io.echeance.core.matching.InMemory;
import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.Lead;
import io.echeance.core.matching.OpenOrders;
import io.echeance.core.matching.Step;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Suspended;
import io.echeance.core.statement.Standings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every account, and the payments in suspense. Facts and closed days go in, what is newly said comes out. */
public final class Book {

    private final Decider decider;
    private final PersonalIds ids;
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final SortedMap<String, Statement> statements = new TreeMap<>();
    private final InMemory matching;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final MonthClosings closings = new MonthClosings();
    private final Customers customers = new Customers();
    private final List<CustomerStanding> standings = new ArrayList<>();
    private final Outbox outbox = new Outbox();
    private final List<Mailing> mailings = new ArrayList<>();

    /** Ids are looked at as is usual. */
    public Book(Decider decider) {
        this(decider, PersonalIds.NO_EMAIL);
    }

    public Book(Decider decider, PersonalIds ids) {
        this.decider = decider;
        this.ids = ids;
        this.matching = new InMemory(decider::sellers);
    }

    public @Nullable Account account(String orderId) {
        return accounts.get(orderId);
    }

    /** The accounts by order id. */
    public SortedMap<String, Account> accounts() {
        return accounts;
    }

    /** The statement last drawn of an order; null while it is not placed. */
    public @Nullable Statement statement(String orderId) {
        return statements.get(orderId);
    }

    /** Payments that no order is found for, and returns of payments that are not known. */
    public List<Suspended> suspense() {
        return matching.suspense();
    }

    /** What a person had set aside and has left again, and the returns that say so: it waits for nobody. */
    public List<Suspended> cameBack() {
        return matching.cameBack();
    }

    /** What should stand in 471 of the money of each account of which statements tell. */
    public SortedMap<String, SuspenseSum> suspenseAccount() {
        return matching.suspenseAccount();
    }

    /** Decisions about payments that wait for a second person. */
    public List<Suspended> awaitingSecond() {
        return matching.awaitingSecond();
    }

    /** What each payment in suspense may be meant for, by what is owed now; by payment id. */
    public SortedMap<String, List<Lead>> leads() {
        return matching.leads(new OpenOrders(statements.entrySet().stream()
                .map(drawn -> Standings.of(Objects.requireNonNull(accounts.get(drawn.getKey())), drawn.getValue()))
                .toList()));
    }

    /** The documents of all that was said, in order, each with what its invoice needs to know. */
    public List<Draft> drafts() {
        return Collections.unmodifiableList(drafts);
    }

    /** All that was posted, in order. */
    public List<LedgerEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The months that are closed, seller by seller. */
    public List<MonthClosed> closings() {
        return closings.all();
    }

    /** How customers stand, in the order in which it was said. */
    public List<CustomerStanding> standings() {
        return Collections.unmodifiableList(standings);
    }

    /** What payers are written, in the order in which it was said. */
    public List<Mailing> mailings() {
        return Collections.unmodifiableList(mailings);
    }

    /** A person has decided about a customer, or something became of a mailing. */
    public List<Output> take(CustomerFact fact, LocalDate today) {
        List<CustomerFact> before = customers.facts(new CustomerKey(fact.seller(), fact.customer()));
        Refusal refusal = CustomerAdmission.refusal(fact, ids, decider.sellers(), decider.sellersWithLimits());
        refusal = refusal == null ? CustomerAdmission.ahead(fact, today) : refusal;
        if (refusal == null && !fact.isAmong(before)) {
            refusal = CustomerAdmission.refusal(fact, before);
        }
        if (refusal == null) {
            customers.take(fact);
            return List.of();
        }
        return List.of(new Rejection(today, null, fact.factId(), refusal.reason(), refusal.sentence()));
    }

    /** A person has closed a month. */
    public List<Output> take(MonthClosed closing, LocalDate today) {
        return closings.take(closing, today).stream()
                .<Output>map(
                        refusal -> new Rejection(today, null, closing.factId(), refusal.reason(), refusal.sentence()))
                .toList();
    }

    /** Takes a fact that reaches us on {@code today}. */
    public List<Output> take(Fact fact, LocalDate today) {
        Refusal atTheDoor = Admission.atTheDoor(fact, ids);
        if (atTheDoor != null) {
            return List.of(refused(fact, atTheDoor, today));
        }
        if (fact instanceof PaymentFact money) {
            return follow(matching.take(money, today), today);
        }
        String orderId = fact.orderId();
        if (orderId == null) {
            return List.of(refused(fact, new Refusal(Reason.MALFORMED, "it names no order"), today));
        }
        return take(orderId, fact, today);
    }

    private List<Output> follow(List<Step.Result> steps, LocalDate today) {
        List<Output> outputs = new ArrayList<>();
        for (Step.Result step : steps) {
            switch (step) {
                case Step.Refused(PaymentFact fact, LocalDate on, Refusal refusal) ->
                    outputs.add(refused(fact, refusal, on));
                case Step.Sent(PaymentFact fact) ->
                    outputs.addAll(take(Objects.requireNonNull(fact.orderId()), fact, today));
                case Step.Placed(PaymentFact fact, PaymentFact source) ->
                    outputs.addAll(take(Objects.requireNonNull(fact.orderId()), fact, today));
                case Step.Withdrawn(PaymentWithdrawn fact) -> outputs.addAll(take(fact.orderId(), fact, today));
                case Step.RemindersHeld(CollectionFact fact) -> outputs.addAll(take(fact.orderId(), fact, today));
                case Step.Decided decided -> outputs.add(decided.outcome());
            }
        }
        return outputs;
    }

    private static Rejection refused(Fact fact, Refusal refusal, LocalDate today) {
        return new Rejection(today, fact.orderId(), fact.factId(), refusal.reason(), refusal.sentence());
    }

    private List<Output> take(String orderId, Fact fact, LocalDate today) {
        Account account = accounts.getOrDefault(orderId, Account.opened(orderId));
        Decision decision = decider.take(account, fact, today);
        List<Output> outputs = keep(decision, today);
        if (fact instanceof OrderPlaced placed && decision.account().terms() != null) {
            outputs.addAll(appear(KnownName.of(placed, decision.account().terms()), today));
            outputs.addAll(appear(KnownName.ofPayer(placed), today));
        } else if (fact instanceof DocumentNumbered numbered) {
            outputs.addAll(appear(KnownName.of(numbered, decision.account()), today));
        }
        return outputs;
    }

    private List<Output> keep(Decision decision, LocalDate today) {
        Account account = decision.account();
        Account before = accounts.getOrDefault(account.orderId(), Account.opened(account.orderId()));
        CustomerOrder news = Customers.news(before, account);
        if (account.terms() != null) {
            CustomerKey customer = new CustomerKey(
                    account.terms().seller(),
                    account.evidence().order().orElseThrow().customer().id());
            if (news != null) {
                customers.hear(customer, news);
            }
            if (before.terms() == null) {
                customers.enter(customer, account.orderId());
            }
        }
        for (Output output : decision.outputs()) {
            MailingSection section = output instanceof Alert alert ? Sections.of(alert) : null;
            if (section != null) {
                outbox.add(
                        Objects.requireNonNull(account.terms()).seller(),
                        Objects.requireNonNull(((Alert) output).payer()),
                        section);
            }
        }
        accounts.put(account.orderId(), account);
        drafts.addAll(decision.drafts());
        entries.addAll(decision.entries());
        if (decision.statement() != null) {
            statements.put(account.orderId(), decision.statement());
        }
        List<Output> outputs = new ArrayList<>(decision.outputs());
        for (Output output : decision.outputs()) {
            if (output instanceof Document document) {
                outputs.addAll(appear(KnownName.ofDocument(document.id().text(), document.orderId()), today));
            }
        }
        return outputs;
    }

    /** A reference has become known: what waited for it is tried again. */
    private List<Output> appear(KnownName name, LocalDate today) {
        return follow(matching.learn(name, today), today);
    }

    /** Nothing more reaches us on a day: a decision about an order that was not placed by then is refused. */
    public List<Output> noMoreOn(LocalDate day) {
        return follow(matching.close(day), day);
    }

    /**
     * Closes a day on which {@linkplain #noMoreOn nothing more} reaches us: what is due on the morning after it
     * happens. Whether money has waited too long is judged first: what the accounts issue on this morning may release
     * it a moment later.
     */
    public List<Output> close(LocalDate day) {
        LocalDate today = day.plusDays(1);
        List<Output> outputs = new ArrayList<>(noMoreOn(day));
        List<Alert> announced = matching.announce(today);
        for (Account account : List.copyOf(accounts.values())) {
            LocalDate nextOn = account.nextOn();
            if (nextOn != null && !nextOn.isAfter(today)) {
                outputs.addAll(keep(decider.close(account, today), today));
            }
        }
        outputs.addAll(announced);
        Customers.Judged judged = customers.judge(today);
        standings.addAll(judged.standings());
        outputs.addAll(judged.alerts());
        for (Mailing mailing : outbox.mailings(today, customers::credits)) {
            mailings.add(mailing);
            outputs.addAll(mailing.setOffs());
        }
        return outputs;
    }
}
