package io.echeance.core.decision;

import static io.echeance.core.admission.Bounds.DOCUMENTS_A_DAY;

import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.Plausible;
import io.echeance.core.admission.Weight;
import io.echeance.core.invoice.Drafting;
import io.echeance.core.ledger.NewEntries;
import io.echeance.core.ledger.NewEntries.Posted;
import io.echeance.core.order.Account;
import io.echeance.core.order.Document;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Issued;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderAlert.AccountFull;
import io.echeance.core.order.OrderAlert.TooManyDocuments;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Situation;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Words;
import io.echeance.core.settlement.NumberedAsDecided;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.statement.Drawn;
import io.echeance.core.statement.Explained;
import io.echeance.core.statement.StatementWriter;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a fact or a closed day changes in what we say about an order.
 *
 * <p>The account is redrawn from all that it received; what was already said stays said, and the difference goes out.
 * At a fact no deadline runs out and no step is taken: only the close of a day does that.
 */
public final class Decider {

    /** Among what is said only once. */
    private static final String FULL = "account-full";

    private final Admission admission;
    private final StatutoryRates rates;
    private final Set<String> sellers;
    private final Set<String> sellersWithLimits;

    public Decider(TermsCatalogue catalogue, StatutoryRates rates) {
        this.admission = new Admission(catalogue);
        this.rates = rates;
        this.sellers = catalogue.sellers();
        this.sellersWithLimits = catalogue.sellersWithLimits();
    }

    /** Whose terms it knows. */
    public Set<String> sellers() {
        return sellers;
    }

    /** See {@link TermsCatalogue#sellersWithLimits}. */
    public Set<String> sellersWithLimits() {
        return sellersWithLimits;
    }

    /**
     * Takes a fact that reaches us on {@code today}.
     *
     * <p>The same fact again changes nothing. When an order is placed, what was received about it before is looked at
     * anew, and refused where it does not fit.
     */
    public Decision take(Account account, Fact fact, LocalDate today) {
        Evidence evidence = account.evidence();
        Optional<Fact> earlier = evidence.withId(fact.factId());
        if (earlier.isPresent() && Words.areOne(earlier.get(), fact, sellers)) {
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
        if (fact instanceof DocumentNumbered numbered && NumberedAsDecided.saysNothingNew(numbered, account, today)) {
            return Decision.unplaced(next, outputs);
        }
        Decision decision = draw(next, terms, today, Drawing::atFact, outputs);
        if (fact instanceof OwnFact) {
            return decision.fits(Weight.MOST_AT_A_CLOSE) ? decision : Decision.unplaced(next, outputs);
        }
        if (decision.fits(Weight.MOST_AT_A_FACT)) {
            return decision;
        }
        Refusal tooLarge = new Refusal(Reason.TOO_LARGE, "what follows from it would outgrow a record");
        return Decision.unplaced(account, List.of(rejection(account, fact, tooLarge, today)));
    }

    /** What was received before the order was placed: what fits stays, the rest is refused. */
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
        Decision decision = draw(account, terms, today, Drawing::atClose, new ArrayList<>());
        return decision.fits(Weight.MOST_AT_A_CLOSE) ? decision : full(account, today);
    }

    /** What would outgrow a record is not said: the account stands still, tries again each day, a person is alerted. */
    private static Decision full(Account account, LocalDate today) {
        Account again = with(account, today.plusDays(1));
        if (account.issued().announced().contains(FULL)) {
            return Decision.unplaced(again, List.of());
        }
        Account announced = new Account(
                account.orderId(),
                account.evidence(),
                account.issued().withAnnounced(FULL),
                account.terms(),
                again.nextOn());
        return Decision.unplaced(announced, List.of(new AccountFull(today, account.orderId())));
    }

    /** How an account stands on {@code today}, drawn anew; nothing is said by it. Null: the order is not placed. */
    public @Nullable Statement statement(Account account, LocalDate today) {
        Drawing drawing = drawing(account, today);
        return drawing == null ? null : statement(drawing.atFact(), account, today);
    }

