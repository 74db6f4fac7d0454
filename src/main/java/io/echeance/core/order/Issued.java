package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What we have already said about an order, as far as a later drawing must know it. Nothing in it is ever edited; it
 * only grows, but for what stands ({@code sharesAnnounced}, {@code cleared}, the holds, {@code refunds}, {@code shown},
 * and what the books hold: {@code givenUp}, {@code vatDue}, {@code vatGivenUp}), and for steps and notices about debts
 * that an acceleration made due and that are due by the plan again.
 *
 * @param documents in the order of issue
 * @param steps ladder steps taken
 * @param refunds by id, as last said
 * @param sharesAnnounced net share of each funder, as last said
 * @param cleared receivables announced as cleared and not late since
 * @param announced keys of what is said only once
 * @param givenUp what the books have written off of each payer's debt, VAT included
 * @param vatDue what the books hold for due of the VAT of each payer's documents
 * @param vatGivenUp VAT of what was written off, which is never due
 * @param shown of the customer, as last said; null: nothing was
 */
public record Issued(
        List<Document> documents,
        List<StepTaken> steps,
        List<Notice> notices,
        List<Accelerated> accelerations,
        SortedMap<String, RefundDue> refunds,
        SortedMap<String, Money> sharesAnnounced,
        SortedSet<ReceivableKey> cleared,
        SortedSet<String> announced,
        boolean accessSuspended,
        @Nullable Boolean documentsWithheld,
        SortedMap<String, Money> givenUp,
        SortedMap<String, Money> vatDue,
        SortedMap<String, Money> vatGivenUp,
        @Nullable CustomerRecord shown) {

    /** Nothing said yet. */
    public static final Issued NOTHING = new Issued(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            new TreeSet<>(),
            false,
            null,
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            null);

    /** The same, with one more key of what is said only once. */
    public Issued withAnnounced(String key) {
        return withBooks(new TreeSet<>(List.of(key)), vatDue, givenUp, vatGivenUp);
    }

    /** The same, with what was posted of it. */
    public Issued withBooks(
            SortedSet<String> once,
            SortedMap<String, Money> vatDueNow,
            SortedMap<String, Money> givenUpNow,
            SortedMap<String, Money> vatGivenUpNow) {
        SortedSet<String> more = new TreeSet<>(announced);
        more.addAll(once);
        return new Issued(
                documents,
                steps,
                notices,
                accelerations,
                refunds,
                sharesAnnounced,
                cleared,
                more,
                accessSuspended,
                documentsWithheld,
                givenUpNow,
                vatDueNow,
                vatGivenUpNow,
                shown);
    }

    /**
     * A ladder step that counts as issued for a receivable.
     *
     * @param claimed the debt's principal at the time; null where nothing was claimed (a fee charged, passed or
     * forgiven)
     */
    public record StepTaken(
            ReceivableKey receivable,
            int offset,
            LocalDate on,
            @Nullable Money claimed,
            @Nullable String noticeId) {

        /** Whether it could not be taken yet of a debt due on that day; a notice can as soon as the debt is late. */
        public boolean cameBeforeItsDay(LocalDate dueOn) {
            return on.isBefore(noticeId == null ? dueOn.plusDays(offset) : dueOn.plusDays(1));
        }

        /** {@code d-7}, {@code d+30}: the step's name in an alert. */
        public String id() {
            return offset < 0 ? "d" + offset : "d+" + offset;
        }
    }

    /** A formal notice and what it covers. */
    public record Notice(String noticeId, String payer, LocalDate on, List<ReceivableKey> receivables) {

        public Notice without(ReceivableKey receivable) {
            return new Notice(
                    noticeId,
                    payer,
                    on,
                    receivables.stream().filter(key -> !key.equals(receivable)).toList());
        }
    }

    /**
     * An acceleration that was declared.
     *
     * @param dueOn when what it covers fell due
     * @param answerableUntil last day on which its notice could be answered
     * @param receivables what fell due by it
     * @param undone found later to have been answered in time, or to have come after too few incidents
     */
    public record Accelerated(
            String noticeId,
            String payer,
            LocalDate dueOn,
            LocalDate answerableUntil,
            List<ReceivableKey> receivables,
            boolean undone) {

        public Accelerated takenBack() {
            return new Accelerated(noticeId, payer, dueOn, answerableUntil, receivables, true);
        }
    }
}
