package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from the facts on one day (<i>décompte</i>).
 *
 * @param today the day that it is drawn for
 * @param terms pinned id of the terms that bind the order
 * @param status where the order stands
 * @param price net price that stays due
 * @param shares who owes what of it, net; they add up to the price
 * @param payers the position of each payer
 * @param receivables every receivable, settled ones too
 * @param holds dunning holds in force
 * @param heldBack documents that wait for their number
 * @param nextOn first day on which, without a new fact, a drawing may differ; null: none
 */
public record Statement(
        String orderId,
        LocalDate today,
        String terms,
        String seller,
        String customer,
        Quality quality,
        Status status,
        Money price,
        List<Share> shares,
        List<Position> payers,
        List<ReceivablePosition> receivables,
        List<String> holds,
        boolean accessSuspended,
        boolean documentsWithheld,
        List<HeldBack> heldBack,
        @Nullable LocalDate nextOn) {

    public enum Status {
        /** Stands, nothing of the price billed yet. */
        PLACED,
        /** Stands, billed. */
        BILLED,
        /** Billed, and nothing is outstanding. */
        SETTLED,
        /** Ended early. */
        CANCELLED,
        /** What was outstanding is given up. */
        WRITTEN_OFF
    }

    /** @param state {@code CUSTOMER}, a funder's state, or {@code AWAITING_ACCEPTANCE} (owed by nobody yet) */
    public record Share(String payer, String state, Money net) {}

    /**
     * One payer's money.
     *
     * @param invoiced gross of its documents, credit notes deducted, a deposit counted once
     * @param paid received and not returned, refunds deducted
     * @param outstanding unpaid, due or not
     * @param late unpaid principal that is late
     * @param credit received and not allocated
     * @param owedBack paid back to it without being owed: refunds beyond what it paid
     * @param interestToDate late interest up to and including today, invoiced or not
     * @param provisional a rate is missing, so that {@code interestToDate} stops before it
     */
    public record Position(
            String payer,
            Money invoiced,
            Money paid,
            Money outstanding,
            Money late,
            Money credit,
            Money owedBack,
            Money interestToDate,
            boolean provisional) {}

    /**
     * @param principal whether it is principal, not a fee or interest
     * @param amount after credit notes
     * @param dueOn null: its document is held back, it falls due on no day
     * @param nextStep the ladder step that comes next, if any
     * @param nextStepOn when it comes, if nothing changes
     * @param silence why no alert about it goes out today; what holds it and until when, the explanation says
     * @param segments how {@code interestToDate} comes about: days, base, rate and its source
     * @param basis clauses and articles that its interest rests on; empty while none runs
     */
    public record ReceivablePosition(
            ReceivableKey key,
            String payer,
            boolean principal,
            Money amount,
            @Nullable LocalDate dueOn,
            Money outstanding,
            Money interestToDate,
            @Nullable String lastStep,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable NoAlertGround silence,
            List<Segment> segments,
            List<String> basis) {}

    /**
     * A document that waits for its number: until then it is not issued, and nothing of it falls due.
     *
     * @param missing what it waits for
     */
    public record HeldBack(DocumentId documentId, LocalDate since, List<NumberingFact.Missing> missing) {}
}
