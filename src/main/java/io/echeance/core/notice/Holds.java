package io.echeance.core.notice;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Situation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holds dunning back (<i>litige, promesse de paiement, délai de grâce, procédure collective</i>).
 *
 * <p>A hold is in force from its date up to {@code until}, included, or up to the day before its release. While one is
 * in force no step of its payer is issued; interest runs on, but for an insolvency.
 */
public final class Holds {

    /**
     * @param lastDay last day in force, included; null: open
     * @param released whether a release, not its own {@code until}, ended it
     */
    public record Hold(
            String holdId,
            String payer,
            HoldReason reason,
            LocalDate from,
            @Nullable LocalDate lastDay,
            boolean released,
            @Nullable Money promised) {

        public boolean isInForceOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    private final List<Hold> holds = new ArrayList<>();

    public static Holds of(Situation situation) {
        Holds all = new Holds();
        for (DunningHeld held : situation.holds()) {
            LocalDate until = held.until();
            boolean released = false;
            for (DunningReleased release : situation.releases()) {
                LocalDate last = release.on().minusDays(1);
                if (release.holdId().equals(held.holdId()) && (until == null || last.isBefore(until))) {
                    until = last;
                    released = true;
                }
            }
            String payer = held.payerId() == null ? situation.customer() : situation.payerOf(held.payerId());
            all.holds.add(new Hold(held.holdId(), payer, held.reason(), held.on(), until, released, held.amount()));
        }
        return all;
    }

    public boolean areInForce(String payer, LocalDate day) {
        return inForce(payer, day) != null;
    }

    public List<Hold> inForce(LocalDate day) {
        return holds.stream().filter(hold -> hold.isInForceOn(day)).toList();
    }

    /** What a payer disputes, or has disputed (<i>litiges</i>). */
    public List<Hold> disputes(String payer) {
        return of(payer, HoldReason.DISPUTE);
    }

    public List<Hold> promisesOf(String payer) {
        return of(payer, HoldReason.PROMISE);
    }

    private List<Hold> of(String payer, HoldReason reason) {
        return holds.stream()
                .filter(hold -> hold.reason() == reason && hold.payer().equals(payer))
                .toList();
    }

    /** The first day from {@code day} on without a hold on the payer; null: none is in sight. */
    public @Nullable LocalDate firstFreeDay(String payer, LocalDate day) {
        LocalDate free = day;
        Hold hold = inForce(payer, free);
        while (hold != null) {
            if (hold.lastDay() == null) {
                return null;
            }
            free = hold.lastDay().plusDays(1);
            hold = inForce(payer, free);
        }
        return free;
    }

    private @Nullable Hold inForce(String payer, LocalDate day) {
        for (Hold hold : holds) {
            if (hold.payer().equals(payer) && hold.isInForceOn(day)) {
                return hold;
            }
        }
        return null;
    }

    /**
     * The insolvencies of a payer: interest stops with each, from its date (Code de commerce, L622-28; domain
     * specification, 8: "an insolvency hold", whichever it is). There are several where one was entered by mistake and
     * released, or where other proceedings follow; they may overlap.
     */
    public List<Hold> insolvencies(String payer) {
        return of(payer, HoldReason.INSOLVENCY);
    }

    /** Promises that ran to their last day, and so have to be judged on the day after it. */
    public List<Hold> promisesRunOut() {
        return holds.stream()
                .filter(hold -> hold.reason() == HoldReason.PROMISE && hold.lastDay() != null && !hold.released())
                .toList();
    }
}
