package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The lines of one client on one order that nothing has settled yet, and what is left of each. */
final class OpenLines {

    /** Lines that settle parts of one another: all are settled together, or none. */
    private static final class Knot {
        private final List<Open> members = new ArrayList<>();
    }

    private static final class Open {
        private final ClientLine line;
        private final int rank;
        private Money left;
        private Knot knot = new Knot();

        private Open(ClientLine line) {
            this.line = line;
            this.rank = rank(line.entry());
            this.left = line.balance();
            knot.members.add(this);
        }

        private boolean isWhole() {
            return left.equals(line.balance());
        }

        private boolean canSettle(Open other) {
            return left.isPositive() && other.left.isNegative() || left.isNegative() && other.left.isPositive();
        }
    }

    /** In the order of the books. */
    private final List<Open> open = new ArrayList<>();

    /** @return the lines that this one settles at last, itself among them; empty: none */
    List<ClientLine> post(ClientLine line) {
        Open posted = new Open(line);
        for (Open other : open) {
            if (other.line.entry().entryId().equals(line.entry().reverses())) {
                settle(posted, other);
                tie(posted, other);
            }
        }
        open.stream()
                .filter(other -> posted.isWhole() && other.isWhole() && other.left.equals(posted.left.negate()))
                .min(Comparator.comparingInt(other -> other.rank))
                .ifPresent(other -> settle(posted, other));
        open.stream().sorted(Comparator.comparingInt(other -> other.rank)).forEach(other -> settle(posted, other));
        open.add(posted);
        return posted.knot.members.stream().allMatch(member -> member.left.isZero()) ? untie(posted.knot) : List.of();
    }

    private static void settle(Open one, Open other) {
        if (one.canSettle(other)) {
            Money part = one.left.abs().exceeds(other.left.abs()) ? other.left.negate() : one.left;
            one.left = one.left.minus(part);
            other.left = other.left.plus(part);
            tie(one, other);
        }
    }

    private static void tie(Open one, Open other) {
        if (one.knot != other.knot) {
            Knot joined = other.knot;
            joined.members.addAll(one.knot.members);
            one.knot.members.forEach(member -> member.knot = joined);
        }
    }

    private List<ClientLine> untie(Knot knot) {
        open.removeIf(member -> Objects.equals(member.knot, knot));
        return knot.members.stream().map(member -> member.line).toList();
    }

    List<ClientLine> lines() {
        return open.stream().map(member -> member.line).toList();
    }

    /** Fees after principal, interest last. */
    private static int rank(LedgerEntry entry) {
        if (!entry.journal().equals(Journal.SALES.code())) {
            return 0;
        }
        DocumentId document = new DocumentId(entry.piece());
        return document.isOf(Kind.RECOVERY_FEE) ? 1 : document.isOf(Kind.CLOSING) ? 2 : 0;
    }
}
