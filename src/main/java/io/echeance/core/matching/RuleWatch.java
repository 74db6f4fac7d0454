package io.echeance.core.matching;

import io.echeance.core.matching.PaymentFile.Filed;
import io.echeance.core.matching.PaymentFile.Whereabouts;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentAlert.RuleDemoted;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.RuleMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts how often a rule put a seller's payments to their orders, and how often persons put these elsewhere: two of
 * the last 500, and from the morning after it only proposes. An order's own id is not watched: what bears it says no
 * seller, and it is the order system's word.
 *
 * <p>Where payments lie in several partitions each says when a day ends what happened there, and hears the same of all:
 * so every one knows the same of a rule from the next day on, whoever was faster.
 */
public final class RuleWatch {

    /** What happened here and was not said to the others yet. No id of a payment is so long. */
    private static final String UNSAID = "\u0000unsaid";
    /** What was heard of all, and waits for the day to be closed. */
    private static final String HEARD = "\u0000heard";

    /** Behind it a key has the seller and the rule. */
    public static final String OF_RULE = "\u0000rule/";

    /** By payment id, how it was placed; and what the constants above say. */
    public interface RuleStore {

        /** Null: nothing is kept under this key. */
        @Nullable
        RuleRecord get(String key);

        /** @param record null: nothing more is kept */
        void put(String key, @Nullable RuleRecord record);

        /** In memory. */
        static RuleStore in(Map<String, RuleRecord> records) {
            return new RuleStore() {
                @Override
                public @Nullable RuleRecord get(String key) {
                    return records.get(key);
                }

                @Override
                public void put(String key, @Nullable RuleRecord record) {
                    if (record == null) {
                        records.remove(key);
                    } else {
                        records.put(key, record);
                    }
                }
            };
        }
    }

    private final RuleStore store;

    public RuleWatch(RuleStore store) {
        this.store = store;
    }

    /** All that a payment names is looked up: it goes where the strongest rule puts it that may, else it waits. */
    Filed settled(Filed entry, LocalDate day, List<Step> steps) {
        List<Placing> known = Placing.of(entry);
        if (known.isEmpty()) {
            return PaymentRegister.moved(entry, null, steps);
        }
        Optional<Placing> acting = known.stream()
                .filter(placing -> mode(placing) == RuleMode.APPLIES)
                .findFirst();
        if (acting.isEmpty()) {
            return known.getFirst().waits(entry, steps);
        }
        applied((PaymentReceived) entry.fact(), acting.get(), day);
        return acting.get().sent(entry, steps);
    }

    /** What the rule may do with a payment that it knows. */
    private RuleMode mode(Placing placing) {
        RuleMode mode = placing.mode();
        return mode == RuleMode.APPLIES
                        && placing.watchedSeller()
                                .filter(seller -> isDemoted(seller, Objects.requireNonNull(placing.rule())))
                                .isPresent()
                ? RuleMode.PROPOSES
                : mode;
    }

    public boolean isDemoted(String seller, MatchingRule rule) {
        return of(key(seller, rule)).demotedOn() != null;
    }

    /** A rule has put a payment to its order; what put an earlier one of this id there, which came back, is past. */
    private void applied(PaymentReceived payment, Placing placing, LocalDate day) {
        String seller = placing.watchedSeller().orElse(null);
        if (seller == null) {
            forget(payment.paymentId());
            return;
        }
        RuleUse use = new RuleUse(seller, Objects.requireNonNull(placing.rule()), day, 1, 0);
        store.put(payment.paymentId(), RuleRecord.NOTHING.and(use));
        store.put(UNSAID, of(UNSAID).and(use));
    }

    private void forget(String paymentId) {
        if (store.get(paymentId) != null) {
            store.put(paymentId, null);
        }
    }

    /**
     * A person has decided about a payment: a correction, if a rule had put it to an order that does not have all of it
     * any more. Not where it had come back and he only clears it away: the rule may have been right.
     */
    void decided(String paymentId, PaymentFile before, PaymentFile after) {
        Filed decided = after.payment().orElse(null);
        RuleRecord byRule = store.get(paymentId);
        if (byRule == null || decided == null || decided.allotment() == null) {
            return;
        }
        boolean isCorrection = before.payment()
                .filter(payment -> payment.allotment() == null && payment.state() == Whereabouts.SENT)
                .map(placed -> Objects.requireNonNull(placed.orderId()))
                .filter(order -> before.hasComeBack() ? isElsewhere(decided, order) : hasLess(decided, order))
                .isPresent();
        if (isCorrection) {
            RuleUse use = byRule.uses().getFirst();
            store.put(UNSAID, of(UNSAID).and(new RuleUse(use.seller(), use.rule(), use.appliedOn(), 0, 1)));
        }
        store.put(paymentId, null);
    }

    private static boolean isElsewhere(Filed decided, String orderId) {
        return Objects.requireNonNull(decided.allotment()).parts().stream()
                .anyMatch(part -> part.orderId() != null && !part.orderId().equals(orderId));
    }

    private static boolean hasLess(Filed decided, String orderId) {
        Money there = Objects.requireNonNull(decided.allotment()).parts().stream()
                .filter(part -> orderId.equals(part.orderId()))
                .map(PaymentReceived::amount)
                .reduce(Money.ZERO, Money::plus);
        return ((PaymentReceived) decided.fact()).amount().exceeds(there);
    }

    /** What happened here since this was asked last. */
    public List<RuleUse> said() {
        List<RuleUse> unsaid = of(UNSAID).uses();
        if (!unsaid.isEmpty()) {
            store.put(UNSAID, null);
        }
        return unsaid;
    }

    /** What happened somewhere, also here. */
    public void hear(List<RuleUse> uses) {
        RuleRecord heard = of(HEARD);
        for (RuleUse use : uses) {
            heard = heard.and(use);
        }
        store.put(HEARD, heard);
    }

    /** All of a day was heard: the rules that only propose from the morning after on. */
    public List<RuleDemoted> close(LocalDate day) {
        List<RuleDemoted> demoted = new ArrayList<>();
        List<RuleUse> heard = of(HEARD).uses();
        for (RuleUse use : heard) {
            String key = key(use.seller(), use.rule());
            store.put(key, of(key).and(use));
        }
        for (RuleUse use : heard) {
            String key = key(use.seller(), use.rule());
            RuleRecord before = of(key);
            RuleRecord closed = before.closed(day);
            if (before.demotedOn() == null && closed.demotedOn() != null) {
                demoted.add(new RuleDemoted(day.plusDays(1), use.seller(), use.rule()));
            }
            store.put(key, closed);
        }
        if (!heard.isEmpty()) {
            store.put(HEARD, null);
        }
        return demoted;
    }

    private RuleRecord of(String key) {
        return Objects.requireNonNullElse(store.get(key), RuleRecord.NOTHING);
    }

    private static String key(String seller, MatchingRule rule) {
        return OF_RULE + seller + "/" + rule;
    }
}
