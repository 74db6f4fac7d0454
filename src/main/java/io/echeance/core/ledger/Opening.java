package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a financial year opens with (<i>à-nouveaux</i>): the balance of each account of the classes 1 to 5 as the year
 * before left it, the clients' line by line as far as nothing has settled them, so that what settles them later finds
 * them. What was earned (classes 6 and 7) is closed: the year before into its result, what is older into what is
 * carried forward.
 *
 * <p>Reading taken: how the owners allot a result is no business of these books; it stands in 120 or 129 for one year
 * and in 110 or 119 from then on.
 */
public final class Opening {

    /**
     * A balance that is carried over.
     *
     * @param amount positive: a debit
     * @param from the client's line that it carries; null: the balance of a whole account
     */
    public record CarriedOver(
            String account,
            String label,
            Money amount,
            @Nullable ClientLine from) {}

    private Opening() {}

    /**
     * They add up to 0.00; empty where nothing is carried over.
     *
     * @param before all entries before the year's first day
     * @param open the clients' lines among them that nothing had settled by then
     */
    public static List<CarriedOver> of(FinancialYear year, List<LedgerEntry> before, List<ClientLine> open) {
        SortedMap<String, CarriedOver> standing = new TreeMap<>();
        Money result = Money.ZERO;
        Money carried = Money.ZERO;
        for (LedgerEntry entry : before) {
            for (LedgerLine line : entry.lines()) {
                Money amount = line.debit().minus(line.credit());
                if (isEarned(line)) {
                    boolean older = isOlder(entry.on(), year);
                    carried = older ? carried.plus(amount) : carried;
                    result = older ? result : result.plus(amount);
                } else if (line.party() == null) {
                    standing.merge(
                            line.account(), new CarriedOver(line.account(), line.label(), amount, null), Opening::plus);
                }
            }
        }
        List<CarriedOver> lines = new ArrayList<>();
        addEquity(
                carried,
                "110000",
                "Report à nouveau (solde créditeur)",
                "119000",
                "Report à nouveau (solde débiteur)",
                lines);
        addEquity(
                result,
                "120000",
                "Résultat de l'exercice (bénéfice)",
                "129000",
                "Résultat de l'exercice (perte)",
                lines);
        open.forEach(item ->
                lines.add(new CarriedOver(item.line().account(), item.line().label(), item.balance(), item)));
        standing.values().stream().filter(line -> !line.amount().isZero()).forEach(lines::add);
        lines.sort(Comparator.comparing(CarriedOver::account));
        return lines;
    }

    private static boolean isEarned(LedgerLine line) {
        return line.account().startsWith("6") || line.account().startsWith("7");
    }

    private static boolean isOlder(LocalDate on, FinancialYear year) {
        return on.isBefore(year.beforeFrom());
    }

    private static CarriedOver plus(CarriedOver one, CarriedOver other) {
        return new CarriedOver(one.account, one.label, one.amount.plus(other.amount), null);
    }

    private static void addEquity(
            Money amount, String gain, String gainLabel, String loss, String lossLabel, List<CarriedOver> lines) {
        if (amount.isNegative()) {
            lines.add(new CarriedOver(gain, gainLabel, amount, null));
        } else if (amount.isPositive()) {
            lines.add(new CarriedOver(loss, lossLabel, amount, null));
        }
    }
}
