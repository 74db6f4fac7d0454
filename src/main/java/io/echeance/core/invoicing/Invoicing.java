package io.echeance.core.invoicing;

import io.echeance.core.course.BillingDay;
import io.echeance.core.course.Course;
import io.echeance.core.course.Ending;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.Price;
import io.echeance.core.order.Receivable;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.shares.Cost;
import io.echeance.core.shares.FunderShare;
import io.echeance.core.shares.Lapse;
import io.echeance.core.shares.Shares;
import io.echeance.core.shares.Subrogation;
import io.echeance.core.terms.Basis;
import io.echeance.core.terms.Clauses;
import io.echeance.core.terms.FundingTerms;
import io.echeance.core.terms.TermsRule;
import io.echeance.core.terms.VatRate;
import io.echeance.core.vat.Taxation;
import io.echeance.core.vat.Vat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the order costs whom on one day, and the documents of principal that say so: course, shares, then invoices,
 * deposits, cancellation fee and credit notes.
 *
 * @param issued every document of the order so far
 * @param billingDay from which on what the course costs is invoiced
 */
public record Invoicing(
        Situation situation,
        List<Document> issued,
        Course course,
        Shares shares,
        LocalDate billingDay,
        DueDates dueDates) {

    /** @param accelerated the customer has lost the benefit of the term */
    public static Invoicing of(
            Situation situation, Map<String, Receipts> receipts, List<Document> issued, boolean accelerated) {
        Course course = Lapse.course(situation);
        LocalDate billingDay = BillingDay.of(situation, course.service().end(), course.deliveries(situation));
        LocalDate invoicedFrom = invoicedFrom(billingDay, course.ending());
        FundersInvoices funders = new FundersInvoices(situation, receipts, issued, invoicedFrom);
        return new Invoicing(
                situation,
                issued,
                course,
                Subrogation.shares(situation, course.service(), cost(course), funders),
                billingDay,
                DueDates.of(
                        situation.terms().payment(),
                        situation.customer(),
                        situation.order().plan(),
                        course.service().start(),
                        accelerated));
    }

    /**
     * From which day on an invoice is for the course as it now stands. What stays due after an early end is billed when
     * the end is known, though the service would have gone on (domain specification, 6 and 9): a funder's invoice of
     * that day falls back if it stays unpaid (5), as any other.
     */
    private static LocalDate invoicedFrom(LocalDate billingDay, @Nullable Ending ending) {
        return ending != null && ending.on().isBefore(billingDay) ? ending.on() : billingDay;
    }

    private static Cost cost(Course course) {
        Ending ending = course.ending();
        return ending == null
                ? Cost.asAgreed(course.price())
                : Cost.after(course.price(), ending.remaining(), ending.customerOwesAll());
    }

    /** The price that stays due. */
    public Price price() {
        return course.remaining();
    }

    public boolean isBilled() {
        return !billingDay.isAfter(situation.today()) || course.ending() != null;
    }

    private boolean isInvoiced(String payer) {
        return issued.stream()
                .anyMatch(document ->
                        document.kind() == Kind.INVOICE && document.payer().equals(payer));
    }

    /** Whether nothing of a funder's agreed share is still to be invoiced. */
    public boolean isFullyBilled() {
        return isBilled()
                && shares.awaitingAcceptance().isZero()
                && shares.funders().stream().allMatch(share -> share.net().isZero() || isBillable(share));
    }

    /** Gross of the customer's part of the price that none of its receivables asks for yet. */
    public Money notBilledToCustomer(List<Receivable> asked) {
        if (isBilled()) {
            return Money.ZERO;
        }
        Money gross = grossOfCustomer();
        for (Receivable debt : asked) {
            gross = debt.isPrincipal() ? gross.minus(debt.principal()) : gross;
        }
        return gross.orZero();
    }

    private Money grossOfCustomer() {
        Price withFee = shares.ofCustomer().plus(OrderLine.LineKind.TUITION, fileFee());
        return Vat.gross(withFee, situation.terms().vat(), situation.today());
    }

    /** A part of the price with its VAT; of several rates, as it falls on what is sold first. */
    public Money gross(Money net) {
        return Set.of(VatRate.STANDARD).containsAll(course.price().byRate().keySet())
                ? net.plus(Vat.on(net, taxation(VatRate.STANDARD)))
                : Vat.gross(course.remaining().first(net), situation.terms().vat(), situation.today());
    }

    /** The documents of principal drawn. */
    public Billing billing() {
        return Billing.of(situation, dueDates, issued)
                .meet(Set.of(Kind.DEPOSIT), deposit(), List.of())
                .meet(Set.of(Kind.INVOICE, Kind.CANCELLATION_FEE), principal(), List.of());
    }

    private List<Requirement> principal() {
        List<Requirement> required = new ArrayList<>();
        Ending ending = course.ending();
        Clauses clauses = clauses();
        if (isBilled()) {
            String customer = situation.customer();
            List<String> basis = basis(TermsRule.BILLING);
            Price ofCustomer = shares.ofCustomer();
            for (Price.Part part : asked()) {
                required.add(invoiced(
                        customer,
                        ItemKey.ofCustomer(customer, part),
                        ofCustomer.of(part),
                        taxation(part.rate()),
                        basis));
            }
            required.add(invoiced(
                    customer,
                    new ItemKey.FileFee(),
                    fileFee(),
                    taxation(VatRate.STANDARD),
                    clauses.of(TermsRule.FILE_FEE)));
            if (ending != null && ending.fee().isPositive()) {
                required.add(Requirement.of(
                        customer,
                        Kind.CANCELLATION_FEE,
                        new ItemKey.CancellationFee(),
                        ending.fee(),
                        Taxation.OUTSIDE,
                        clauses.of(TermsRule.CANCELLATION_SCALE, ending.how(), Basis.CANCELLATION_FEE_OUTSIDE_VAT)));
            }
        }
        for (int n = 0; n < shares.funders().size(); n++) {
            FunderShare share = shares.funders().get(n);
            if (isBillable(share)) {
                required.addAll(invoicedTo(share, shares.ofFunders().get(n)));
            }
        }
        return required;
    }

    /** All that a payer may be asked for, whether or not there is something of it: what is nothing is credited. */
    private SortedSet<Price.Part> asked() {
        SortedSet<Price.Part> asked = new TreeSet<>(course.price().parts().keySet());
        for (OrderLine.LineKind kind : OrderLine.LineKind.values()) {
            asked.add(new Price.Part(kind, VatRate.STANDARD));
        }
        return asked;
    }

    /** One item a rate: what kinds of line a funder bears is no business of its invoice. */
    private List<Requirement> invoicedTo(FunderShare share, Price price) {
        SortedSet<VatRate> rates = new TreeSet<>(List.of(VatRate.STANDARD));
        rates.addAll(course.price().byRate().keySet());
        return rates.stream()
                .map(rate -> invoiced(
                                share.funder(),
                                new ItemKey.ShareOf(share.funder(), rate),
                                price.byRate().getOrDefault(rate, Money.ZERO),
                                taxation(rate),
                                basis(TermsRule.AGREEMENT_DEADLINE))
                        .unpaid(share.unpaid()))
                .toList();
    }

    private Taxation taxation(VatRate rate) {
        return Taxation.of(situation.terms().vat(), rate, situation.today());
    }

    /** Where it stands that a part of the price is due: once the order has ended, with what that left due. */
    private List<String> basis(TermsRule rule) {
        Ending ending = course.ending();
        return ending == null ? clauses().of(rule) : clauses().of(ending.rule(), ending.how());
    }

    private Clauses clauses() {
        return new Clauses(situation.terms());
    }

    private static Requirement invoiced(String payer, ItemKey key, Money net, Taxation taxation, List<String> basis) {
        return Requirement.of(payer, Kind.INVOICE, key, net, taxation, basis);
    }

    private boolean isBillable(FunderShare share) {
        FundingTerms terms = situation.terms().funding();
        boolean evidenceMissing = terms != null && terms.evidenceNeeded() && !situation.hasEvidenceOf(share.funder());
        return isBilled() && share.isInvoiceable() && !evidenceMissing;
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
     * customer is invoiced for; none if the order ends before anything is. Once deducted it stays: credit notes of the
     * invoice reduce it. What of it was credited is not asked for again: the final invoice asks for all.
     */
    private List<Requirement> deposit() {
        Deposit agreed = Deposit.agreed(situation.order(), situation.terms());
        if (agreed == null) {
            return List.of();
        }
        boolean isAsked = issued.stream().anyMatch(document -> document.kind() == Kind.DEPOSIT);
        SortedMap<VatRate, Money> parts = isAsked ? Deposit.standing(issued) : agreed.parts();
        if (isBilled() && !isInvoiced(situation.customer())) {
            parts = Deposit.within(grossOfCustomer(), parts);
        }
        return Deposit.required(
                parts,
                situation.customer(),
                situation.terms(),
                situation.today(),
                issued,
                clauses().of(agreed.rule(), Basis.DEPOSIT_INVOICED));
    }
}