    /** Why an account stands as it does on {@code today}; nothing is said by it. Null while the order is not placed. */
    public @Nullable Explained explain(Account account, LocalDate today) {
        Drawing drawing = drawing(account, today);
        if (drawing == null) {
            return null;
        }
        Conclusion conclusion = drawing.atFact();
        return Explained.of(conclusion.drawn(), statement(conclusion, account, today), rates);
    }

    /** What is paid of what on {@code today}. Null while the order is not placed. */
    public @Nullable Settlement settlement(Account account, LocalDate today) {
        Drawing drawing = drawing(account, today);
        return drawing == null ? null : drawing.settlement();
    }

    private @Nullable Drawing drawing(Account account, LocalDate today) {
        Terms terms = account.terms();
        Situation situation = terms == null ? null : Situation.of(account.evidence(), terms, today);
        return situation == null ? null : new Drawing(situation, account.issued(), rates);
    }

    private static Statement statement(Conclusion conclusion, Account account, LocalDate today) {
        LocalDate nextOn = nextOn(account, today, conclusion.announced().nextOn());
        return new StatementWriter(conclusion.drawn()).write(nextOn);
    }

    /** At a fact, or at the close of a day. */
    private interface Occasion {
        Conclusion of(Drawing drawing);
    }

    private Decision draw(Account account, Terms terms, LocalDate today, Occasion occasion, List<Output> outputs) {
        Situation situation = Situation.of(account.evidence(), terms, today);
        if (situation == null) {
            return Decision.unplaced(with(account, nextOn(account, today, null)), outputs);
        }
        if (account.issued().documents().size() >= DOCUMENTS_A_DAY && isTooMuch(account, today)) {
            return untilTomorrow(account, situation, outputs);
        }
        Conclusion conclusion = occasion.of(new Drawing(situation, account.issued(), rates));
        Drawn drawn = conclusion.drawn();
        List<Document> documents = conclusion.documents();
        Posted posted = NewEntries.of(situation, documents, drawn.documents(), drawn.settlement(), account.issued());
        Issued issued =
                conclusion.issued().withBooks(posted.once(), posted.vatDue(), posted.givenUp(), posted.vatGivenUp());
        LocalDate nextOn = nextOn(account, today, conclusion.announced().nextOn());
        outputs.addAll(conclusion.outputs());
        return new Decision(
                new Account(account.orderId(), account.evidence(), issued, terms, nextOn),
                outputs,
                new Drafting(situation, drawn.invoicing().course(), drawn.documents()).of(documents),
                posted.entries(),
                new StatementWriter(drawn).write(nextOn));
    }

    /**
     * First morning on which another drawing may say something new without a new fact: by the rules, or as a fact comes
     * to count. A day that is never closed is none.
     */
    private static @Nullable LocalDate nextOn(Account account, LocalDate today, @Nullable LocalDate ofRules) {
        LocalDate ofFacts = account.evidence().nextAfter(today);
        LocalDate next = ofRules == null || (ofFacts != null && ofFacts.isBefore(ofRules)) ? ofFacts : ofRules;
        return next == null || next.isAfter(Plausible.LAST_DAY) ? null : next;
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
        if (!account.issued().announced().contains(once)) {
            outputs.add(new TooManyDocuments(today, account.orderId(), situation.customer(), DOCUMENTS_A_DAY));
        }
        Account halted = new Account(
                account.orderId(),
                account.evidence(),
                account.issued().withAnnounced(once),
                account.terms(),
                today.plusDays(1));
        return Decision.unplaced(halted, outputs);
    }

    private static Account with(Account account, @Nullable LocalDate nextOn) {
        return new Account(account.orderId(), account.evidence(), account.issued(), account.terms(), nextOn);
    }

    private static Rejection rejection(Account account, Fact fact, Refusal refusal, LocalDate today) {
        return new Rejection(today, account.orderId(), fact.factId(), refusal.reason(), refusal.sentence());
    }
}
