package io.echeance.bank.simulator;

import io.echeance.bank.simulator.Wording.Hope;
import io.echeance.core.matching.Lead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What became of the transfers, wording by wording. */
final class Tally {

    /** Where a transfer ended. */
    enum Outcome {
        /** At its order, without a person. */
        RIGHT,
        /** At another order. */
        WRONG,
        /** Before a person, and the first that he is shown is right. */
        FIRST_PROPOSAL,
        LATER_PROPOSAL,
        WRONG_PROPOSALS,
        /** Before a person who is shown nothing. */
        NOTHING
    }

    private final Map<Wording, Map<Outcome, Integer>> counts = new EnumMap<>(Wording.class);
    private final List<Transfer> wrong = new ArrayList<>();

    private final Map<Outcome, Integer> findable = new EnumMap<>(Outcome.class);
    private final Map<Lead.LeadRule, int[]> rules = new EnumMap<>(Lead.LeadRule.class);

    /** A rule proposed first. */
    void add(Lead.LeadRule rule, boolean isRight) {
        rules.computeIfAbsent(rule, none -> new int[2])[isRight ? 0 : 1]++;
    }

    /** @param isFindable by a person who looks for it, where it went to no order */
    void add(Transfer transfer, Outcome outcome, boolean isFindable) {
        if (isFindable) {
            findable.merge(outcome, 1, Integer::sum);
        }
        counts.computeIfAbsent(transfer.wording(), none -> new EnumMap<>(Outcome.class))
                .merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.WRONG) {
            wrong.add(transfer);
        }
    }

    /** What went to another order. */
    List<Transfer> wrong() {
        return wrong;
    }

    /** How much of what was to be found came out thus. */
    double shareOfFindable(Outcome... outcomes) {
        return (double) sum(findable, outcomes) / sum(findable, Outcome.values());
    }

    private static int sum(Map<Outcome, Integer> row, Outcome... outcomes) {
        return Arrays.stream(outcomes)
                .mapToInt(outcome -> row.getOrDefault(outcome, 0))
                .sum();
    }

    /** How much of what customers paid came out thus. */
    double share(Outcome outcome) {
        List<Map<Outcome, Integer>> paid = counts.entrySet().stream()
                .filter(row -> row.getKey().hope() != Hope.NONE)
                .map(Map.Entry::getValue)
                .toList();
        return (double) paid.stream().mapToInt(row -> sum(row, outcome)).sum()
                / paid.stream().mapToInt(row -> sum(row, Outcome.values())).sum();
    }

    /** How much of what was hoped for came out thus. */
    double share(Hope hope, Outcome... outcomes) {
        int all = 0;
        int these = 0;
        for (Map.Entry<Wording, Map<Outcome, Integer>> row : counts.entrySet()) {
            if (row.getKey().hope() == hope) {
                for (Map.Entry<Outcome, Integer> count : row.getValue().entrySet()) {
                    all += count.getValue();
                    these += Arrays.asList(outcomes).contains(count.getKey()) ? count.getValue() : 0;
                }
            }
        }
        return (double) these / all;
    }

    /** A table for a person. */
    @Override
    public String toString() {
        String heads = Arrays.stream(Outcome.values())
                .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" | "));
        StringBuilder table = new StringBuilder(
                "\n| the payer words it | all | " + heads + " |\n|---|---|---|---|---|---|---|---|\n");
        counts.forEach((wording, row) -> {
            table.append("| ")
                    .append(wording.example())
                    .append(" | ")
                    .append(row.values().stream().mapToInt(n -> n).sum());
            for (Outcome outcome : Outcome.values()) {
                table.append(" | ").append(row.getOrDefault(outcome, 0));
            }
            table.append(" |\n");
        });
        table.append("\n| the first proposal is by | right | not |\n|---|---|---|\n");
        rules.forEach((rule, count) -> table.append("| %s | %d | %d |%n".formatted(rule, count[0], count[1])));
        return table.append("%nautomatic %.2f %%, of those with a number or a reference %.2f %%; of what is to be found"
                        .formatted(100 * share(Outcome.RIGHT), 100 * share(Hope.AUTOMATIC, Outcome.RIGHT)))
                .append(" the first proposal is right of %.2f %%, one of them of %.2f %%%n"
                        .formatted(
                                100 * shareOfFindable(Outcome.FIRST_PROPOSAL),
                                100 * shareOfFindable(Outcome.FIRST_PROPOSAL, Outcome.LATER_PROPOSAL)))
                .toString();
    }
}
