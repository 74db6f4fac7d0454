package io.echeance.core.order;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the collection of late debts leads to (<i>recouvrement</i>). */
public sealed interface CollectionAlert extends Alert {

    @Override
    String orderId();

    @Override
    String payer();

    /** A step that is a letter to the debtor. */
    sealed interface LetterStep extends CollectionAlert {

        /** The ladder step, such as {@code d+30}. */
        String step();
    }

    /** A reminder is due (<i>relance</i>). */
    record ReminderDue(
            LocalDate on, String orderId, String payer, String step, List<NamedDebt> receivables, List<String> basis)
            implements LetterStep {}

    /**
     * A formal notice is due (<i>mise en demeure</i>).
     *
     * @param noticeId {@code orderId/payer/notice/n}
     * @param answerBy last day to answer it
     * @param principal all late principal of the payer
     * @param recoveryFee unpaid recovery fees
     * @param interestToDate interest up to and including {@code on}
     * @param segments how the interest comes about, debt by debt
     */
    record FormalNoticeDue(
            LocalDate on,
            String orderId,
            String payer,
            String step,
            List<NamedDebt> receivables,
            String noticeId,
            LocalDate answerBy,
            Money principal,
            Money recoveryFee,
            Money interestToDate,
            List<Segment> segments,
            List<String> basis)
            implements LetterStep {}

    /** The file goes to those who litigate. */
    record LitigationReferral(
            LocalDate on, String orderId, String payer, String step, List<NamedDebt> receivables, List<String> basis)
            implements CollectionAlert {}

    /** Debts that were dunned are settled. */
    record DebtsCleared(LocalDate on, String orderId, String payer, List<NamedDebt> receivables)
            implements CollectionAlert {}

    /**
     * A step claimed what turns out to have been paid before: a person may owe an apology.
     *
     * @param noticeId of a formal notice
     */
    record StepWithdrawn(
            LocalDate on,
            String orderId,
            String payer,
            String step,
            List<NamedDebt> receivables,
            @Nullable String noticeId)
            implements CollectionAlert {}

    /** Debts fall due early, as a notice was not answered (<i>déchéance du terme</i>). */
    record AccelerationDeclared(
            LocalDate on,
            String orderId,
            String payer,
            List<NamedDebt> receivables,
            String noticeId,
            List<String> basis)
            implements CollectionAlert {}

    /** The notice turns out to have been answered: its debts fall due by the plan again. */
    record AccelerationWithdrawn(
            LocalDate on,
            String orderId,
            String payer,
            List<NamedDebt> receivables,
            String noticeId,
            List<String> basis)
            implements CollectionAlert {}

    /** Nobody has proved in time that a formal notice was received. */
    record NoticeProofMissing(LocalDate on, String orderId, String payer, String noticeId, List<String> basis)
            implements CollectionAlert {}

    /** @param holdId of the hold that the promise was given with */
    record PromiseBroken(
            LocalDate on,
            String orderId,
            String payer,
            @Nullable Money promised,
            String holdId) implements CollectionAlert {}

    /** Interest cannot be invoiced, as the legal rate of a semester is not known. */
    record RateMissing(LocalDate on, String orderId, String payer, Semester semester, List<String> basis)
            implements CollectionAlert {}
}
