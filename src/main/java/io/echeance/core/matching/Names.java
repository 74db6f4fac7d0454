package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.util.List;
import java.util.stream.Stream;

/** What a payment may be matched by. */
final class Names {

    private Names() {}

    /** Best first: the reference decides against the order id, which decides where the reference names nothing. */
    static List<String> of(PaymentReceived payment) {
        return Stream.of(Stream.ofNullable(payment.named()), Stream.ofNullable(payment.orderId()))
                .flatMap(names -> names)
                .distinct()
                .toList();
    }
}
