package io.echeance.core.book;

import io.echeance.core.decision.Admission;
import io.echeance.core.decision.Admission.Refusal;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.invoice.Draft;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every account, and the payments in suspense. Facts and closed days go in, what is newly said comes out. */
public final class Book {

    private final Decider decider;
    private final SortedMap<String, Account> accounts = new TreeMap<>();
    private final SortedMap<String, Statement> statements = new TreeMap<>();
    private final Map<String, PaymentReceived> payments = new HashMap<>();
    private final Map<String, String> orderOfPayment = new HashMap<>();
    private final Map<String, String> orderOfReference = new HashMap<>();
    private final List<Suspended> suspense = new ArrayList<>();
    private final List<Suspended> told = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<LedgerEntry> entries = new ArrayList<>();

    public Book(Decider decider) {
        this.decider = decider;
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

    /** Payments that no order is found for, the told ones included. */
    public List<Suspended> suspense() {
        List<Suspended> all = new ArrayList<>(suspense);
        all.addAll(told);
        return all;
    }

    /** The documents of all that was said, in order, each with what its invoice needs to know. */
    public List<Draft> drafts() {
        return Collections.unmodifiableList(drafts);
    }

    /** All that was posted, in order. */
    public List<LedgerEntry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** Takes a fact that reaches us on {@code today}. */
    public List<Output> take(Fact fact, LocalDate today) {
        if (fact instanceof PaymentReceived payment) {
            return takePayment(payment, today);
        }
        String orderId = orderOf(fact);
        if (orderId == null) {
            return List.of(new Rejection(
                    today, null, fact.factId(), Reason.MALFORMED, "it names neither an order nor a known payment"));
        }
        return take(orderId, fact, today);
    }

    private @Nullable String orderOf(Fact fact) {
        String byPayment = fact instanceof PaymentReturned returned ? orderOfPayment.get(returned.paymentId()) : null;
        return byPayment == null ? fact.orderId() : byPayment;
    }

    private List<Output> takePayment(PaymentReceived payment, LocalDate today) {
        PaymentReceived earlier = payments.get(payment.paymentId());
        if (payment.equals(earlier)) {
            return List.of();
        }
        if (earlier != null) {
            boolean sameFact = earlier.factId().equals(payment.factId());
            Reason reason = sameFact ? Reason.CONTRADICTS_EARLIER_FACT : Reason.DUPLICATE_PAYMENT;
            String sentence = "the payment " + payment.paymentId() + " is known"
                    + (sameFact ? " with another content" : " under another fact id");
            return List.of(refused(payment, new Refusal(reason, sentence), today));
        }
        Refusal notPositive = Admission.notPositive(payment);
        if (notPositive != null) {
            return List.of(refused(payment, notPositive, today));
        }
        payments.put(payment.paymentId(), payment);
        String orderId = payment.reference() == null ? payment.orderId() : orderOfReference.get(payment.reference());
        if (orderId == null) {
            suspense.add(new Suspended(payment, today));
            return List.of();
        }
        return match(payment, orderId, today);
    }

    private List<Output> match(PaymentReceived payment, String orderId, LocalDate today) {
        List<Output> outputs = take(orderId, payment, today);
        if (outputs.stream().anyMatch(Rejection.class::isInstance)) {
            payments.remove(payment.paymentId());
        } else {
            orderOfPayment.put(payment.paymentId(), orderId);
        }
        return outputs;
    }

    private static Rejection refused(PaymentReceived payment, Refusal refusal, LocalDate today) {
        return new Rejection(today, payment.orderId(), payment.factId(), refusal.reason(), refusal.sentence());
    }

    private List<Output> take(String orderId, Fact fact, LocalDate today) {
        Account account = accounts.getOrDefault(orderId, Account.opened(orderId));
        Decision decision = decider.take(account, fact, today);
        List<Output> outputs = keep(decision, today);
        if (fact instanceof OrderPlaced && decision.account().terms() != null) {
            outputs.addAll(appear(orderId, orderId, today));
        }
        return outputs;
    }

    private List<Output> keep(Decision decision, LocalDate today) {
        Account account = decision.account();
        accounts.put(account.orderId(), account);
        drafts.addAll(decision.drafts());
        entries.addAll(decision.entries());
        if (decision.statement() != null) {
            statements.put(account.orderId(), decision.statement());
        }
        List<Output> outputs = new ArrayList<>(decision.outputs());
        for (Output output : decision.outputs()) {
            if (output instanceof Document document) {
                outputs.addAll(appear(document.id(), document.orderId(), today));
            }
        }
        return outputs;
    }

    /** A reference has become known: what waited for it is tried again. */
    private List<Output> appear(String reference, String orderId, LocalDate today) {
        List<Output> outputs = new ArrayList<>();
        if (orderOfReference.put(reference, orderId) == null) {
            List<Suspended> waiting = suspense().stream()
                    .filter(suspended -> Objects.equals(suspended.payment().reference(), reference))
                    .toList();
            suspense.removeAll(waiting);
            told.removeAll(waiting);
            waiting.forEach(suspended -> outputs.addAll(match(suspended.payment(), orderId, today)));
        }
        return outputs;
    }

    /** Closes a day: what is due on the morning after it happens. */
    public List<Output> close(LocalDate day) {
        LocalDate today = day.plusDays(1);
        List<Output> outputs = new ArrayList<>();
        for (Account account : List.copyOf(accounts.values())) {
            LocalDate nextOn = account.nextOn();
            if (nextOn != null && !nextOn.isAfter(today)) {
                outputs.addAll(keep(decider.close(account, today), today));
            }
        }
        for (Suspended suspended : List.copyOf(suspense)) {
            if (!suspended.toldOn().isAfter(today)) {
                suspense.remove(suspended);
                told.add(suspended);
                outputs.add(suspended.alert(today));
            }
        }
        return outputs;
    }
}
