package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decision;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import io.echeance.core.order.Statement.Share;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must always add up. Each law: null where a history keeps it, else what breaks it. */
final class MoneyLaws {

    private MoneyLaws() {}

    static @Nullable String orderOfArrival(History history) {
        List<Arrival.Received> shuffled = new ArrayList<>(history.arrivals());
        Collections.shuffle(shuffled, new Random(history.seed()));
        shuffled.addAll(history.arrivals()); // and each of them twice
        Book received = new Book(History.DECIDER);
        Book shuffledAndTwice = new Book(History.DECIDER);
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            boolean something = history.tell(received, day);
            new History(history.seed(), shuffled, history.until()).tell(shuffledAndTwice, day);
            received.close(day);
            shuffledAndTwice.close(day);
            if (something) {
                String one = money(received.statement(History.ORDER));
                String other = money(shuffledAndTwice.statement(History.ORDER));
                if (!one.equals(other)) {
                    return "at the close of " + day + " " + one + " became " + other;
                }
            }
        }
        return null;
    }

    /**
     * What the order in which facts of one day arrive must not change. Fees, interest and due dates hang on which
     * documents
     * led there (one invoice, or one for the first lines and one for the amended ones), and so may differ later on.
     */
    private static String money(@Nullable Statement statement) {
        if (statement == null) {
            return "nothing";
        }
        StringBuilder text = new StringBuilder(statement.price() + " " + statement.shares());
        for (Position position : statement.payers()) {
            Money principal = Money.ZERO;
            for (Statement.ReceivablePosition debt : statement.receivables()) {
                if (debt.principal() && debt.payer().equals(position.payer())) {
                    principal = principal.plus(debt.amount());
                }
            }
            text.append(' ').append(position.payer());
            text.append(" owes ").append(principal).append(" paid ").append(position.paid());
        }
        return text.toString();
    }

    static @Nullable String sums(History history) {
        Book book = new Book(History.DECIDER);
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            history.tell(book, day);
            book.close(day);
            Statement statement = book.statement(History.ORDER);
            String broken = statement == null ? null : sums(statement);
            if (broken != null) {
                return day + ": " + broken;
            }
        }
        Account account = book.account(History.ORDER);
        List<Document> documents =
                account == null ? List.of() : account.issued().documents();
        for (Document document : documents) {
            Money dues = document.due().stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
            Money items = document.items().stream().map(Item::net).reduce(Money.ZERO, Money::plus);
            boolean dueIsPayable = document.payable() == null || dues.equals(document.payable());
            if (!dueIsPayable
                    || !items.equals(document.net())
                    || !document.net().plus(document.vat()).equals(document.gross())) {
                return "does not add up: " + document;
            }
        }
        return null;
    }

    private static @Nullable String sums(Statement statement) {
        Money shares = statement.shares().stream().map(Share::net).reduce(Money.ZERO, Money::plus);
        if (!shares.equals(statement.price())) {
            return "shares " + statement.shares() + " of the price " + statement.price();
        }
        for (Position position : statement.payers()) {
            Money owed = Money.ZERO;
            Money open = Money.ZERO;
            for (Statement.ReceivablePosition debt : statement.receivables()) {
                if (debt.payer().equals(position.payer())) {
                    owed = owed.plus(debt.amount());
                    open = open.plus(debt.outstanding());
                    if (debt.outstanding().isNegative() || debt.outstanding().exceeds(debt.amount())) {
                        return "outstanding " + debt;
                    }
                }
            }
            Money used = owed.minus(open).plus(position.credit()).minus(position.owedBack());
            if (!open.equals(position.outstanding())
                    || !owed.equals(position.invoiced())
                    || !used.equals(position.paid())) {
                return "paid " + position.paid() + ", used " + used + ", owed " + owed + ": " + position;
            }
        }
        return null;
    }

    static @Nullable String invoicedAsRequired(History history) {
        Book book = new Book(History.DECIDER);
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            history.tell(book, day);
            book.close(day);
            Statement statement = book.statement(History.ORDER);
            Account account = book.account(History.ORDER);
            if (statement == null || account == null || isUnbilled(statement.status())) {
                continue;
            }
            for (Share share : statement.shares()) {
                Money standing = standing(account.issued().documents(), share.payer());
                boolean mayWait = !share.payer().equals(statement.customer()) && standing.isZero();
                if (!share.state().equals("AWAITING_ACCEPTANCE") && !mayWait && !standing.equals(share.net())) {
                    return day + ": " + share + " but " + standing + " stands invoiced";
                }
            }
        }
        return null;
    }

    private static boolean isUnbilled(Statement.Status status) {
        return status == Statement.Status.PLACED || status == Statement.Status.WRITTEN_OFF;
    }

    private static Money standing(List<Document> documents, String payer) {
        Map<DocumentId, Document> byId = new HashMap<>();
        Money standing = Money.ZERO;
        for (Document document : documents) {
            byId.put(document.id(), document);
            Document invoice = document.refersTo() == null ? document : byId.get(document.refersTo());
            if (document.payer().equals(payer) && invoice != null && invoice.kind() == Kind.INVOICE) {
                Money net = document.net().minus(document.netOf(new ItemKey.FileFee()));
                standing = document.kind() == Kind.INVOICE ? standing.plus(net) : standing.minus(net);
            }
        }
        return standing;
    }

    static @Nullable String replay(History history) {
        Account once = history.played().account(History.ORDER);
        Account twice = history.played().account(History.ORDER);
        return Objects.equals(once, twice) ? null : "another account: " + once + "\n" + twice;
    }

    static @Nullable String nextDateIsHonest(History history) {
        Book book = new Book(History.DECIDER);
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            history.tell(book, day);
            Account account = book.account(History.ORDER);
            LocalDate morning = day.plusDays(1);
            if (account != null && (account.nextOn() == null || account.nextOn().isAfter(morning))) {
                Decision needless = History.DECIDER.close(account, morning);
                if (!needless.outputs().isEmpty()
                        || !needless.account().issued().equals(account.issued())) {
                    return "next date " + account.nextOn() + ", but on " + morning + " " + needless.outputs();
                }
            }
            book.close(day);
        }
        return null;
    }

    static @Nullable String documentsStand(History history) {
        Book book = new Book(History.DECIDER);
        List<Document> before = List.of();
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            history.tell(book, day);
            book.close(day);
            Account account = book.account(History.ORDER);
            List<Document> now = account == null ? List.of() : account.issued().documents();
            if (now.size() < before.size() || !now.subList(0, before.size()).equals(before)) {
                return "edited by " + day + ": " + before + " became " + now;
            }
            before = now;
        }
        Set<DocumentId> ids = new HashSet<>();
        for (Document document : before) {
            if (!ids.add(document.id()) || !document.net().isPositive()) {
                return "twice, or of nothing: " + document;
            }
        }
        return null;
    }

    /** Of what a person has placed: the return then bears an id of its own, of the part's. */
    private static boolean tookBackAPart(PaymentReturned returned, @Nullable Account account) {
        if (account == null) {
            return false;
        }
        Set<String> ids = account.evidence().facts().stream()
                .map(known -> known.fact().factId())
                .collect(Collectors.toSet());
        return ids.stream().anyMatch(part -> ids.contains(DerivedIds.of(returned.factId(), History.ORDER, part)));
    }

    static @Nullable String nothingIsLost(History history) {
        Book book = new Book(History.DECIDER);
        List<Output> outputs = new Simulation(List.copyOf(history.arrivals()), history.until()).play(book);
        Set<String> kept = new HashSet<>();
        outputs.stream().filter(Rejection.class::isInstance).forEach(output -> kept.add(((Rejection) output).factId()));
        outputs.stream()
                .filter(PaymentDecided.class::isInstance)
                .forEach(output -> kept.add(((PaymentDecided) output).decisionId()));
        book.suspense().forEach(suspended -> kept.add(suspended.fact().factId()));
        book.cameBack().forEach(suspended -> kept.add(suspended.fact().factId()));
        Account account = book.account(History.ORDER);
        if (account != null) {
            for (KnownFact known : account.evidence().facts()) {
                kept.add(known.fact().factId());
            }
        }
        Set<String> detailed = new HashSet<>();
        outputs.stream()
                .flatMap(output -> output instanceof PaymentDecided decided ? Stream.of(decided) : Stream.empty())
                .filter(decided -> !decided.details().isEmpty())
                .filter(decided -> decided.details().stream().allMatch(detail -> kept.contains(detail.paymentId())))
                .forEach(decided -> detailed.add(decided.paymentId()));
        for (Arrival.Received arrival : history.arrivals()) {
            if (!arrival.knownOn().isAfter(history.until())
                    && !kept.contains(arrival.fact().factId())
                    && !(arrival.fact() instanceof PaymentReceived sum && detailed.contains(sum.paymentId()))
                    && !(arrival.fact() instanceof PaymentReturned returned && tookBackAPart(returned, account))) {
                return "lost: " + arrival.fact();
            }
        }
        return null;
    }
}
