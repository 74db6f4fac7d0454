package io.echeance.laws;

import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.ReceivablePosition;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.Terms;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reminders of fees and interest come one by one, to one payer of one order never sooner than the ladder has them. Each
 * law: null where a history keeps it, else what breaks it.
 */
public final class PenaltyLaws {

    private PenaltyLaws() {}

    /** Under the terms of the scenarios, with two steps, and under some with three. */
    static History histories(long seed) {
        return seed % 4 < 2 ? PenaltyHistories.of(seed) : PenaltyHistories.of(seed, Varied.OF_PENALTIES);
    }

    /** Every day is closed. */
    static @Nullable String rhythm(History history) {
        Book book = new Book(History.DECIDER);
        List<Output> said = new Simulation(List.copyOf(history.arrivals()), history.until()).play(book);
        return burst(book.statement(History.ORDER), said);
    }

    /** One day in four is closed, what comes meanwhile is known on the next one that is open. */
    static @Nullable String rhythmInOutages(History history) {
        Book book = new Book(History.DECIDER);
        Random random = new Random(history.seed());
        List<Output> said = new ArrayList<>();
        LocalDate open = history.start();
        for (LocalDate day = history.start(); !day.isAfter(history.until()); day = day.plusDays(1)) {
            for (var arrival : history.arrivals()) {
                if (arrival.knownOn().equals(day)) {
                    said.addAll(book.take(arrival.fact(), open.isAfter(day) ? open : day));
                }
            }
            if (random.nextInt(4) == 0) {
                said.addAll(book.close(day));
                open = day.plusDays(1);
            }
        }
        return burst(book.statement(History.ORDER), said);
    }

    /** What a statement of some day has for the next reminder comes, if nothing is told and nothing is issued. */
    static @Nullable String announced(History history) {
        LocalDate today = history.start().plusDays(new Random(history.seed()).nextInt(80, 160));
        Book book = new Book(History.DECIDER);
        List<Arrival> received = history.arrivals().stream()
                .filter(arrival -> !arrival.knownOn().isAfter(today))
                .map(Arrival.class::cast)
                .toList();
        new Simulation(received, today).play(book);
        List<ReceivablePosition> planned = planned(book.statement(History.ORDER));
        List<Output> said = new ArrayList<>();
        for (LocalDate day = today.plusDays(1); day.isBefore(history.until()); day = day.plusDays(1)) {
            said.addAll(book.close(day));
        }
        return said.stream().anyMatch(Document.class::isInstance)
                ? null
                : planned.stream()
                        .filter(debt -> reminders(said).stream().noneMatch(reminder -> isOf(reminder, debt)))
                        .findFirst()
                        .map(debt -> "on " + today + " the statement has " + debt + ", the days bring " + said)
                        .orElse(null);
    }

    /** Fees and interest that are to be reminded of; none while principal is late. */
    private static List<ReceivablePosition> planned(@Nullable Statement statement) {
        return statement == null
                ? List.of()
                : statement.receivables().stream()
                        .filter(debt -> !debt.principal() && debt.nextStepOn() != null)
                        .toList();
    }

    private static boolean isOf(ReminderDue reminder, ReceivablePosition debt) {
        return reminder.on().equals(debt.nextStepOn())
                && reminder.step().equals(debt.nextStep())
                && reminder.receivables().stream().anyMatch(named -> named.key().equals(debt.key()));
    }

    /** Those that remind of fees and interest. */
    public static List<ReminderDue> reminders(List<Output> said) {
        return said.stream()
                .filter(ReminderDue.class::isInstance)
                .map(ReminderDue.class::cast)
                .filter(alert -> alert.receivables().stream()
                        .allMatch(debt -> isPenalty(debt.key().document().text())))
                .toList();
    }

    private static boolean isPenalty(String document) {
        return document.contains("/" + Kind.RECOVERY_FEE + "/") || document.contains("/" + Kind.CLOSING + "/");
    }

    /** What came too soon after another, or twice; null: nothing. */
    public static @Nullable String burst(@Nullable Statement statement, List<Output> said) {
        if (statement == null) {
            return null;
        }
        List<LadderStep> ladder = ladder(statement);
        Set<String> once = new HashSet<>();
        ReminderDue before = null;
        for (ReminderDue reminder : reminders(said)) {
            for (var debt : reminder.receivables()) {
                if (!once.add(debt.key() + " " + reminder.step())) {
                    return "twice: " + reminder;
                }
            }
            long days = before == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(before.on(), reminder.on());
            if (days < gap(ladder, reminder.step())) {
                return "a burst: " + before + ", then " + reminder;
            }
            before = reminder;
        }
        return null;
    }

    private static List<LadderStep> ladder(Statement statement) {
        Terms terms = Varied.TERMS.stream()
                .filter(one -> one.id().equals(statement.terms()))
                .findFirst()
                .orElseThrow();
        return terms.late().penaltyLadder();
    }

    /** As many days as the ladder has between the step and the one before it; of the first, and the second. */
    private static int gap(List<LadderStep> ladder, String step) {
        for (int n = 1; n < ladder.size(); n++) {
            if (ladder.get(n).id().equals(step)
                    || n == 1 && ladder.getFirst().id().equals(step)) {
                return ladder.get(n).offset() - ladder.get(n - 1).offset();
            }
        }
        throw new IllegalStateException("no step of the ladder: " + step);
    }
}
