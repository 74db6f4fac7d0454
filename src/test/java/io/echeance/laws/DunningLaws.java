package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.calendar.WorkingDays;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must never happen to a debtor. Each law: null where a history keeps it, else what breaks it. */
final class DunningLaws {

    private DunningLaws() {}

    static @Nullable String consumers(History history) {
        Book book = history.played();
        Account account = book.account(History.ORDER);
        Statement statement = book.statement(History.ORDER);
        if (account == null || statement == null || statement.quality() != Quality.CONSUMER) {
            return null;
        }
        for (Document document : account.issued().documents()) {
            if (document.kind() == Kind.RECOVERY_FEE) {
                return "charged a consumer: " + document;
            }
            for (Segment segment : document.segments()) {
                if (account.issued().notices().stream()
                        .noneMatch(notice -> notice.on().isBefore(segment.from()))) {
                    return "interest before any notice: " + segment;
                }
            }
        }
        return null;
    }

    static @Nullable String ladders(History history) {
        Account account = history.played().account(History.ORDER);
        if (account == null) {
            return null;
        }
        List<StepTaken> steps = account.issued().steps();
        Set<String> once = new HashSet<>();
        Set<String> daily = new HashSet<>();
        for (StepTaken step : steps) {
            boolean again = step.noticeId() != null; // a later notice names debts of an earlier one again
            if (!WorkingDays.contains(step.on())) {
                return "on a day off: " + step;
            }
            if (!once.add(step.receivable() + " " + step.offset()) && !again) {
                return "twice: " + step;
            }
            if (step.claimed() != null && !daily.add(step.receivable() + " " + step.on()) && !again) {
                return "two on one day: " + step;
            }
        }
        return gaps(steps);
    }

    /** Each step against the one below it on its ladder, where that was taken before. */
    private static @Nullable String gaps(List<StepTaken> steps) {
        Map<String, StepTaken> first = new HashMap<>();
        for (StepTaken step : steps) {
            first.putIfAbsent(step.receivable() + " " + step.offset(), step);
        }
        for (StepTaken step : first.values()) {
            StepTaken below = null;
            for (StepTaken other : first.values()) {
                boolean isBelow = other.offset() >= 0 && other.offset() < step.offset();
                boolean isBefore = steps.indexOf(other) < steps.indexOf(step);
                if (other.receivable().equals(step.receivable())
                        && isBelow
                        && isBefore
                        && (below == null || other.offset() > below.offset())) {
                    below = other;
                }
            }
            if (below != null && step.noticeId() == null) {
                long gap = ChronoUnit.DAYS.between(below.on(), step.on());
                if (gap < step.offset() - below.offset()) {
                    return "a burst: " + below + " then " + step;
                }
            }
        }
        return null;
    }

    /** What stands said of a debt could be said of it: an acceleration that is undone takes the rest with it. */
    static @Nullable String steps(History history) {
        Book book = history.played();
        Account account = book.account(History.ORDER);
        Statement statement = book.statement(History.ORDER);
        if (account == null || statement == null) {
            return null;
        }
        for (Statement.ReceivablePosition debt : statement.receivables()) {
            for (StepTaken step : account.issued().steps()) {
                LocalDate dueOn = debt.dueOn();
                if (step.receivable().equals(debt.key()) && dueOn != null && step.cameBeforeItsDay(dueOn)) {
                    return step + " of a debt due on " + dueOn;
                }
            }
        }
        return null;
    }

    static @Nullable String segments(History history) {
        Account account = history.played().account(History.ORDER);
        if (account == null) {
            return null;
        }
        for (Document document : account.issued().documents()) {
            Map<ReceivableKey, LocalDate> until = new HashMap<>();
            for (Segment segment : document.segments()) {
                LocalDate before = until.put(segment.receivable(), segment.to());
                long days = ChronoUnit.DAYS.between(segment.from(), segment.to()) + 1;
                if ((before != null && !segment.from().isAfter(before))
                        || days != segment.days()
                        || days < 1
                        || segment.to().isAfter(document.on())) {
                    return "segment " + segment + " of " + document.id();
                }
                Money slow = oracle(segment);
                if (!slow.equals(segment.amount())) {
                    return "amount of " + segment + " is " + slow;
                }
            }
        }
        return null;
    }

    /** The same amount in whole numbers: cents × hundredths of a percent × days, over 3,650,000, half up. */
    private static Money oracle(Segment segment) {
        long product = Math.multiplyExact(
                segment.base().cents() * segment.days(),
                segment.rate().value().unscaledValue().longValueExact());
        return Money.ofCents((2 * product + 3_650_000) / (2 * 3_650_000));
    }

    static @Nullable String outage(History history) {
        Book book = new Book(History.DECIDER);
        Random random = new Random(history.seed());
        LocalDate open = history.start();
        Map<String, LocalDate> said = new HashMap<>();
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            history.tell(book, open);
            if (random.nextInt(4) == 0 && !day.isBefore(open)) {
                book.close(day);
                open = day.plusDays(1);
            }
        }
        Account account = book.account(History.ORDER);
        for (StepTaken step :
                account == null ? List.<StepTaken>of() : account.issued().steps()) {
            LocalDate before = said.put(step.receivable() + " " + step.offset(), step.on());
            if (before != null && step.noticeId() == null) {
                return "repeated after an outage: " + step;
            }
        }
        return account == null ? null : gaps(account.issued().steps());
    }
}
