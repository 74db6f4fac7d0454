package io.echeance.topology.simulator;

import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.util.SplittableRandom;

/** How payments of a few orders, S-1 to S-3, are told. */
final class Wording {

    private final SplittableRandom random;
    /** Of its own: which seeds play what must not change. */
    private final SplittableRandom unknown;

    private final boolean numbers;

    /** @param numbers whether some name an invoice's number, which depends on who was numbered first */
    Wording(SplittableRandom random, SplittableRandom unknown, boolean numbers) {
        this.random = random;
        this.unknown = unknown;
        this.numbers = numbers;
    }

    /** Payments of orders side by side have ids of their own, and name their order in all the ways there are. */
    Fact of(Fact fact, int order) {
        return switch (fact) {
            case PaymentReceived paid -> {
                String orderId = paid.orderId();
                String text = switch (random.nextInt(13)) {
                    case 0 -> orderId + "/" + paid.payerId() + "/INVOICE/1";
                    case 1 -> random.nextBoolean() ? "no idea" : null;
                    case 2 -> null;
                    case 3 -> "VIR SEPA " + orderId + " MERCI";
                    case 4 -> "CDE " + orderId + " ET S-" + random.nextInt(1, 4);
                    case 5 -> numbers ? "FACTURE TECHNOLOWGIC 2026 00000" + random.nextInt(1, 4) : paid.reference();
                    default -> paid.reference();
                };
                yield new PaymentReceived(
                        paid.factId() + "-" + order,
                        text == null || random.nextBoolean() ? orderId : null,
                        paid.on(),
                        paid.paymentId() + "-" + order,
                        unknown.nextInt(4) == 0 ? null : paid.payerId(),
                        paid.amount(),
                        paid.method(),
                        text);
            }
            case PaymentApplied decision ->
                new PaymentApplied(
                        decision.factId() + "-" + order,
                        decision.on(),
                        decision.paymentId() + "-" + order,
                        decision.parts().stream().map(this::worded).toList(),
                        decision.setAside(),
                        decision.by(),
                        decision.replaces() == null ? null : decision.replaces() + "-" + order);
            case PaymentDetailed detailed ->
                new PaymentDetailed(
                        detailed.factId() + "-" + order,
                        detailed.on(),
                        detailed.paymentId() + "-" + order,
                        detailed.details(),
                        detailed.notification());
            case PaymentReturned returned ->
                new PaymentReturned(
                        returned.factId() + "-" + order,
                        returned.orderId(),
                        returned.on(),
                        returned.paymentId() + "-" + order,
                        returned.reason());
            case Fact other -> other;
        };
    }

    private PaymentPart worded(PaymentPart part) {
        String orderId = unknown.nextInt(3) == 0 ? "S-" + unknown.nextInt(1, 4) : part.orderId();
        return new PaymentPart(orderId, part.payerId(), part.amount(), part.document());
    }
}
