package io.echeance.core.decision;

import static io.echeance.core.admission.Bounds.DOCUMENTS_A_DAY;

import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Weight;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.order.Account;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a fact or a closed day changes in what we say about an order.
 *
 * <p>The account is redrawn from all that it was told; what was already said stays said, and the difference goes out.
 * At a fact no deadline runs out and no step is taken: only the close of a day does that.
 */
public final class Decider {

    /** Among what is said only once. */
    private static final String FULL = "account-full";

    private final Admission admission;
    private final StatutoryRates rates;

    public Decider(TermsCatalogue catalogue, StatutoryRates rates) {
        this.admission = new Admission(catalogue);
        this.rates = rates;
    }

    /**
     * Takes a fact that reaches us on {@code today}.
     *
     * <p>The same fact again changes nothing. When an order is placed, what was told about it before is looked at anew,
     * and refused where it does not fit.
     */
    public Decision take(Account account, Fact fact, LocalDate today) {
        Evidence evidence = account.evidence();
        Optional<Fact> earlier = evidence.withId(fact.factId());
        if (earlier.isPresent() && earlier.get().equals(fact)) {
            return Decision.unplaced(account, List.of());
        }
        Refusal refusal = admission.refusal(fact, evidence, account.terms());
        if (refusal != null) {
            return Decision.unplaced(account, List.of(rejection(account, fact, refusal, today)));
        }
        List<Output> outputs = new ArrayList<>();
        KnownFact known = new KnownFact(today, fact);
        Terms terms = account.terms();
        Evidence taken = evidence.with(known);
        if (fact instanceof OrderPlaced placed) {
            terms = admission.termsOf(placed);
            taken = readmitted(account, known, terms, outputs, today);
        }
        Account next = new Account(account.orderId(), taken, account.issued(), terms, account.nextOn());
        if (terms == null) {
            return Decision.unplaced(next, outputs);
        }
        Decision decision = draw(next, terms, today, false, outputs);
        if (fact instanceof NumberingFact) {
            return decision.fits(Weight.MOST_AT_A_CLOSE) ? decision : Decision.unplaced(next, outputs);
        }
        if (decision.fits(Weight.MOST_AT_A_FACT)) {
            return decision;
        }
        Refusal tooLarge = new Refusal(Reason.TOO_LARGE, "what follows from it would outgrow a record");
        return Decision.unplaced(account, List.of(rejection(account, fact, tooLarge, today)));
    }

    /** What was told before the order was placed: what fits stays, the rest is refused. */
    private Evidence readmitted(Account account, KnownFact placed, Terms terms, List<Output> outputs, LocalDate today) {
        Evidence admitted = Evidence.NONE.with(placed);
        for (KnownFact waiting : account.evidence().facts()) {
            Refusal refusal = admission.refusal(waiting.fact(), admitted, terms);
            if (refusal == null) {
                admitted = admitted.with(waiting);
            } else {
                outputs.add(rejection(account, waiting.fact(), refusal, today));
            }
        }
        return admitted;
    }

    /** Draws the account on the morning of {@code today}, the day after the one that was closed. */
    public Decision close(Account account, LocalDate today) {
        Terms terms = account.terms();
        if (terms == null) {
            return Decision.unplaced(account, List.of());
        }
        Decision decision = draw(account, terms, today, true, new ArrayList<>());
        return decision.fits(Weight.MOST_AT_A_CLOSE) ? decision : full(account, today);
    }

    /** What would outgrow a record is not said: the account stands still, tries again each day, a person is told. */
    private static Decision full(Account account, LocalDate today) {
        Account again = with(account, today.plusDays(1));
        if (account.issued().told().contains(FULL)) {
            return Decision.unplaced(again, List.of());
        }
        Account announced = new Account(
                account.orderId(),
                account.evidence(),
                account.issued().withTold(FULL),
                account.terms(),
                again.nextOn());
        return Decision.unplaced(announced, List.of(DunningAlert.ofFullAccount(today, account.orderId())));
    }

