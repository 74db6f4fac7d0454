package io.echeance.query.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Sentence;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.query.command.Postbox;
import io.echeance.query.http.Problem.Kind;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts what people say about a customer, and waits a moment for whether it is taken. */
final class CustomerPost {

    /** In which a customer's partition takes it, or says that it does not, if there is nothing wrong. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Shelves shelves;
    private final Postbox postbox;

    CustomerPost(Shelves shelves, Postbox postbox) {
        this.shelves = shelves;
        this.postbox = postbox;
    }

    /** @throws Problem if it cannot be read */
    static <F extends CustomerFact> F read(Class<F> type, ObjectNode node) {
        try {
            return RecordJson.readWhole(type, node);
        } catch (Unreadable e) {
            throw Problem.malformed(e.said());
        }
    }

    /**
     * Unless that was done: told again on a later day, a decision that names no day is still the same.
     *
     * @param saidBefore why it is refused where something else stands under its id
     * @return what was posted under its id
     */
    CustomerFact post(CustomerFact fact, boolean isDated, Sentence saidBefore) throws TemporarilyUnavailable {
        Refusal byItself = CustomerAdmission.refusal(fact);
        if (byItself != null) {
            throw Problem.refused(byItself);
        }
        Optional<CustomerFact> before = before(fact);
        if (before.isPresent()) {
            if (!isSame(before.get(), fact, isDated)) {
                throw new Problem(Kind.CONTRADICTION, saidBefore, null);
            }
            return before.get();
        }
        postbox.post(fact);
        new Arrival(postbox, PATIENCE)
                .of(
                        fact.factId(),
                        () -> taken(fact),
                        refusal -> refusal.reason() == Reason.CONTRADICTS_EARLIER_FACT
                                ? new Problem(Kind.CONTRADICTION, saidBefore, null)
                                : Problem.refused(refusal));
        return fact;
    }

    private static boolean isSame(CustomerFact before, CustomerFact fact, boolean isDated) {
        ObjectNode one = RecordJson.write(before);
        ObjectNode other = RecordJson.write(fact);
        if (!isDated) {
            one.remove("on");
            other.remove("on");
        }
        // What a person asked for is one, whoever notes it.
        if (fact instanceof RightAsked || fact instanceof RightAnswered) {
            one.remove("by");
            other.remove("by");
        }
        // Words that lie under seal cannot be compared just now.
        if (before.equals(before.withoutWords())) {
            List.of(one, other).forEach(written -> written.remove(List.of("reason", "identity", "by")));
        }
        return one.equals(other);
    }

    /** Whether something stands under its id: taken, or posted and under way. */
    boolean isKnown(CustomerFact fact) throws TemporarilyUnavailable {
        return before(fact).isPresent();
    }

    private Optional<CustomerFact> before(CustomerFact fact) throws TemporarilyUnavailable {
        Optional<CustomerFact> taken = taken(fact);
        return taken.isPresent() ? taken : postbox.posted(key(fact), fact.factId());
    }

    /** As the customer's partition has it, if it is on this instance; what another one has, that one refuses. */
    private Optional<CustomerFact> taken(CustomerFact fact) throws TemporarilyUnavailable {
        CustomerKey customer = key(fact);
        return shelves.allHere().stream()
                .flatMap(shelf -> Stream.ofNullable(shelf.customers())
                        .flatMap(of -> Stream.ofNullable(of.customer(customer, shelf.today()))))
                .flatMap(view -> view.decisions().stream())
                .filter(one -> one.factId().equals(fact.factId()))
                .findFirst();
    }

    private static CustomerKey key(CustomerFact fact) {
        return new CustomerKey(fact.seller(), fact.customer());
    }
}
