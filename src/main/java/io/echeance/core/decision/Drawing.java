package io.echeance.core.decision;

import io.echeance.core.course.EndingAlerts;
import io.echeance.core.customer.Conduct;
import io.echeance.core.dunning.Cleared;
import io.echeance.core.dunning.Deadlines;
import io.echeance.core.dunning.Dunned;
import io.echeance.core.dunning.Dunning;
import io.echeance.core.invoicing.Billing;
import io.echeance.core.invoicing.Invoicing;
import io.echeance.core.invoicing.Requirement;
import io.echeance.core.lateness.ClosingInvoice;
import io.echeance.core.lateness.Interests;
import io.echeance.core.lateness.RecoveryFee;
import io.echeance.core.money.Money;
import io.echeance.core.notice.Holds;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.refunds.Refunded;
import io.echeance.core.refunds.Refunding;
import io.echeance.core.safeguards.CustomersDebt;
import io.echeance.core.safeguards.Safeguards;
import io.echeance.core.safeguards.Safeguards.Withheld;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.shares.Lapse;
import io.echeance.core.shares.ShareAlerts;
import io.echeance.core.statement.Drawn;
import io.echeance.core.terms.StatutoryRates;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One drawing of an order, in the order of the law: what it costs whom and the documents that say so; what is paid of
 * them; what the close of a day brings (acceleration, steps); what lateness costs; what people have to know.
 */
final class Drawing {

    private final Situation situation;
    private final Issued issued;
    private final StatutoryRates rates;
    private final Map<String, Receipts> receipts;
    private final Holds holds;
    private final Invoicing invoicing;
    private final Billing principal;

    /** @param issued what was said before */
    Drawing(Situation situation, Issued issued, StatutoryRates rates) {
        this.situation = situation;
        this.issued = issued;
        this.rates = rates;
        this.receipts = Receipts.byPayer(situation);
        this.holds = Holds.of(situation);
        List<Document> documents = situation.asReceived(issued.documents());
        this.invoicing = Invoicing.of(situation, receipts, documents, isAccelerated());
        this.principal = invoicing.billing();
    }

    private boolean isAccelerated() {
        return issued.accelerations().stream()
                .anyMatch(acceleration ->
                        !acceleration.undone() && acceleration.payer().equals(situation.customer()));
    }

    /** What is paid of what, before this day's dunning. */
    Settlement settlement() {
        return Settlement.of(situation, receipts, principal.documents(), issued.accelerations());
    }

    /** At a fact no deadline runs out, and no step is taken. */
    Conclusion atFact() {
        Dunned dunned = dunning().atFact();
        Late late = late(dunned, fee(dunned.settlement()).requiredAtFact(principal.documents()));
        Refunding refunding = refunding(late);
        Refunded refunded = refunding.refunded();
        Announced ran = deadlines(dunned, late).atFact().then(refunding.overdueAtFact(refunded));
        return conclusion(dunned, late, safeguards(late).atFact(), refunding, refunded, ran);
    }

    /** At the close of a day deadlines run out, steps are taken, promises are judged. */
    Conclusion atClose() {
        Dunned dunned = dunning().atClose();
        Late late = late(dunned, fee(dunned.settlement()).requiredAtClose(dunned.charged(), principal.documents()));
        Refunding refunding = refunding(late);
        Refunded refunded = refunding.refunded();
        Announced ran = deadlines(dunned, late).atClose().then(refunding.overdueAtClose(refunded));
        return conclusion(dunned, late, safeguards(late).atClose(), refunding, refunded, ran);
    }

    private Dunning dunning() {
        return new Dunning(situation, receipts, principal.documents(), issued, holds, rates);
    }

    private RecoveryFee fee(Settlement settlement) {
        return new RecoveryFee(situation, settlement);
    }

    /** What stands once lateness is charged for; settled anew if it was. */
    private record Late(Billing billing, Settlement settlement, Interests interests, Announced announced) {}

    private Late late(Dunned dunned, List<Requirement> fees) {
        Billing charged = principal.meet(EnumSet.of(Kind.RECOVERY_FEE), fees, List.of());
        Settlement before = dunned.settlement();
        Interests interests = interests(dunned, before);
        ClosingInvoice closing = ClosingInvoice.of(situation, before, interests, charged.documents(), issued);
        Billing billing = charged.meet(EnumSet.of(Kind.CLOSING), closing.required(), closing.segments());
        if (billing.drawn().equals(principal.drawn())) {
            return new Late(billing, before, interests, closing.announced());
        }
        Settlement settlement = Settlement.of(situation, receipts, billing.documents(), dunned.accelerations());
        return new Late(billing, settlement, interests(dunned, settlement), closing.announced());
    }

    private Interests interests(Dunned dunned, Settlement settlement) {
        return Interests.of(situation, holds, dunned.notices(), settlement, rates);
    }

    private Safeguards safeguards(Late late) {
        Money owed = CustomersDebt.of(situation, invoicing, late.billing.documents(), late.settlement, late.interests);
        return new Safeguards(situation, late.settlement, owed, issued);
    }

    private Refunding refunding(Late late) {
        return new Refunding(situation, invoicing, late.billing.documents(), late.settlement, receipts, issued, rates);
    }

    private Deadlines deadlines(Dunned dunned, Late late) {
        return new Deadlines(situation, holds, receipts, late.settlement, dunned, issued);
    }

    /** @param ran what ran out */
    private Conclusion conclusion(
            Dunned dunned, Late late, Withheld withheld, Refunding refunding, Refunded refunded, Announced ran) {
        ShareAlerts shares = ShareAlerts.of(situation, invoicing.course(), invoicing.shares(), issued);
        Cleared cleared = Cleared.of(situation, late.settlement, dunned.steps(), issued);
        Conduct conduct = Conduct.of(
                situation,
                invoicing,
                receipts.getOrDefault(situation.customer(), Receipts.NONE),
                late.settlement,
                holds);
        Announced announced = Stream.of(
                        dunned.announced(),
                        late.announced,
                        EndingAlerts.of(situation, invoicing.course(), issued),
                        shares.announced(),
                        cleared.announced(),
                        withheld.announced(),
                        refunded.announced(),
                        ran,
                        waking(late, conduct))
                .reduce(Announced.NOTHING, Announced::then);
        Drawn drawn = new Drawn(
                situation,
                receipts,
                invoicing,
                late.billing.documents(),
                late.settlement,
                holds,
                dunned.steps(),
                late.interests,
                withheld,
                refunding.owed(refunded));
        return Conclusion.of(
                drawn, late.billing.drawn(), announced, issued, dunned, shares, cleared, refunded, conduct);
    }

    /** When the rules say something new that announce nothing of it themselves. */
    private Announced waking(Late late, Conduct conduct) {
        Announcer announcer = new Announcer(situation, issued);
        announcer.wakeIfLater(invoicing.billingDay());
        announcer.wakeOn(invoicing.shares().nextOn());
        announcer.wakeOn(Lapse.nextOn(situation));
        announcer.wakeOn(conduct.nextOn());
        announcer.wakeOn(fee(late.settlement).nextOn(late.billing.documents()));
        if (!situation.isWrittenOff() && late.interests.waitForRate()) {
            announcer.wakeOn(situation.today().plusDays(1));
        }
        return announcer.announced();
    }
}
