package io.echeance.bench;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.document.SampleParties;
import io.echeance.topology.Installation;
import io.echeance.topology.Topic;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The orders of the benchmarks: a training of two days, ordered by a professional, three weeks ahead. */
final class Training {

    static final Money NET = Money.of("2400.00");
    static final String GROSS = "2880.00";
    static final int CUSTOMERS = 100;

    /** Days from the order to the delivery. */
    static final int AHEAD = 21;

    private Training() {}

    static void customers(Installation installation) {
        for (int n = 0; n < CUSTOMERS; n++) {
            String id = "CUSTOMER-" + n;
            installation.publish(Topic.PARTIES, id, SampleParties.of(id, PayerKind.PROFESSIONAL));
        }
    }

    static String customer(int n) {
        return "CUSTOMER-" + n % CUSTOMERS;
    }

    static void order(Installation installation, String id, int n, LocalDate on) {
        installation.publish(
                Topic.ORDERS,
                id,
                new OrderPlaced(
                        "placed-" + id,
                        id,
                        on,
                        "technolowgic",
                        new Customer(customer(n), Quality.PROFESSIONAL),
                        List.of(new OrderLine(OrderLine.LineKind.TUITION, "Training", NET)),
                        new Service(on.plusDays(AHEAD), on.plusDays(AHEAD + 1), List.of()),
                        null,
                        null,
                        List.of(),
                        false));
    }

    static void deliver(Installation installation, String id, LocalDate on) {
        installation.publish(Topic.ORDERS, id, new ServiceDelivered("done-" + id, id, on, BigDecimal.ONE));
    }

    static void pay(Installation installation, String id, int n, LocalDate on) {
        installation.publish(
                Topic.PAYMENTS,
                "P-" + id,
                new PaymentReceived(
                        "paid-" + id, id, on, "P-" + id, customer(n), Money.of(GROSS), Method.TRANSFER, id));
    }
}
