package io.echeance.core.lateness;

import io.echeance.core.calendar.Semester;
import io.echeance.core.invoicing.Requirement;
import io.echeance.core.invoicing.Standing;
import io.echeance.core.money.Money;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Announcer;
import io.echeance.core.order.CollectionAlert.RateMissing;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Segment;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.vat.Taxation;
import java.util.ArrayList;
import java.util.List;

/**
 * What the closing invoices (<i>factures de solde</i>) have to ask for, so that they are in line with the interest:
 * what is too much is credited at once, what is missing is invoiced when nothing is late any more and every rate that
 * it takes is known.
 *
 * @param segments how the interest comes about, debt by debt
 */
public record ClosingInvoice(List<Requirement> required, List<Segment> segments, Announced announced) {

    /** @param documents every document of the order so far */
    public static ClosingInvoice of(
            Situation situation, Settlement settlement, Interests interests, List<Document> documents, Issued issued) {
        Announcer announcer = new Announcer(situation, issued);
        String customer = situation.customer();
        boolean open = settlement.lateOf(customer, situation.today()).isPositive() || situation.isWrittenOff();
        boolean waits = open || interests.waitForRate();
        List<Requirement> required = new ArrayList<>();
        List<Segment> segments = new ArrayList<>();
        List<String> basis = Interests.basis(situation);
        for (Receivable debt : settlement.receivablesOf(customer)) {
            if (!debt.isPrincipal()) {
                continue;
            }
            ItemKey key = new ItemKey.InterestOn(debt.key());
            Interest interest = interests.of(debt);
            Money standing = Standing.net(key, documents);
            Money due = interest.total();
            if (interest.missing() != null) {
                Semester semester = interest.missing();
                if (!open && announcer.isFirst("rate-missing/" + semester)) {
                    announcer.say(new RateMissing(situation.today(), situation.orderId(), customer, semester, basis));
                }
                due = standing;
            } else if (waits) {
                due = due.min(standing);
            }
            segments.addAll(interest.segments());
            if (due.isPositive()) {
                required.add(Requirement.of(customer, Kind.CLOSING, key, due, Taxation.OUTSIDE, basis));
            }
        }
        return new ClosingInvoice(required, segments, announcer.announced());
    }
}
