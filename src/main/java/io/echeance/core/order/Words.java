package io.echeance.core.order;

import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words of a fact: what somebody typed, or a bank passed on, and what may name a person. Nothing is computed with
 * them, but for what a reference names; so a fact is decided alike with them and without them.
 */
public final class Words {

    private static final Pattern TRACKING = Pattern.compile("(?=(?:\\D*\\d){8})(?!(?:.*[A-Za-z]){5})[A-Za-z0-9]{8,30}");

    private Words() {}

    /**
     * Whether two facts with one id are the same fact. Where one has lost its words, or never had any, nobody can tell
     * whether it had those of the other: whatever else they say decides. Two that have words say the same ones.
     *
     * @param withoutWords of a fact that has none, the fact itself
     */
    public static <F> boolean areOne(F one, F other, UnaryOperator<F> withoutWords) {
        if (one.equals(other)) {
            return true;
        }
        F left = withoutWords.apply(one);
        F right = withoutWords.apply(other);
        return left.equals(right) && (left.equals(one) || right.equals(other));
    }

    /** See {@link #areOne(Object, Object, UnaryOperator)}. */
    public static boolean areOne(Fact one, Fact other, Collection<String> sellers) {
        return areOne(one, other, fact -> without(fact, sellers))
                || (one instanceof PaymentDetailed detailed
                        && other instanceof PaymentDetailed again
                        && PaymentDetail.areOne(detailed, again))
                || (one instanceof PaymentApplied decided
                        && other instanceof PaymentApplied again
                        && decided.decidedBy(null).equals(again.decidedBy(null))
                        && !PersonMark.areComparable(decided.by(), again.by()));
    }

    /**
     * What came of a fact, with its words: of one of the payments that a bank booked as a sum and told of later, its
     * own.
     *
     * @param received by what it came; of such a payment what tells of all of them, or of that one
     */
    public static Fact of(Fact kept, Fact received) {
        return kept instanceof PaymentReceived payment && received instanceof PaymentDetailed details
                ? payment.naming(PaymentDetail.reference(details, payment.paymentId()))
                : received;
    }

    /**
     * A fact without its words. Of a reference the name stays that it is, and the numbers of documents that stand in
     * it; the same again changes nothing.
     *
     * @param sellers whose numbers are looked for: each begins with its seller's id
     */
    public static Fact without(Fact fact, Collection<String> sellers) {
        return switch (fact) {
            case OrderFact order -> order;
            case FundingFact funding -> funding;
            case OwnFact own -> own;
            case CollectionFact action -> without(action);
            case PaymentFact payment -> without(payment, sellers);
        };
    }

    private static CollectionFact without(CollectionFact fact) {
        return switch (fact) {
            case NoticeServed one ->
                new NoticeServed(
                        one.factId(), one.orderId(), one.on(), one.noticeId(), null, number(one.tracking()), null);
            case CollectionFact.DunningHeld held -> held.decidedBy(null);
            case DunningReleased one ->
                new DunningReleased(one.factId(), one.orderId(), one.on(), one.holdId(), one.payerId(), null, null);
            case PenaltyWaived one ->
                new PenaltyWaived(one.factId(), one.orderId(), one.on(), one.receivable(), null, null);
            case DebtWrittenOff one -> new DebtWrittenOff(one.factId(), one.orderId(), one.on(), null, null);
            case ContactNoted one ->
                new ContactNoted(one.factId(), one.orderId(), one.on(), one.payerId(), one.channel(), null, null);
            case Resubmitted one -> new Resubmitted(one.factId(), one.orderId(), one.on(), one.until(), null);
            case Assigned one -> new Assigned(one.factId(), one.orderId(), one.on(), one.to(), null);
        };
    }

    private static @Nullable String number(@Nullable String tracking) {
        return tracking != null && isNumber(tracking) ? tracking : null;
    }

    /** The number of a registered letter is proof, and nobody's name: eight digits or more, and few letters. */
    public static boolean isNumber(String tracking) {
        return TRACKING.matcher(tracking.replace(" ", "")).matches();
    }

    /** See {@link #without(Fact, Collection)}. */
    public static PaymentFact without(PaymentFact fact, Collection<String> sellers) {
        return switch (fact) {
            case PaymentReceived one ->
                one.naming(names(one.reference(), one.orderId(), sellers))
                        .decidedBy(null)
                        .fromAccount(null);
            case PaymentReturned one ->
                new PaymentReturned(one.factId(), one.orderId(), one.on(), one.paymentId(), null, one.amount());
            case PaymentApplied one -> one.decidedBy(null);
            case PaymentDetailed one -> one.naming(reference -> names(reference, null, sellers));
            case PaymentFact.RefundPaid one -> one;
        };
    }

    private static @Nullable String names(
            @Nullable String reference, @Nullable String orderId, Collection<String> sellers) {
        String named = Blanks.stripped(reference);
        if (named == null || named.equals(orderId) || NumbersInText.isOneName(named)) {
            return reference;
        }
        return NumbersInText.of(named, sellers);
    }
}
