package io.echeance.core.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What orders, documents and numbers are called. The first meaning of a name stands. Names that are alike stand under
 * one key; whoever asked for one that is not known is answered again whenever one of that key is. A question that
 * closes with a day is answered for the last time when all of that day is known.
 */
public final class PaymentReferences {

    /** So many names that are alike are said; any other is found by its exact name. */
    private static final int MOST_ALIKE = 20;

    /** So many orders of a payer are held while his money waits. */
    static final int MOST_OF_A_PAYER = 10;

    private static final Comparator<Asker> BY_PAYMENT =
            Comparator.comparing(Asker::paymentId).thenComparing(Asker::factId);
    private static final Comparator<Closing> ORDER =
            Comparator.comparing(Closing::asker, BY_PAYMENT).thenComparing(Closing::key);

    /** Who asks: a payment, and the fact that bears it. */
    public record Asker(String paymentId, String factId) {}

    /**
     * @param names what is known under the key, as far as it was asked for
     * @param waits it is answered again, until it is forgotten
     * @see PaymentReferences#close
     */
    public record Answer(Asker asker, String key, List<KnownName> names, boolean waits) {

        public Answer {
            names = List.copyOf(names);
        }

        /** The day is over: what is not known by now never was. */
        private static Answer last(Closing closing) {
            return new Answer(closing.asker(), closing.key(), List.of(), false);
        }
    }

    /** A question that closes with a day. */
    public record Closing(String key, Asker asker) {}

    /** What is kept. */
    public interface ReferenceStore {

        /** By exact name, of those that are kept by it. Null: it is not. */
        @Nullable
        String orderOf(String name);

        /** Keeps what is found by its exact name only. */
        void learn(String name, String orderId);

        /** Names that are alike, by their key; each is found by its exact name too. */
        List<KnownName> alike(String key);

        /** @param names none: nothing is kept under it any more */
        void learnAlike(String key, List<KnownName> names);

        /** Accounts as whose that somebody's payments are known which came from them. */
        List<String> accountsOf(String payer);

        /** For good: somebody was erased. */
        void erase(String payer);

        boolean isErased(String payer);

        /** @param closesOn null: as long as it takes */
        void await(String key, Asker asker, @Nullable LocalDate closesOn);

        void forget(String key, Asker asker);

        /** Those who wait for a key. */
        List<Asker> waiting(String key);

        /** Those who wait no longer than to the end of this day, or of one before it. */
        List<Closing> closing(LocalDate day);
    }

    private final ReferenceStore store;

    public PaymentReferences(ReferenceStore store) {
        this.store = store;
    }

    public Answer ask(Question question, Asker asker) {
        List<KnownName> names = new ArrayList<>();
        List<KnownName> kept = store.alike(question.key());
        for (String exact : question.exact()) {
            String orderId = orderOf(exact, kept);
            if (orderId != null) {
                names.add(exact(exact, orderId, kept));
            }
        }
        boolean waits = question.waits(names);
        if (waits) {
            store.await(question.key(), asker, question.closesOn());
        }
        if (waits || question.whoPays()) {
            for (KnownName alike : kept) {
                names.removeIf(name -> name.name().equals(alike.name()));
                names.add(alike);
            }
        }
        return new Answer(asker, question.key(), names, waits);
    }

    /** Whose it is costs the more the more often it is said: it is, where a rule may not simply apply. */
    private static KnownName exact(String name, String orderId, List<KnownName> alike) {
        return alike.stream()
                .filter(known -> known.name().equals(name) && !known.rules().isEmpty())
                .findFirst()
                .orElseGet(() -> new KnownName(name, orderId, List.of()));
    }

    private @Nullable String orderOf(String name, List<KnownName> alike) {
        for (KnownName known : alike) {
            if (known.name().equals(name)) {
                return known.orderId();
            }
        }
        return store.orderOf(name);
    }

    /** What is known under a key. */
    List<KnownName> alike(String key) {
        return store.alike(key);
    }

    /** Who asked has found its order elsewhere. */
    public void forget(String key, Asker asker) {
        store.forget(key, asker);
    }

    /**
     * All that was placed by the end of {@code day} is known: who wanted to know no longer than that is answered for
     * the last time.
     */
    public List<Answer> close(LocalDate day) {
        List<Closing> closing = store.closing(day);
        closing.forEach(one -> store.forget(one.key(), one.asker()));
        return closing.stream().sorted(ORDER).map(Answer::last).toList();
    }

    /** Of a payer's orders the last by their ids: whichever came first does not show. */
    private static List<KnownName> withoutTheFirst(List<KnownName> some, KnownName more) {
        List<KnownName> all = new ArrayList<>(some);
        all.add(more);
        all.sort(Comparator.comparing(KnownName::name));
        return all.size() > MOST_OF_A_PAYER ? all.subList(1, all.size()) : all;
    }

    /** Whoever waits is told all that is known of an account from now on. */
    private List<Answer> remember(String key, List<KnownName> before, List<KnownName> after) {
        if (after.equals(before)) {
            return List.of();
        }
        store.learnAlike(key, after);
        return store.waiting(key).stream()
                .sorted(BY_PAYMENT)
                .map(asker -> new Answer(asker, key, after, true))
                .toList();
    }

    /** Somebody is erased: no account is known any more as one that paid for him, nor ever again. */
    public List<Answer> forget(String payer) {
        store.erase(payer);
        List<Answer> answers = new ArrayList<>();
        for (String key : store.accountsOf(payer)) {
            List<KnownName> before = store.alike(key);
            answers.addAll(remember(key, before, AccountMemory.without(before, payer)));
        }
        return answers;
    }

    /** A name has become known; what waited for its key is answered, by payment id, whoever came first. */
    public List<Answer> learn(KnownName known) {
        String key = known.key();
        List<KnownName> alike = store.alike(key);
        if (known.isOfAccount()) {
            boolean isOfErased = known.payers().stream().anyMatch(store::isErased);
            return remember(
                    key, alike, isOfErased ? AccountMemory.withoutIts(alike, known) : AccountMemory.with(alike, known));
        }
        if (orderOf(known.name(), alike) != null) {
            return List.of();
        }
        if (known.isOfPayer()) {
            store.learnAlike(key, withoutTheFirst(alike, known));
        } else if (!known.payers().isEmpty() && alike.size() < MOST_ALIKE) {
            List<KnownName> all = new ArrayList<>(alike);
            all.add(known);
            store.learnAlike(key, all);
        } else {
            store.learn(known.name(), known.orderId());
        }
        return store.waiting(key).stream()
                .sorted(BY_PAYMENT)
                .map(asker -> new Answer(asker, key, List.of(known), true))
                .toList();
    }
}
