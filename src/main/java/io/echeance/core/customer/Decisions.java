package io.echeance.core.customer;

import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.Judgement.Tomorrow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people have decided about a customer, as it counts on a day. Of decisions about one thing the last counts, by
 * its day, then by its id.
 */
record Decisions(List<StandingDecided> all, @Nullable CreditLimitSet limit, LocalDate today) {

    /** Of two of one limit, whichever came first. */
    private static final Comparator<CustomerFact> LATER =
            Comparator.comparing(CustomerFact::on).thenComparing(CustomerFact::factId);

    static Decisions of(List<CustomerFact> facts, LocalDate today, Tomorrow tomorrow) {
        List<StandingDecided> all = new ArrayList<>();
        CreditLimitSet limit = null;
        for (CustomerFact fact : facts) {
            switch (fact) {
                case StandingDecided decision -> {
                    tomorrow.wakeOn(decision.on());
                    tomorrow.wakeOn(
                            decision.until() == null ? null : decision.until().plusDays(1));
                    if (!decision.on().isAfter(today)) {
                        all.add(decision);
                    }
                }
                case CreditLimitSet set -> {
                    tomorrow.wakeOn(set.on());
                    tomorrow.wakeOn(set.until() == null ? null : set.until().plusDays(1));
                    if (!set.on().isAfter(today) && (limit == null || LATER.compare(limit, set) < 0)) {
                        limit = set;
                    }
                }
                case MailingSent sent -> {}
                case MailingFailed failed -> {}
                case RightAsked asked -> tomorrow.wakeOn(asked.on());
                case RightAnswered answered -> tomorrow.wakeOn(answered.on());
            }
        }
        // Of two of one day the one that came later, which may have been made to replace the other.
        all.sort(Comparator.comparing(CustomerFact::on));
        boolean isOver = limit != null && limit.until() != null && today.isAfter(limit.until());
        return new Decisions(all, isOver ? null : limit, today);
    }

    private List<StandingDecided> about(StandingKind kind) {
        return all.stream().filter(decision -> decision.kind() == kind).toList();
    }

    /** What a person has accepted and still holds; null: nothing. */
    @Nullable
    StandingDecided accepted(StandingKind kind) {
        List<StandingDecided> about = about(kind);
        StandingDecided last = about.isEmpty() ? null : about.getLast();
        return last != null
                        && last.outcome() == DecisionOutcome.ACCEPTED
                        && last.until() != null
                        && !today.isAfter(last.until())
                ? last
                : null;
    }

    /** Whether a person has said no to it on this ground. */
    boolean isRefusedOn(StandingKind kind, StandingGround ground) {
        return about(kind).stream()
                .filter(decision -> decision.outcome() != DecisionOutcome.ACCEPTED)
                .anyMatch(decision -> decision.grounds().isEmpty()
                        ? !ground.on().isAfter(decision.on())
                        : decision.grounds().contains(ground.key()));
    }

    /** What a proposal rests on: a debt or a dispute, and since when. */
    record StandingGround(String key, LocalDate on) {}
}
