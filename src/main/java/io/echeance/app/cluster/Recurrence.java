package io.echeance.app.cluster;

import io.echeance.bank.BankEntry;
import io.echeance.bank.BankStatement;
import io.echeance.bank.EntryIds;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Money that comes again after as much went out on its day: the account holds what it held before, so balance and
 * words of the second entry are those of the first. Only a statement that holds both tells them apart.
 */
final class Recurrence {

    private final TakenStatement statement;
    private final TakenAccount taken;

    Recurrence(TakenStatement statement, TakenAccount taken) {
        this.statement = statement;
        this.taken = taken;
    }

    /**
     * Whether what it begins with may have happened twice: an entry that was taken from statements that the bank calls
     * otherwise, after which the account may have come back to where this one opens.
     */
    boolean isPossible() {
        if (statement.entries().isEmpty()) {
            return false;
        }
        TakenEntry first = statement.entries().getFirst();
        List<TakenStatement> holders = taken.onTheDaysOf(statement).stream()
                .filter(one -> one.dialect().equals(statement.dialect()) && holds(one, first))
                .toList();
        return !holders.isEmpty()
                && holders.stream().noneMatch(one -> one.statementId().equals(statement.statementId()))
                && (!tellsTheDay(first.bookedOn())
                        || holders.stream().anyMatch(one -> one.digest().equals(statement.digest())))
                && DayFlow.of(taken, statement.dialect(), first.bookedOn()).mayHold(statement.opening());
    }

    /** The same behind statements of its own file, which says the same only once: it is other money. */
    boolean isBehind(List<TakenStatement> ofItsFile) {
        if (statement.entries().isEmpty()) {
            return false;
        }
        TakenEntry first = statement.entries().getFirst();
        return ofItsFile.stream().anyMatch(one -> holds(one, first))
                && taken.entries().contains(first.id())
                && DayFlow.of(taken, statement.dialect(), first.bookedOn()).mayHold(statement.opening());
    }

    /** With all that was taken of the day it tells of the same once more, cut otherwise. */
    private boolean tellsTheDay(LocalDate day) {
        Set<String> itsOwn = statement.entries().stream().map(TakenEntry::id).collect(Collectors.toSet());
        return taken.byDay().getOrDefault(day, List.of()).stream()
                .filter(one -> one.dialect().equals(statement.dialect()))
                .flatMap(one -> one.entries().stream())
                .allMatch(entry -> !entry.bookedOn().equals(day) || itsOwn.contains(entry.id()));
    }

    private static boolean holds(TakenStatement one, TakenEntry entry) {
        return one.entries().stream()
                .anyMatch(other -> EntryIds.unnumbered(other.id()).equals(EntryIds.unnumbered(entry.id())));
    }

    /** The same statement, with new numbers for what was taken: so that all of it counts. */
    BankStatement again(BankStatement read) {
        Set<String> used = new HashSet<>(taken.entries());
        List<BankEntry> entries = new ArrayList<>();
        for (BankEntry entry : read.entries()) {
            String id = entry.id();
            while (!used.add(id)) {
                id = EntryIds.next(id);
            }
            entries.add(new BankEntry(id, entry.place(), entry.movement(), entry.after()));
        }
        return new BankStatement(read.id(), read.account(), read.balances(), entries, read.remarks());
    }
}