    /** How an account stands on {@code today}, drawn anew; nothing is said by it. Null: the order is not placed. */
    public @Nullable Statement statement(Account account, LocalDate today) {
        Terms terms = account.terms();
        return terms == null
                ? null
                : draw(account, terms, today, false, new ArrayList<>()).statement();
    }

    /** Why an account stands as it does on {@code today}; nothing is said by it. Null while the order is not placed. */
    public @Nullable Explained explain(Account account, LocalDate today) {
        Terms terms = account.terms();
        Situation situation = terms == null ? null : Situation.of(account.evidence(), terms, today);
        if (situation == null) {
            return null;
        }
        Drawing drawing = new Drawing(situation, account.issued(), rates);
        drawing.draw(false);
        LocalDate nextOn = drawing.nextDate(account.evidence()).earliest();
        return Explained.of(drawing, new StatementWriter(drawing).write(nextOn));
    }

    /** What is paid of what on {@code today}. Null while the order is not placed. */
    public @Nullable Settlement settlement(Account account, LocalDate today) {
        Terms terms = account.terms();
        Situation situation = terms == null ? null : Situation.of(account.evidence(), terms, today);
        return situation == null ? null : new Drawing(situation, account.issued(), rates).settlement;
    }

    private Decision draw(Account account, Terms terms, LocalDate today, boolean close, List<Output> outputs) {
        Situation situation = Situation.of(account.evidence(), terms, today);
        if (situation == null) {
            return Decision.unplaced(with(account, waking(account, today)), outputs);
        }
        if (account.issued().documents().size() >= DOCUMENTS_A_DAY && isTooMuch(account, today)) {
            return untilTomorrow(account, situation, outputs);
        }
        Drawing drawing = new Drawing(situation, account.issued(), rates);
        drawing.draw(close);
        List<Output> said = drawing.pen.outputs();
        outputs.addAll(said);
        List<LedgerEntry> entries = new Posting(drawing).entries();
        LocalDate nextOn = drawing.nextDate(account.evidence()).earliest();
        Account next = new Account(account.orderId(), account.evidence(), drawing.pen.issued(), terms, nextOn);
        return new Decision(
                next, outputs, new Drafting(drawing).drafts(said), entries, new StatementWriter(drawing).write(nextOn));
    }

    private static boolean isTooMuch(Account account, LocalDate today) {
        return account.issued().documents().stream()
                        .filter(document -> document.on().equals(today))
                        .count()
                >= DOCUMENTS_A_DAY;
    }

    /**
     * Says no more of an order today: what is missing is the difference that the next morning's drawing issues. A fact
     * that undid what another one did, without end, would else be answered without end.
     */
    private static Decision untilTomorrow(Account account, Situation situation, List<Output> outputs) {
        LocalDate today = situation.today();
        String once = "documents/" + today;
        if (!account.issued().told().contains(once)) {
            outputs.add(new DunningAlert(
                    today,
                    account.orderId(),
                    DunningAlert.Kind.TOO_MANY_DOCUMENTS,
                    situation.customer(),
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    String.valueOf(DOCUMENTS_A_DAY),
                    List.of()));
        }
        Account halted = new Account(
                account.orderId(),
                account.evidence(),
                account.issued().withTold(once),
                account.terms(),
                today.plusDays(1));
        return Decision.unplaced(halted, outputs);
    }

    private static @Nullable LocalDate waking(Account account, LocalDate today) {
        NextDate next = new NextDate(today);
        next.considerFacts(account.evidence());
        return next.earliest();
    }

    private static Account with(Account account, @Nullable LocalDate nextOn) {
        return new Account(account.orderId(), account.evidence(), account.issued(), account.terms(), nextOn);
    }

    private static Rejection rejection(Account account, Fact fact, Refusal refusal, LocalDate today) {
        return new Rejection(today, account.orderId(), fact.factId(), refusal.reason(), refusal.sentence());
    }
}
