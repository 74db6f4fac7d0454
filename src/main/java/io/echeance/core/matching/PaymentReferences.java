package io.echeance.core.matching;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What orders, documents and numbers are called. The first meaning of a name stands; whoever asked for one that is not
 * known is answered again as soon as it is.
 */
public final class PaymentReferences {

    /** Who asks: a payment, and the fact that bears it. */
    public record Asker(String paymentId, String factId) {}

    /** @param orderId null: the name leads to no order yet */
    public record Answer(Asker asker, String name, @Nullable String orderId) {}

    /** What is kept under each name. */
    public interface ReferenceStore {

        /** Null: it is not known. */
        @Nullable
        String orderOf(String name);

        void learn(String name, String orderId);

        void await(String name, Asker asker);

        void forget(String name, Asker asker);

        /** Those who wait for a name. */
        List<Asker> waiting(String name);
    }

    private final ReferenceStore store;

    public PaymentReferences(ReferenceStore store) {
        this.store = store;
    }

    public Answer ask(String name, Asker asker) {
        String orderId = store.orderOf(name);
        if (orderId == null) {
            store.await(name, asker);
        }
        return new Answer(asker, name, orderId);
    }

    /** Who asked has found its order elsewhere. */
    public void forget(String name, Asker asker) {
        store.forget(name, asker);
    }

    /** A name has become known; what waited for it is answered, by payment id, whoever came first. */
    public List<Answer> learn(String name, String orderId) {
        if (store.orderOf(name) != null) {
            return List.of();
        }
        store.learn(name, orderId);
        List<Asker> waiting = store.waiting(name).stream()
                .sorted(Comparator.comparing(Asker::paymentId).thenComparing(Asker::factId))
                .toList();
        waiting.forEach(asker -> store.forget(name, asker));
        return waiting.stream().map(asker -> new Answer(asker, name, orderId)).toList();
    }
}
