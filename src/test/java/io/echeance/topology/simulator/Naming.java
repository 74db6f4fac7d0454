package io.echeance.topology.simulator;

import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.ReferenceText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When what a payment names was known. */
final class Naming {

    private Naming() {}

    /** The first day on which something that it names was known; in a text, the last on which something was. */
    static LocalDate since(Event event, Map<String, LocalDate> appeared) {
        Fact fact = event instanceof Event.Sent record ? record.fact() : null;
        Stream<String> named = switch (fact) {
            case PaymentReceived paid ->
                Stream.of(Stream.ofNullable(paid.named()), Stream.ofNullable(paid.orderId()))
                        .flatMap(names -> names);
            case PaymentReturned returned -> Stream.of("payment " + returned.paymentId());
            case null, default -> Stream.empty();
        };
        return named.filter(appeared::containsKey)
                .map(appeared::get)
                .min(isByNobodyKnown(fact) ? Comparator.reverseOrder() : Comparator.naturalOrder())
                .orElseGet(() -> fact instanceof PaymentReceived paid ? namedInTextOn(paid, appeared) : LocalDate.MIN);
    }

    /** An order with a funder does not say who paid, a document that is named too does. */
    private static boolean isByNobodyKnown(@Nullable Fact fact) {
        return fact instanceof PaymentReceived paid && paid.payerId() == null;
    }

    private static LocalDate namedInTextOn(PaymentReceived paid, Map<String, LocalDate> appeared) {
        if (paid.named() == null || paid.orderId() != null) {
            return LocalDate.MIN;
        }
        ReferenceText text = ReferenceText.of(paid.named());
        return appeared.entrySet().stream()
                .filter(entry -> text.names(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }
}
