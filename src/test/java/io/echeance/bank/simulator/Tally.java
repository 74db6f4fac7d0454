package io.echeance.bank.simulator;

import io.echeance.bank.simulator.Wording.Hope;
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

    void add(Transfer transfer, Outcome outcome) {
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
        return table.toString();
    }
}
