package io.echeance.core.matching;

import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.order.Alert;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Suspended;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The register and the reference book side by side, where every question is answered at once. */
public final class InMemory {

    private final Map<String, PaymentFile> files = new HashMap<>();
    private final Map<String, Suspended> suspense = new LinkedHashMap<>();
    private final SortedMap<String, SuspenseSum> suspenseAccount = new TreeMap<>();
    private final Map<String, RuleRecord> records = new HashMap<>();
    private final RuleWatch rules = new RuleWatch(RuleWatch.RuleStore.in(records));
    private final PaymentRegister register;
    private final SuspenseReview review;
    private final PaymentReferences references = new PaymentReferences(new ReferencesInMemory());

    /** Where no seller is known. */
    public InMemory() {
        this(Set::of);
    }

    /** @param sellers whose documents' numbers are known in a text */
    public InMemory(Supplier<Set<String>> sellers) {
        Files store = new Files();
        this.register = new PaymentRegister(store, sellers, rules);
        this.review = new SuspenseReview(store);
    }

    /**
     * Takes a fact that reaches us on {@code today}.
     *
     * @return what is refused, and what is sent to its order
     */
    public List<Step.Result> take(PaymentFact fact, LocalDate today) {
        return done(register.take(fact, today), today);
    }

    /**
     * An order, a document or a number has become known on {@code today}.
     *
     * @return what is sent to it
     */
    public List<Step.Result> learn(KnownName name, LocalDate today) {
        List<Step.Result> done = new ArrayList<>();
        references.learn(name).forEach(answer -> done.addAll(done(register.take(answer, today), today)));
        return done;
    }

    /** Somebody is erased. */
    public void forget(String payer, LocalDate today) {
        references.forget(payer).forEach(answer -> done(register.take(answer, today), today));
    }

    /**
     * All that was placed by the end of {@code day} is known: a decision that waits for more is refused, and reminders
     * are held of those for whose debts what still waits may be.
     */
    public List<Step.Result> close(LocalDate day) {
        List<Step.Result> done = new ArrayList<>();
        references.close(day).forEach(answer -> done.addAll(done(register.take(answer, day), day)));
        for (String id : waiting()) {
            done.addAll(done(review.hold(id, day), day));
        }
        return done;
    }

    /** The ids under which something waits, in order of arrival. */
    private Set<String> waiting() {
        Set<String> ids = new LinkedHashSet<>();
        suspense.values().forEach(waiting -> ids.add(waiting.fact().movementId()));
        return ids;
    }

    /** What has waited too long on the morning of {@code today}. */
    public List<Alert> announce(LocalDate today) {
        List<Alert> alerts = new ArrayList<>();
        Set<String> due = new LinkedHashSet<>();
        for (Suspended waiting : suspense.values()) {
            if (!waiting.announcedOn().isAfter(today)) {
                due.add(waiting.fact().movementId());
            }
        }
        rules.hear(rules.said());
        alerts.addAll(rules.close(today.minusDays(1)));
        due.forEach(id -> review.announce(id, today).forEach(waiting -> alerts.add(waiting.alert(today))));
        return alerts;
    }

    /** What waits, in order of arrival, the announced included. */
    public List<Suspended> suspense() {
        return suspense.values().stream()
                .filter(waiting -> !waiting.cameBack() && !(waiting.fact() instanceof PaymentApplied))
                .toList();
    }

    /** Decisions that wait for a second person. */
    public List<Suspended> awaitingSecond() {
        return suspense.values().stream()
                .filter(waiting -> waiting.fact() instanceof PaymentApplied)
                .toList();
    }

    /** What waited or was set aside and has left again, and the returns that say so. */
    public List<Suspended> cameBack() {
        return suspense.values().stream().filter(Suspended::cameBack).toList();
    }

    /** What should stand in 471 of the money of each account of which statements tell. */
    public SortedMap<String, SuspenseSum> suspenseAccount() {
        return suspenseAccount;
    }

    /**
     * What each payment that waits may be meant for, by what is owed now; by payment id. One of which a person has
     * said that it waits has leads too.
     */
    public SortedMap<String, List<Lead>> leads(OpenOrders owed) {
        SortedMap<String, List<Lead>> leads = new TreeMap<>();
        for (Suspended waiting : suspense()) {
            if (waiting.fact() instanceof PaymentReceived payment && waiting.setAside() == null) {
                UsualPayer usual = usualPayer(payment);
                leads.put(payment.paymentId(), owed.leads(payment, waiting.proposals(), usual, references::alike));
            }
        }
        return leads;
    }

    private @Nullable UsualPayer usualPayer(PaymentReceived payment) {
        return Objects.requireNonNull(files.get(payment.paymentId()))
                .withId(payment.factId())
                .flatMap(AccountMemory::of)
                .orElse(null);
    }

    /** Questions come last: what follows from an answer follows all that led to the question, as in the stream. */
    private List<Step.Result> done(List<Step> steps, LocalDate today) {
        List<Step.Result> done = new ArrayList<>();
        List<Step.Asked> questions = new ArrayList<>();
        List<KnownName> names = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Asked asked -> questions.add(asked);
                case Step.Remembered(KnownName name) -> names.add(name);
                case Step.Forgotten(String key, Asker asker) -> references.forget(key, asker);
                case Step.Waits(Suspended waiting) -> suspense.put(key(waiting.fact()), waiting);
                case Step.Changed(Suspended waiting) -> suspense.put(key(waiting.fact()), waiting);
                case Step.KeptAside(Suspended waiting) -> suspense.put(key(waiting.fact()), waiting);
                case Step.Sent sent -> {
                    suspense.remove(key(sent.fact()));
                    done.add(sent);
                }
                case Step.Placed placed -> {
                    suspense.remove(key(placed.source()));
                    done.add(placed);
                }
                case Step.Withdrawn withdrawn -> done.add(withdrawn);
                case Step.RemindersHeld held -> done.add(held);
                case Step.Decided decided -> {
                    if (decided.ended() != null) {
                        suspense.remove(key(decided.ended()));
                    }
                    done.add(decided);
                }
                case Step.Divided divided -> {
                    // Where each came from is not kept here.
                }
                case Step.Refused refused -> {
                    Suspended there = suspense.get(key(refused.fact()));
                    if (there != null
                            && there.fact() instanceof PaymentApplied
                            && there.fact().equals(refused.fact())) {
                        suspense.remove(key(refused.fact()));
                    }
                    done.add(refused);
                }
                case Step.SuspenseChanged changed ->
                    suspenseAccount.merge(changed.account(), changed.more(), SuspenseSum::plus);
                case Step.Queued queued -> {
                    // Its turn comes.
                }
                case Step.Turn turn -> {
                    // What it leads to follows.
                }
            }
        }
        names.forEach(name -> done.addAll(learn(name, today)));
        for (Step.Asked asked : questions) {
            Answer answer = references.ask(asked.question(), asked.asker());
            done.addAll(done(register.take(answer, today), today));
        }
        return done;
    }

    private static String key(PaymentFact fact) {
        return fact.movementId() + " " + fact.factId();
    }

    private final class Files implements PaymentRegister.PaymentFileStore {

        @Override
        public @Nullable PaymentFile get(String id) {
            return files.get(id);
        }

        @Override
        public void put(String id, PaymentFile file) {
            files.put(id, file);
        }
    }
}
