package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Period;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Price;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.VatRate;
import io.echeance.core.terms.VatRegime;
import io.echeance.core.vat.Vat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which amounts a fact may name. What is asked for and what can be paid have one limit: nobody owes what no payment
 * could settle.
 */
public final class Amounts {

    /** Of a payment, and of an order with its VAT. */
    public static final Money LARGEST = Money.of("99999999.99");

    private Amounts() {}

    /** @param terms that bind the order; null: they are not known, and VAT is not counted */
    public static @Nullable Refusal refused(Fact fact, @Nullable Terms terms) {
        List<OrderLine> lines = lines(fact);
        String tooLittle = tooLittle(lines);
        if (tooLittle != null) {
            return notPositive(tooLittle);
        }
        Money notPositive = Stream.concat(
                        others(fact).filter(amount -> !amount.isPositive()),
                        returned(fact).filter(Money::isZero))
                .findFirst()
                .orElse(null);
        if (notPositive != null) {
            return notPositive("an amount must be positive, not " + notPositive);
        }
        Money tooLarge = Stream.of(lines.stream().map(OrderLine::net), others(fact), returned(fact), grantOf(fact))
                .flatMap(amounts -> amounts)
                .filter(amount -> amount.isBeyond(LARGEST))
                .findFirst()
                .orElse(null);
        if (tooLarge != null) {
            return tooLarge("no amount exceeds " + LARGEST + ", as " + tooLarge + " does");
        }
        Money asked = asked(fact, lines, terms);
        return asked.exceeds(LARGEST)
                ? tooLarge("with VAT it asks for " + asked + ", more than the " + LARGEST + " that one payment can pay")
                : vat(lines, terms);
    }

    /** A line below 0.00 is a discount: of no rate may it take more than there is, nor leave nothing in all. */
    private static @Nullable String tooLittle(List<OrderLine> lines) {
        if (lines.isEmpty() || lines.stream().anyMatch(line -> line.net().isBeyond(LARGEST))) {
            return null;
        }
        Price price = Price.of(lines);
        for (Map.Entry<VatRate, Money> rate : price.byRate().entrySet()) {
            if (rate.getValue().isNegative()) {
                return "discounts exceed what is sold at the rate " + rate.getKey() + ", by "
                        + rate.getValue().negate() + ": a discount names the rate of what it is for";
            }
        }
        return price.total().isZero() ? "an order of 0.00 in all asks for nothing" : null;
    }

    /** Who charges no VAT sells nothing at a rate of it. */
    private static @Nullable Refusal vat(List<OrderLine> lines, @Nullable Terms terms) {
        return terms == null
                        || terms.vat() == VatRegime.STANDARD
                        || lines.stream().allMatch(line -> line.vat() == null)
                ? null
                : new Refusal(Reason.VAT_NOT_ALLOWED, terms.name() + " charges no VAT: its lines name no rate");
    }

    private static Refusal notPositive(String sentence) {
        return new Refusal(Reason.AMOUNT_NOT_POSITIVE, sentence);
    }

    private static Refusal tooLarge(String sentence) {
        return new Refusal(Reason.AMOUNT_TOO_LARGE, sentence);
    }

    private static List<OrderLine> lines(Fact fact) {
        if (fact instanceof OrderPlaced order) {
            return order.lines();
        }
        return fact instanceof OrderAmended amended ? amended.lines() : List.of();
    }

    /** All that one debtor may come to owe of the price: it all, if no funder pays, and the file fee besides. */
    private static Money asked(Fact fact, List<OrderLine> lines, @Nullable Terms terms) {
        Price price = Price.of(lines);
        FundingTerms funding = terms == null ? null : terms.funding();
        if (funding != null && funding.fileFee() != null && isFunded(fact)) {
            price = price.plus(OrderLine.LineKind.TUITION, funding.fileFee());
        }
        // Beyond all bounds already, where VAT could overflow.
        return terms == null || price.total().exceeds(LARGEST)
                ? price.total()
                : Vat.gross(price, terms.vat(), fact.on());
    }

    private static boolean isFunded(Fact fact) {
        return fact instanceof OrderPlaced order
                && order.funding().stream().anyMatch(request -> request.mode() == FundingRequest.Mode.SUBROGATION);
    }

    /** With its sign: below 0.00 it takes back what we paid. */
    private static Stream<Money> returned(Fact fact) {
        return fact instanceof PaymentReturned returned ? Stream.ofNullable(returned.amount()) : Stream.empty();
    }

    /** Of a refusal too, where it may say 0.00. */
    private static Stream<Money> grantOf(Fact fact) {
        return fact instanceof FundingDecided decided ? Stream.ofNullable(decided.granted()) : Stream.empty();
    }

    /** All but the prices of lines. */
    private static Stream<Money> others(Fact fact) {
        if (fact instanceof OrderPlaced order) {
            return Stream.of(
                            order.service().periods().stream().map(Period::net),
                            order.funding().stream().map(FundingRequest::requested),
                            Stream.ofNullable(order.deposit()))
                    .flatMap(amounts -> amounts);
        }
        if (fact instanceof PaymentReceived payment) {
            return Stream.concat(Stream.of(payment.amount()), Stream.ofNullable(payment.bankFee()));
        }
        if (fact instanceof PaymentApplied applied) {
            return Stream.concat(
                    applied.parts().stream()
                            .map(PaymentApplied.PaymentPart::amount)
                            .filter(Objects::nonNull),
                    Stream.concat(
                            Stream.ofNullable(applied.setAside()).map(SetAside::amount),
                            applied.deductions().stream().map(PaymentDeduction::amount)));
        }
        if (fact instanceof PaymentDetailed detailed) {
            return detailed.details().stream().map(PaymentDetail::amount);
        }
        if (fact instanceof RefundPaid refund) {
            return Stream.of(refund.amount());
        }
        if (fact instanceof FundingDecided decided) {
            return decided.outcome() == Outcome.GRANTED ? grantOf(decided) : Stream.empty();
        }
        return fact instanceof DunningHeld held ? Stream.ofNullable(held.amount()) : Stream.empty();
    }
}
