package io.echeance.core.decision;

import io.echeance.core.invoicing.Billing;
import io.echeance.core.invoicing.Requirement;
import io.echeance.core.lateness.Delay;
import io.echeance.core.lateness.Interest;
import io.echeance.core.lateness.RecoveryFeeGround;
import io.echeance.core.money.Money;
import io.echeance.core.notice.FormalNotice;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.Outstanding;
import io.echeance.core.order.PenaltyKey;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.LateTerms.RecoveryFee;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.vat.Taxation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lateness costs the customer: interest and the recovery fee (<i>pénalités, indemnité forfaitaire</i>). Never a
 * funder. Whatever the terms say, a consumer owes no recovery fee and no interest before a formal notice (Code de
 * commerce, L441-10 and D441-5, bind professionals; Code civil, 1231-6 and 1344-1).
 */
final class Penalties {

    private final Situation situation;
    private final StatutoryRates rates;
    private final Holds holds;
    private final Pen pen;
    private final Clauses clauses;
    private final Map<String, Interest> workedOut = new HashMap<>();

    Penalties(Situation situation, StatutoryRates rates, Holds holds, Pen pen) {
        this.situation = situation;
        this.rates = rates;
        this.holds = holds;
        this.pen = pen;
        this.clauses = new Clauses(situation.terms());
    }

    /** The recovery fee that a late invoice of this order costs; null: none. */
    @Nullable
    RecoveryFee recoveryFee() {
        return situation.quality() == Quality.CONSUMER
                ? null
                : situation.terms().late().recoveryFee();
    }

    static String feeKey(Receivable debt, RecoveryFee fee) {
        return switch (fee.per()) {
            case PER_INVOICE -> PenaltyKey.ofRecoveryFee(debt.documentId());
            case PER_RECEIVABLE -> PenaltyKey.ofRecoveryFee(debt.key());
        };
    }

    /** Interest of a receivable up to and including today; nothing where none runs. Kept until forgotten. */
    Interest interest(Receivable debt, Outstanding outstanding) {
        return workedOut.computeIfAbsent(debt.key(), key -> {
            Delay delay = delay(debt, outstanding);
            return delay == null ? Interest.NONE : Interest.of(delay, situation.today(), rates);
        });
    }

    /** Forgets what was worked out: a new settlement or a new notice may change it. */
    void forgetInterest() {
        workedOut.clear();
    }

    private @Nullable Delay delay(Receivable debt, Outstanding outstanding) {
        InterestTerms terms = situation.terms().late().interest().get(situation.quality());
        if (terms == null
                || !debt.isPrincipal()
                || !debt.payer().equals(situation.customer())
                || isWaived(debt, outstanding)) {
            return null;
        }
        LocalDate from = firstDay(debt, terms);
        if (from == null) {
            return null;
        }
        Holds.Hold insolvency = holds.insolvency(debt.payer());
        return insolvency == null
                ? new Delay(debt, terms.rate(), from, null, null, outstanding)
                : new Delay(debt, terms.rate(), from, insolvency.from(), insolvency.lastDay(), outstanding);
    }

    /** The day after the due date; or, after a notice, the day after the grace that the terms give. */
    private @Nullable LocalDate firstDay(Receivable debt, InterestTerms terms) {
        LocalDate late = debt.dueOn().plusDays(1);
        Integer grace = terms.afterNoticeDays();
        if (grace == null && situation.quality() != Quality.CONSUMER) {
            return late;
        }
        LocalDate clock = FormalNotice.covering(debt.key(), pen.notices, situation);
        if (clock == null) {
            return null;
        }
        LocalDate afterNotice = clock.plusDays(grace == null ? 0 : grace).plusDays(1);
        return afterNotice.isAfter(late) ? afterNotice : late;
    }

