package io.echeance.core.decision;

import io.echeance.core.billing.Billing;
import io.echeance.core.billing.DueDates;
import io.echeance.core.billing.Requirement;
import io.echeance.core.billing.Vat;
import io.echeance.core.cancellation.Course;
import io.echeance.core.cancellation.Ending;
import io.echeance.core.funding.FunderPayments;
import io.echeance.core.funding.FunderShare;
import io.echeance.core.funding.Funding;
import io.echeance.core.funding.Shares;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.Price;
import io.echeance.core.order.Situation;
import io.echeance.core.settlement.Receipts;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.VatCategory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the order costs whom on one day, and the documents of principal that say so: course, shares, then invoices,
 * deposits, cancellation fee and credit notes.
 */
final class Invoicing implements FunderPayments {

    private final Situation situation;
    private final Map<String, Receipts> receipts;
    private final List<Document> issued;
    private final Clauses clauses;
    final Course course;
    final Shares shares;
    final LocalDate billingDay;
    final DueDates dueDates;

    Invoicing(Situation situation, Map<String, Receipts> receipts, List<Document> issued) {
        this.situation = situation;
        this.receipts = receipts;
        this.issued = issued;
        this.clauses = new Clauses(situation.terms());
        Course agreed = Course.of(situation);
        Shares agreedShares = Funding.shares(situation, agreed.service(), agreed.price(), this);
        LocalDate lapse = agreedShares.lapsesOn();
        this.course = lapse == null
                ? agreed
                : agreed.endedBy(Ending.lapsed(lapse, situation.terms().ending().refundDays()));
        Ending ending = course.ending();
        this.shares = ending == null ? agreedShares : sharesOf(ending, agreedShares);
        this.billingDay = Billing.billingDay(situation, course.service().end());
        this.dueDates = DueDates.of(
                situation.terms().payment(),
                situation.customer(),
                situation.order().plan(),
                course.service().start());
    }

    private Shares sharesOf(Ending ending, Shares agreed) {
        if (!ending.customerOwesAll()) {
            return Funding.shares(situation, course.service(), ending.remaining(), this);
        }
        List<FunderShare> none = agreed.funders().stream()
                .map(share -> new FunderShare(share.funder(), share.state(), Money.ZERO, Money.ZERO))
                .toList();
        return Shares.allOfCustomer(ending.remaining(), none);
    }

    /** The price that stays due. */
    Price price() {
        Ending ending = course.ending();
        return ending == null ? course.price() : ending.remaining();
    }

    boolean isBilled() {
        return !billingDay.isAfter(situation.today()) || course.ending() != null || isInvoiced(situation.customer());
    }

    private boolean isInvoiced(String payer) {
        return issued.stream()
                .anyMatch(document ->
                        document.kind() == Kind.INVOICE && document.payer().equals(payer));
    }

    /** Whether nothing of a funder's agreed share is still to be invoiced. */
    boolean isFullyBilled() {
        return isBilled()
                && shares.awaitingAcceptance().isZero()
                && shares.funders().stream().allMatch(share -> share.net().isZero() || isBillable(share));
    }

    /** Draws the documents of principal. */
    void draw(Billing billing) {
        billing.meet(EnumSet.of(Kind.DEPOSIT), deposit(), List.of());
        billing.meet(EnumSet.of(Kind.INVOICE, Kind.CANCELLATION_FEE), principal(), List.of());
    }

