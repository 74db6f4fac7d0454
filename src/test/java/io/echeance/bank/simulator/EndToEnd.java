package io.echeance.bank.simulator;

import io.echeance.bank.simulator.World.Debt;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What senders and their banks call a transfer: mostly an id of their own, in digits. How often is our guess. */
final class EndToEnd {

    private EndToEnd() {}

    static String of(List<Debt> debts, SplittableRandom random) {
        int of = random.nextInt(100);
        if (of < 25) {
            return "NOTPROVIDED";
        }
        if (of < 45) {
            return "20260303%06d%06d".formatted(random.nextInt(240_000), random.nextInt(1_000_000));
        }
        if (of < 60) {
            return "%016x%016x".formatted(random.nextLong(), random.nextLong()).toUpperCase(Locale.ROOT);
        }
        if (of < 75) {
            return "E-" + random.nextInt(10_000);
        }
        if (of < 85) {
            return Integer.toString(random.nextInt(1_000_000));
        }
        if (of < 90) {
            return "VIR 2026/%02d/%d".formatted(1 + random.nextInt(12), random.nextInt(1_000));
        }
        return debts.isEmpty() ? "VIREMENT" : debts.getFirst().number().toUpperCase(Locale.ROOT);
    }
}
