package io.echeance.topology;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Facts for tests: Technolowgic sells ACME a training. */
final class Facts {

    static final String CUSTOMER = "ACME";

    private Facts() {}

    /** A training of two days, three weeks after the order. */
    static OrderPlaced order(String orderId, LocalDate on) {
        return orderOf(CUSTOMER, orderId, on);
    }

    /** The same of another customer: while money of one waits, the reminders of all that he ordered are held. */
    static OrderPlaced orderOf(String customer, String orderId, LocalDate on) {
        return orderOf(customer, orderId, on, later(on));
    }

    static OrderPlaced orderOf(String customer, String orderId, LocalDate on, Service service) {
        return order(customer, orderId, on, service, "technolowgic", "2400.00");
    }

    static OrderPlaced order(String orderId, LocalDate on, String termsId, String net) {
        return order(CUSTOMER, orderId, on, later(on), termsId, net);
    }

    private static Service later(LocalDate on) {
        return new Service(on.plusDays(21), on.plusDays(22), List.of());
    }

    private static OrderPlaced order(
            String customer, String orderId, LocalDate on, Service service, String termsId, String net) {
        return new OrderPlaced(
                "placed-" + orderId,
                orderId,
                on,
                termsId,
                new Customer(customer, Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of(net))),
                service,
                null,
                null,
                List.of(),
                false);
    }

    static PaymentReceived payment(String paymentId, @Nullable String reference, LocalDate on) {
        return payment("told-" + paymentId, paymentId, null, reference, on, "2880.00");
    }

    static PaymentReceived paymentOf(String customer, String paymentId, String reference, LocalDate on) {
        return new PaymentReceived(
                "told-" + paymentId, null, on, paymentId, customer, Money.of("2880.00"), Method.TRANSFER, reference);
    }

    static PaymentReceived payment(
            String factId,
            String paymentId,
            @Nullable String orderId,
            @Nullable String reference,
            LocalDate on,
            String amount) {
        return new PaymentReceived(
                factId, orderId, on, paymentId, CUSTOMER, Money.of(amount), Method.TRANSFER, reference);
    }

    /** What the core asks for them, each known on its own day and no day closed. */
    static List<Document> documents(Fact... facts) {
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        return Stream.of(facts)
                .flatMap(fact -> book.take(fact, fact.on()).stream())
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }

    /** @param amountsAndReferences of the payments of which a sum was made, in turn */
    static PaymentDetailed detailed(String factId, LocalDate on, String sum, String... amountsAndReferences) {
        List<PaymentDetail> details = new ArrayList<>();
        for (int n = 0; n < amountsAndReferences.length; n += 2) {
            details.add(new PaymentDetail(Money.of(amountsAndReferences[n]), null, amountsAndReferences[n + 1]));
        }
        return new PaymentDetailed(factId, on, sum, details, "N-1");
    }
}