    private List<Requirement> principal() {
        List<Requirement> required = new ArrayList<>();
        VatCategory category = situation.terms().vat().category();
        Ending ending = course.ending();
        if (isBilled()) {
            String customer = situation.customer();
            Price ofCustomer = shares.ofCustomer();
            List<String> basis = basis("payment.billing");
            required.add(invoiced(customer, "share/" + customer, ofCustomer.tuition(), category, basis));
            required.add(invoiced(customer, "travel", ofCustomer.travel(), category, basis));
            required.add(invoiced(customer, "application-fee", ofCustomer.applicationFee(), category, basis));
            required.add(invoiced(customer, "subrogation-fee", fileFee(), category, clauses.of("funding.fileFee")));
            if (ending != null && ending.fee().isPositive()) {
                required.add(Requirement.of(
                        customer,
                        Kind.CANCELLATION_FEE,
                        "cancellation",
                        ending.fee(),
                        VatCategory.O,
                        clauses.of("ending.scale", ending.how(), "CGI, 256 (indemnity outside VAT)")));
            }
        }
        for (FunderShare share : shares.funders()) {
            if (isBillable(share)) {
                String funder = share.funder();
                required.add(
                        invoiced(funder, "share/" + funder, share.net(), category, basis("funding.agreementDeadline")));
            }
        }
        return required;
    }

    /** Where it stands that a part of the price is due: once the order has ended, with what that left due. */
    private List<String> basis(String rule) {
        Ending ending = course.ending();
        return ending == null ? clauses.of(rule) : clauses.of(ending.rule(), ending.how());
    }

    private static Requirement invoiced(String payer, String key, Money net, VatCategory category, List<String> basis) {
        return Requirement.of(payer, Kind.INVOICE, key, net, category, basis);
    }

    private boolean isBillable(FunderShare share) {
        FundingTerms terms = situation.terms().funding();
        boolean evidenceMissing = terms != null && terms.evidenceNeeded() && !situation.hasEvidenceOf(share.funder());
        return isInvoiced(share.funder()) || (isBilled() && share.isInvoiceable() && !evidenceMissing);
    }

    private Money fileFee() {
        FundingTerms terms = situation.terms().funding();
        boolean subrogated = situation.order().funding().stream()
                .anyMatch(request -> request.mode() == FundingRequest.Mode.SUBROGATION);
        return terms == null || terms.fileFee() == null || !subrogated || course.ending() != null
                ? Money.ZERO
                : terms.fileFee();
    }

    /**
     * The deposit that has to stand invoiced: as agreed, until an invoice has deducted it; no more than what the
     * customer
     * is invoiced for; none if the order ends before anything is. Once deducted it stays: credit notes of the invoice
     * reduce it.
     */
    private List<Requirement> deposit() {
        Money agreed = situation.order().deposit();
        if (agreed == null) {
            return List.of();
        }
        VatCategory category = situation.terms().vat().category();
        String customer = situation.customer();
        Money gross = agreed;
        if (isInvoiced(customer)) {
            gross = standingDeposit();
        } else if (isBilled()) {
            Money net = shares.ofCustomer().total().plus(fileFee());
            gross = agreed.min(net.plus(Vat.on(net, category)));
        }
        return gross.isZero()
                ? List.of()
                : List.of(Requirement.deposit(
                        customer, gross, category, clauses.of("payment.depositAllowed", "CGI, 289 I-1-c")));
    }

    private Money standingDeposit() {
        Money standing = Money.ZERO;
        for (Document document : issued) {
            if (document.kind() == Kind.DEPOSIT) {
                standing = standing.plus(document.gross());
                for (Document note : issued) {
                    standing = document.id().equals(note.refersTo()) ? standing.minus(note.gross()) : standing;
                }
            }
        }
        return standing;
    }

    @Override
    public @Nullable LocalDate firstDueOn(String funder) {
        for (Document document : issued) {
            if (document.kind() == Kind.INVOICE
                    && document.payer().equals(funder)
                    && !document.due().isEmpty()) {
                return document.due().getFirst().on();
            }
        }
        return null;
    }

    @Override
    public Money netPaidBy(String funder, LocalDate day) {
        Receipts ofFunder = receipts.get(funder);
        return ofFunder == null
                ? Money.ZERO
                : Vat.netOf(ofFunder.paidBy(day), situation.terms().vat().category());
    }
}
