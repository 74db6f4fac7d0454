package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies on the topic, whatever it says: one that does not balance can be made here, so that it can be
 * shown. Its components are those of {@link LedgerEntry}.
 */
public record PostedEntry(
        String entryId,
        String orderId,
        String seller,
        String journal,
        LocalDate on,
        String piece,
        LocalDate pieceOn,
        String label,
        @Nullable String reverses,
        List<PostedLine> lines) {

    /** Far beyond any entry of ours; millions of such lines can be added up before a sum overflows. */
    private static final Money LARGEST = Money.of("9999999999.99");

    /** A line, whatever it says. */
    public record PostedLine(
            String account,
            @Nullable String party,
            Money debit,
            Money credit,
            @Nullable String matching) {

        private boolean isBeyondBounds() {
            return debit.isBeyond(LARGEST) || credit.isBeyond(LARGEST);
        }
    }

    /** Why it is no entry that could be made; null: it is one. */
    public @Nullable String fault() {
        if (lines.stream().anyMatch(PostedLine::isBeyondBounds)) {
            return "an amount exceeds " + LARGEST + "; its lines are left out";
        }
        try {
            List<LedgerLine> made = new ArrayList<>();
            for (PostedLine line : lines) {
                made.add(new LedgerLine(line.account, line.party, line.debit, line.credit, line.matching));
            }
            var unused = new LedgerEntry(entryId, orderId, seller, journal, on, piece, pieceOn, label, reverses, made);
            return null;
        } catch (IllegalArgumentException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** What its lines post to each account, balanced or not; nothing if adding them up could overflow. */
    public List<AccountTotal> totals() {
        if (lines.stream().anyMatch(PostedLine::isBeyondBounds)) {
            return List.of();
        }
        SortedMap<String, AccountTotal> totals = new TreeMap<>();
        for (PostedLine line : lines) {
            AccountTotal total =
                    new AccountTotal(line.account, LedgerAccount.labelOf(line.account), line.debit, line.credit);
            totals.merge(total.account(), total, AccountTotal::plus);
        }
        return List.copyOf(totals.values());
    }
}