    /** Whether interest and fee of a debt were forgiven: by its key, or with all that were late on that day. */
    boolean isWaived(Receivable debt, Outstanding outstanding) {
        for (PenaltyWaived waiver : situation.waivers()) {
            boolean lateThatDay = debt.dueOn().isBefore(waiver.on())
                    && outstanding.of(debt, waiver.on().minusDays(1)).isPositive();
            if (waiver.receivable().equals(debt.key())
                    || (waiver.receivable().equals(PenaltyWaived.ALL) && lateThatDay)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the fee that a debt costs was forgiven: with the debt, or with another one of the same fee. */
    boolean isForgiven(Receivable debt, RecoveryFee fee, Settlement settlement) {
        String key = feeKey(debt, fee);
        return settlement.receivables().stream()
                .anyMatch(other -> feeKey(other, fee).equals(key) && isWaived(other, settlement));
    }

    /**
     * Takes back recovery fees of what turns out never to have been late, or was forgiven; adds those in {@code newly},
     * and at the close of a day those that are owed again, as a payment that showed it came back.
     */
    void chargeFees(List<Receivable> newly, boolean close, Billing billing, Settlement settlement) {
        RecoveryFee fee = recoveryFee();
        List<Requirement> required = new ArrayList<>();
        if (fee != null) {
            for (Receivable debt : settlement.receivables()) {
                String key = feeKey(debt, fee);
                boolean charged = newly.contains(debt)
                        || standing(key, billing).isPositive()
                        || (close && isCharged(key, billing));
                if (charged
                        && owesFee(debt, fee, settlement, situation.today())
                        && required.stream().noneMatch(other -> other.key().equals(key))) {
                    required.add(Requirement.of(
                            debt.payer(), Kind.RECOVERY_FEE, key, fee.amount(), Taxation.OUTSIDE, recoveryFeeBasis()));
                }
            }
        }
        billing.meet(EnumSet.of(Kind.RECOVERY_FEE), required, List.of());
    }

    private boolean owesFee(Receivable debt, RecoveryFee fee, Settlement settlement, LocalDate day) {
        return debt.isPrincipal() && settlement.becameLate(debt, day) && !isForgiven(debt, fee, settlement);
    }

    /** Whether a fee that was credited is owed again by tomorrow. */
    boolean owesFeeAgainTomorrow(Billing billing, Settlement settlement) {
        RecoveryFee fee = recoveryFee();
        LocalDate tomorrow = situation.today().plusDays(1);
        return fee != null
                && settlement.receivables().stream()
                        .anyMatch(debt -> isCharged(feeKey(debt, fee), billing)
                                && !standing(feeKey(debt, fee), billing).isPositive()
                                && owesFee(debt, fee, settlement, tomorrow));
    }

    private List<String> recoveryFeeBasis() {
        return clauses.of(
                "late.recoveryFee", RecoveryFeeGround.of(situation.quality()).article());
    }

    static boolean isCharged(String feeKey, Billing billing) {
        return billing.documents().stream()
                .anyMatch(document -> document.kind() == Kind.RECOVERY_FEE
                        && document.items().stream().anyMatch(item -> item.key().equals(feeKey)));
    }

    /**
     * Brings the closing invoices (<i>factures de solde</i>) in line with the interest: what is too much is credited at
     * once, what is missing is invoiced when nothing is late any more and every rate that it takes is known.
     */
    void close(Billing billing, Settlement settlement) {
        String customer = situation.customer();
        LocalDate today = situation.today();
        boolean open = settlement.lateOf(customer, today).isPositive() || situation.isWrittenOff();
        boolean waits = open || waitsForRate(settlement);
        List<Requirement> required = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        for (Receivable debt : settlement.receivablesOf(customer)) {
            if (!debt.isPrincipal()) {
                continue;
            }
            String key = PenaltyKey.ofInterest(debt.key());
            Interest interest = interest(debt, settlement);
            Money standing = standing(key, billing);
            Money due = interest.total();
            if (interest.missing() != null) {
                reportMissingRate(interest, open);
                due = standing;
            } else if (waits) {
                due = due.min(standing);
            }
            segments.addAll(interest.segments());
            if (due.isPositive()) {
                required.add(Requirement.of(customer, Kind.CLOSING, key, due, Taxation.OUTSIDE, interestBasis()));
            }
        }
        billing.meet(EnumSet.of(Kind.CLOSING), required, segments);
    }

    /** The customer's interest up to and including today that no closing invoice asks for. */
    Money interestNotInvoiced(Billing billing, Settlement settlement) {
        Money sum = Money.ZERO;
        for (Receivable debt : settlement.receivablesOf(situation.customer())) {
            if (debt.isPrincipal()) {
                Money standing = standing(PenaltyKey.ofInterest(debt.key()), billing);
                sum = sum.plus(
                        interest(debt, settlement).total().minus(standing).orZero());
            }
        }
        return sum;
    }

    private void reportMissingRate(Interest interest, boolean open) {
        String semester = String.valueOf(interest.missing());
        if (!open && pen.tellsFirst("rate-missing/" + semester)) {
            pen.alert(DunningAlert.Kind.RATE_MISSING, situation.customer(), semester, interestBasis());
        }
    }

    /** Whether a closing invoice waits for a rate. */
    boolean waitsForRate(Settlement settlement) {
        return settlement.receivablesOf(situation.customer()).stream()
                .anyMatch(debt -> interest(debt, settlement).missing() != null);
    }

    List<String> interestBasis() {
        return switch (situation.quality()) {
            case PROFESSIONAL -> clauses.of("late.interest.PROFESSIONAL", "C. com., L441-10 II");
            case PUBLIC_BUYER -> clauses.of("late.interest.PUBLIC_BUYER", "CCP, L2192-13, R2192-31 and R2192-32");
            case CONSUMER -> clauses.of("late.interest.CONSUMER", "C. civ., 1231-6 and 1344-1");
        };
    }

    private static Money standing(String key, Billing billing) {
        Money standing = Money.ZERO;
        for (Document document : billing.documents()) {
            for (Item item : document.items()) {
                if (item.key().equals(key)) {
                    standing = document.kind() == Kind.CREDIT_NOTE
                            ? standing.minus(item.net())
                            : standing.plus(item.net());
                }
            }
        }
        return standing;
    }
}
