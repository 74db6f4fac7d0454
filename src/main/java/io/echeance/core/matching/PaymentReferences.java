package io.echeance.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What orders, documents and numbers are called. The first meaning of a name stands. Names that are alike stand under
 * one key; whoever asked for one that is not known is answered again whenever one of that key is.
 */
public final class PaymentReferences {

    /** So many names that are alike are said; any other is found by its exact name. */
    private static final int MOST_ALIKE = 20;

    /** Who asks: a payment, and the fact that bears it. */
    public record Asker(String paymentId, String factId) {}

    /**
     * @param names what is known under the key, as far as it was asked for
     * @param waits it is answered again, until it is forgotten
     */
    public record Answer(Asker asker, String key, List<KnownName> names, boolean waits) {

        public Answer {
            names = List.copyOf(names);
        }
    }

    /** What is kept. */
    public interface ReferenceStore {

        /** By exact name, of those that are kept by it. Null: it is not. */
        @Nullable
        String orderOf(String name);

        /** Keeps what is found by its exact name only. */
        void learn(String name, String orderId);

        /** Names that are alike, by their key; each is found by its exact name too. */
        List<KnownName> alike(String key);

        void learnAlike(String key, List<KnownName> names);

        void await(String key, Asker asker);

        void forget(String key, Asker asker);

        /** Those who wait for a key. */
        List<Asker> waiting(String key);
    }

    private final ReferenceStore store;

    public PaymentReferences(ReferenceStore store) {
        this.store = store;
    }

    public Answer ask(Question question, Asker asker) {
        List<KnownName> names = new ArrayList<>();
        List<KnownName> kept = store.alike(question.key());
        boolean waits = true;
        for (String exact : question.exact()) {
            String orderId = orderOf(exact, kept);
            if (orderId != null) {
                waits &= !exact.equals(question.exact().getFirst());
                names.add(new KnownName(exact, orderId, List.of()));
            }
        }
        if (waits) {
            store.await(question.key(), asker);
        }
        if (waits || question.whoPays()) {
            for (KnownName alike : kept) {
                names.removeIf(name -> name.name().equals(alike.name()));
                names.add(alike);
            }
        }
        return new Answer(asker, question.key(), names, waits);
    }

    private @Nullable String orderOf(String name, List<KnownName> alike) {
        for (KnownName known : alike) {
            if (known.name().equals(name)) {
                return known.orderId();
            }
        }
        return store.orderOf(name);
    }

    /** Who asked has found its order elsewhere. */
    public void forget(String key, Asker asker) {
        store.forget(key, asker);
    }

    /** A name has become known; what waited for its key is answered, by payment id, whoever came first. */
    public List<Answer> learn(KnownName known) {
        String key = known.key();
        List<KnownName> alike = store.alike(key);
        if (orderOf(known.name(), alike) != null) {
            return List.of();
        }
        if (!known.payers().isEmpty() && alike.size() < MOST_ALIKE) {
            List<KnownName> all = new ArrayList<>(alike);
            all.add(known);
            store.learnAlike(key, all);
        } else {
            store.learn(known.name(), known.orderId());
        }
        return store.waiting(key).stream()
                .sorted(Comparator.comparing(Asker::paymentId).thenComparing(Asker::factId))
                .map(asker -> new Answer(asker, key, List.of(known), true))
                .toList();
    }
}
