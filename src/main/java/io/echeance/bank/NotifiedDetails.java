package io.echeance.bank;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What notifications (camt.054) tell more of entries that a statement books: of a batch each of its payments, of a
 * return why it came back. They book nothing themselves. Details are those of an entry that has none of its own where
 * account, day and sum are the same and nothing else fits as well; where two do, the bank's reference decides, else
 * nobody.
 */
final class NotifiedDetails {

    /**
     * What is booked as one line.
     *
     * @param references of the bank
     */
    private record Line(
            String file,
            String account,
            LocalDate bookedOn,
            Money amount,
            Set<String> references,
            List<Movement> details) {

        boolean fits(String holder, Movement movement) {
            return account.equals(holder) && bookedOn.equals(movement.bookedOn()) && amount.equals(movement.amount());
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final List<NotifiedBatch> batches = new ArrayList<>();

    void hear(String file, BankStatement notification) {
        List<Movement> together = new ArrayList<>();
        String place = "";
        for (BankEntry entry : notification.entries()) {
            Movement next = entry.movement();
            place = together.isEmpty() ? entry.place() : place;
            if (!together.isEmpty() && !isOneLine(together.getLast(), next)) {
                add(file, place, notification, together);
                together.clear();
                place = entry.place();
            }
            together.add(next);
        }
        if (!together.isEmpty()) {
            add(file, place, notification, together);
        }
    }

    /** What of it concerns orders: what came in, and what came back, as one sum or one by one. */
    List<NotifiedBatch> batches() {
        return List.copyOf(batches);
    }

    private static boolean isOneLine(Movement one, Movement other) {
        return one.marks().batch() != null
                && one.marks().batch().equals(other.marks().batch())
                && one.bookedOn().equals(other.bookedOn());
    }

    private void add(String file, String place, BankStatement notification, List<Movement> details) {
        Set<String> references = new TreeSet<>();
        Money sum = Money.ZERO;
        for (Movement detail : details) {
            sum = sum.plus(detail.amount());
            addTo(references, detail.marks().batch());
            addTo(references, detail.marks().bank());
        }
        LocalDate bookedOn = details.getFirst().bookedOn();
        lines.add(new Line(file, notification.account(), bookedOn, sum, references, List.copyOf(details)));
        boolean tellsMore = details.size() > 1 || !details.getFirst().isBare();
        if (tellsMore && (sum.isPositive() || details.stream().anyMatch(detail -> detail.returned() != null))) {
            batches.add(new NotifiedBatch(
                    file,
                    named(place, details.getFirst()),
                    notification.id(),
                    notification.account(),
                    bookedOn,
                    sum,
                    details));
        }
    }

    /** Of a file that is one line each of its batches stands in that. */
    private static String named(String place, Movement first) {
        String reference = first.marks().bank();
        return reference == null ? place : place + ", " + reference;
    }

    private static void addTo(Set<String> references, @Nullable String reference) {
        if (reference != null) {
            references.add(reference);
        }
    }

    /**
     * The statement with them.
     *
     * @param used the files of those that are in it
     */
    BankStatement in(BankStatement statement, List<String> used) {
        List<BankEntry> entries = new ArrayList<>();
        EntryIds ids = new EntryIds(statement.account());
        Money after = statement.balances() == null ? null : statement.balances().opening();
        for (BankEntry entry : statement.entries()) {
            Line line = of(entry, statement);
            if (line != null) {
                used.add(line.file());
            }
            List<Movement> movements = line == null ? List.of(entry.movement()) : detailed(entry.movement(), line);
            for (Movement movement : movements) {
                after = after == null ? null : after.plus(movement.amount());
                entries.add(new BankEntry(ids.next(movement, after), entry.place(), movement, after));
            }
        }
        return new BankStatement(
                statement.id(), statement.account(), statement.balances(), entries, statement.remarks());
    }

    private @Nullable Line of(BankEntry entry, BankStatement statement) {
        Movement movement = entry.movement();
        List<Line> fitting = movement.isBare()
                ? lines.stream()
                        .filter(line -> line.fits(statement.account(), movement))
                        .toList()
                : List.of();
        String reference = movement.marks().bank();
        if (fitting.stream()
                .anyMatch(line -> reference != null && line.references().contains(reference))) {
            fitting = fitting.stream()
                    .filter(line -> line.references().contains(Objects.requireNonNull(reference)))
                    .toList();
        } else if (statement.entries().stream()
                        .filter(other -> other.movement().isBare())
                        .filter(other -> other.movement().bookedOn().equals(movement.bookedOn())
                                && other.movement().amount().equals(movement.amount()))
                        .count()
                > 1) {
            return null;
        }
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    /** On the days on which it is booked. */
    private static List<Movement> detailed(Movement booked, Line line) {
        return line.details().stream()
                .map(detail -> new Movement(
                        booked.bookedOn(),
                        booked.valueOn(),
                        detail.amount(),
                        booked.isReversal(),
                        detail.bankCode(),
                        detail.counterparty(),
                        detail.marks(),
                        detail.texts(),
                        detail.returned()))
                .toList();
    }
}
