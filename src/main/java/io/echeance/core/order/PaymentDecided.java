package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision about a payment has taken effect, or a bank's details have taken its place. Parts, details, what
 * is set aside, what is open and what had come back make the payment, and what was kept of it on its way.
 *
 * @param decisionId the fact by which it was received
 * @param parts where the money is now
 * @param open what waits for another decision
 * @param returned what goes nowhere and waits for nobody, as the payment had come back; null: nothing
 * @param replaces the decision that stood before; null: none did
 * @param details the payments that have taken its place: each is placed by itself
 * @param notification what the bank calls the message that told of them; null: a person decided
 * @param first what another person had decided before, and this one confirms; null: no second person was wanted
 */
public record PaymentDecided(
        LocalDate on,
        String decisionId,
        String paymentId,
        Money amount,
        List<PlacedPart> parts,
        @Nullable SetAside setAside,
        Money open,
        @Nullable Money returned,
        @Nullable String by,
        @Nullable String replaces,
        List<PaymentDeduction> deductions,
        List<PaidDetail> details,
        @Nullable String notification,
        @Nullable FirstDecision first)
        implements Output {

    /**
     * The same, decided by another person; it waited until it was confirmed.
     *
     * @param on the day on which it reached us
     */
    public record FirstDecision(
            LocalDate on, String decisionId, @Nullable String by) {

        /** The same, decided by somebody. */
        public FirstDecision decidedBy(@Nullable String somebody) {
            return new FirstDecision(on, decisionId, somebody);
        }
    }

    /** @param paymentId under which it is known */
    public record PaidDetail(String paymentId, Money amount) {}

    /** @param paymentId under which the order has it */
    public record PlacedPart(
            String paymentId, String orderId, @Nullable String payerId, Money amount) {}

    public PaymentDecided {
        parts = List.copyOf(parts);
        deductions = List.copyOf(deductions);
        details = List.copyOf(details);
    }

    /** By a person. */
    public PaymentDecided(
            LocalDate on,
            String decisionId,
            String paymentId,
            Money amount,
            List<PlacedPart> parts,
            @Nullable SetAside setAside,
            Money open,
            @Nullable Money returned,
            @Nullable String by,
            @Nullable String replaces,
            List<PaymentDeduction> deductions) {
        this(
                on,
                decisionId,
                paymentId,
                amount,
                parts,
                setAside,
                open,
                returned,
                by,
                replaces,
                deductions,
                List.of(),
                null,
                null);
    }

    /** By a bank: of a payment that waited whole, its details. */
    public static PaymentDecided detailed(LocalDate on, PaymentDetailed fact, PaymentReceived whole) {
        return new PaymentDecided(
                on,
                fact.factId(),
                whole.paymentId(),
                whole.amount(),
                List.of(),
                null,
                Money.ZERO,
                null,
                null,
                null,
                List.of(),
                fact.payments(whole).stream()
                        .map(one -> new PaidDetail(one.paymentId(), one.amount()))
                        .toList(),
                fact.notification(),
                null);
    }

    /** The same, decided by somebody; whoever decided first is known as before. */
    public PaymentDecided decidedBy(@Nullable String somebody) {
        return signed(somebody, first);
    }

    /** The same, decided by somebody, and by another person first. */
    public PaymentDecided firstDecidedBy(@Nullable String somebody) {
        return first == null ? this : signed(by, first.decidedBy(somebody));
    }

    /** The same, where another person had decided so before. */
    public PaymentDecided confirming(FirstDecision before) {
        return signed(by, before);
    }

    private PaymentDecided signed(@Nullable String somebody, @Nullable FirstDecision before) {
        return new PaymentDecided(
                on,
                decisionId,
                paymentId,
                amount,
                parts,
                setAside,
                open,
                returned,
                somebody,
                replaces,
                deductions,
                details,
                notification,
                before);
    }

    /** Whether all of the payment is somewhere, and nothing of it twice. */
    public boolean addsUp() {
        Money sum = Stream.of(
                        parts.stream().map(PlacedPart::amount),
                        details.stream().map(PaidDetail::amount),
                        Stream.ofNullable(returned))
                .flatMap(amounts -> amounts)
                .reduce(open, Money::plus);
        return parts.stream().allMatch(part -> part.amount().exceeds(Money.ZERO))
                && details.stream().allMatch(detail -> detail.amount().exceeds(Money.ZERO))
                && amount.plus(PaymentDeduction.sum(deductions))
                        .equals(setAside == null ? sum : sum.plus(setAside.amount()));
    }

    /** Whether it is what a decision wants, on whatever day it was given. */
    public boolean isOutcomeOf(PaymentApplied decision) {
        boolean isSame = paymentId.equals(decision.paymentId())
                && Objects.equals(setAside, decision.setAside())
                && Objects.equals(replaces, decision.replaces())
                && deductions.equals(decision.deductions())
                && parts.size() == decision.parts().size();
        for (int i = 0; isSame && i < parts.size(); i++) {
            PaymentApplied.PaymentPart wanted = decision.parts().get(i);
            PlacedPart placed = parts.get(i);
            isSame = placed.orderId().equals(wanted.orderId())
                    && (wanted.amount() == null || placed.amount().equals(wanted.amount()))
                    && (wanted.payerId() == null || wanted.payerId().equals(placed.payerId()));
        }
        return isSame;
    }

    @Override
    public @Nullable String orderId() {
        return null;
    }
}
