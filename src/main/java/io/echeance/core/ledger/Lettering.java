package io.echeance.core.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of a client's account settle one another (<i>lettrage</i>): an invoice and the payments, credit notes and
 * write-offs that bring it to 0.00. Lines of one order settle one another, as payments do.
 *
 * <p>Lettering follows the books day by day and takes nothing back: entries are never backdated, so the letters of a
 * year that is over stay as they are. A payment that is returned after it was lettered is not taken out of its letter:
 * its return is a debit of its own, which the next payment settles.
 *
 * <p>Reading taken: a line first settles the one that it takes back (a return its payment, a credit note its invoice),
 * then an open line of exactly its amount, then the oldest open lines, principal before recovery fees before interest,
 * as payments are allocated.
 */
public final class Lettering {

    /**
     * Lines that add up to 0.00.
     *
     * @param on DateLet: the day on which the last of them was posted
     */
    public record Group(LocalDate on, List<ClientLine> lines) {}

    private record ClientAccount(String orderId, String party) {}

    private final List<Group> groups = new ArrayList<>();
    private final Map<ClientAccount, OpenLines> open = new LinkedHashMap<>();

    private Lettering() {}

    /** Of all entries up to some day, in the order in which they are numbered. */
    public static Lettering of(List<LedgerEntry> entries) {
        Lettering lettering = new Lettering();
        for (LedgerEntry entry : entries) {
            for (LedgerLine line : entry.lines()) {
                if (line.party() != null) {
                    lettering.post(new ClientLine(entry, line));
                }
            }
        }
        return lettering;
    }

    private void post(ClientLine line) {
        OpenLines lines =
                open.computeIfAbsent(new ClientAccount(line.entry().orderId(), line.party()), place -> new OpenLines());
        List<ClientLine> settled = lines.post(line);
        if (!settled.isEmpty()) {
            groups.add(new Group(line.entry().on(), settled));
        }
    }

    /** In the order in which they were settled. */
    public List<Group> groups() {
        return List.copyOf(groups);
    }

    /** What is in no group yet, by party and then in the order of the books. */
    public List<ClientLine> open() {
        return open.values().stream()
                .flatMap(lines -> lines.lines().stream())
                .sorted(Comparator.comparing(ClientLine::party)
                        .thenComparing(line -> line.entry().on())
                        .thenComparing(line -> line.entry().entryId()))
                .toList();
    }
}
