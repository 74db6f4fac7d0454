package io.echeance.topology.node;

import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.Customers;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.invoice.Draft;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.mailing.Sections;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.FundingFact;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact;
import io.echeance.core.order.Output;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Statement;
import io.echeance.serde.record.Cover.Act;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that one record leads to for one account. It is worked out here; {@link AccountStore} stores and sends it. */
final class AccountUpdate {

    private final Account before;
    private final List<Output> outputs = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private Account after;
    private final List<Decision> drawn = new ArrayList<>();
    private final List<Shown> shown = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private @Nullable Taken taken;
    private @Nullable LocalDate takenOn;

    /** A fact that was judged, and where it came from. */
    record Taken(Fact fact, Place place, boolean accepted) {

        /** Whether it says who did it, or had words that may have said so. */
        boolean isSigned() {
            boolean isSealed = place.sealedBy() != null;
            return switch (fact) {
                case CollectionFact action -> isSealed || action.by() != null;
                // A bank's text is sealed too; of what a person puts to an order there is none.
                case PaymentReceived payment -> payment.by() != null || (isSealed && payment.reference() == null);
                case PaymentReturned returned -> false;
                case RefundPaid refund -> false;
                case PaymentApplied decision -> false;
                case PaymentDetailed detailed -> false;
                case OrderFact order -> false;
                case FundingFact funding -> false;
                case OwnFact own -> false;
            };
        }
    }

    /**
     * What the order shows of its customer.
     *
     * @param day at whose close it counts; null: none was closed yet
     */
    record Shown(@Nullable LocalDate day, CustomerOrder order) {}

    /**
     * What a payer is to be written.
     *
     * @param day with whose mailing; null: none was closed yet
     */
    record Letter(@Nullable LocalDate day, String payer, MailingSection section) {}

    AccountUpdate(Account account) {
        this.before = account;
        this.after = account;
    }

    /** Closes the account on each of these mornings on which it is due. */
    void close(Decider decider, List<LocalDate> mornings) {
        for (LocalDate morning : mornings) {
            LocalDate nextOn = after.nextOn();
            if (nextOn != null && !nextOn.isAfter(morning)) {
                note(decider.close(after, morning), morning.minusDays(1));
            }
        }
    }

    /** @param anyDayIsClosed whether today is the morning after a closed day */
    void take(Decider decider, Fact fact, Place place, LocalDate today, boolean anyDayIsClosed) {
        Account met = after;
        takenOn = anyDayIsClosed ? today : null;
        note(decider.take(met, fact, today), takenOn);
        taken = new Taken(fact, place, !after.equals(met));
    }

    private void note(Decision decision, @Nullable LocalDate day) {
        CustomerOrder news = Customers.news(after, decision.account());
        if (news != null) {
            shown.add(new Shown(day, news));
        }
        after = decision.account();
        outputs.addAll(decision.outputs());
        for (Output output : decision.outputs()) {
            MailingSection section = output instanceof Alert alert ? Sections.of(alert) : null;
            if (section != null) {
                letters.add(new Letter(day, String.valueOf(((Alert) output).payer()), section));
            }
        }
        drafts.addAll(decision.drafts());
        entries.addAll(decision.entries());
        if (decision.statement() != null) {
            drawn.add(decision);
        }
    }

    /** The number of a document, if that was taken; else null. */
    @Nullable
    DocumentNumbered number() {
        return taken != null && taken.accepted() && taken.fact() instanceof DocumentNumbered numbered ? numbered : null;
    }

    /** What somebody did; null: nobody did, or nothing was taken. */
    @Nullable
    Act act() {
        if (taken == null || !taken.accepted() || !taken.isSigned()) {
            return null;
        }
        LocalDate knownOn = after.evidence().facts().getLast().knownOn();
        return new Act(knownOn, Math.max(0, taken.place().at()), taken.fact().factId());
    }

    String orderId() {
        return before.orderId();
    }

    Account before() {
        return before;
    }

    Account after() {
        return after;
    }

    boolean isChange() {
        return !after.equals(before);
    }

    /** Whether the order was placed in this turn. */
    boolean places() {
        return before.terms() == null && after.terms() != null;
    }

    /** In the order in which they are said. */
    List<Output> outputs() {
        return outputs;
    }

    /** The documents among the outputs, in order. */
    List<Draft> drafts() {
        return drafts;
    }

    /** What is posted to the books, in order. */
    List<LedgerEntry> entries() {
        return entries;
    }

    /** What payers are to be written, in order. */
    List<Letter> letters() {
        return letters;
    }

    /** What the order shows of its customer that is news, in order. */
    List<Shown> shown() {
        return shown;
    }

    /** How the account stands afterwards; null: as before, or not placed. */
    @Nullable
    Statement statement() {
        return drawn.isEmpty() ? null : drawn.getLast().statement();
    }

    /** Each drawing, in order: more than one where mornings were missed. */
    List<Decision> drawn() {
        return drawn;
    }

    /** The day on which a fact was taken; null: none was, or no day was closed before it. */
    @Nullable
    LocalDate takenOn() {
        return takenOn;
    }

    /** Null: no fact was taken, a day was closed. */
    @Nullable
    Taken taken() {
        return taken;
    }
}
