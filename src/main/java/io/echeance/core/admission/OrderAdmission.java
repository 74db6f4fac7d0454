package io.echeance.core.admission;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.Price;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.core.vat.Vat;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether an order can be taken under the terms that it names. A rejected order leaves its id free. */
record OrderAdmission(OrderPlaced placed) {

    static @Nullable String malformed(OrderPlaced placed) {
        if (placed.lines().isEmpty()) {
            return "an order has at least one line";
        }
        if (placed.service().end().isBefore(placed.service().start())) {
            return "the service ends before it starts";
        }
        if (placed.service().periods().stream().anyMatch(period -> period.end().isBefore(period.start()))) {
            return "a period ends before it starts";
        }
        Plan plan = placed.plan();
        return plan != null && plan.instalments() < 1 ? "a plan has at least one instalment" : null;
    }

    @Nullable
    Refusal refusal(TermsCatalogue catalogue) {
        Optional<Terms> found = catalogue.binding(placed.termsId(), placed.on());
        if (found.isEmpty()) {
            return new Refusal(
                    Reason.UNKNOWN_TERMS, "no terms " + placed.termsId() + " are in force on " + placed.on());
        }
        Terms terms = found.get();
        if (!terms.customers().contains(placed.customer().quality())) {
            return new Refusal(
                    Reason.CUSTOMER_NOT_SERVED,
                    terms.name() + " is not for a " + placed.customer().quality());
        }
        Refusal amount = Amounts.refused(placed, terms);
        if (amount != null) {
            return amount;
        }
        String plan = wrongPlan(terms.payment());
        if (plan != null) {
            return new Refusal(Reason.PLAN_NOT_ALLOWED, plan);
        }
        String deposit = wrongDeposit(terms);
        if (deposit != null) {
            return new Refusal(Reason.DEPOSIT_NOT_ALLOWED, deposit);
        }
        String funding = wrongFunding(terms);
        return funding == null ? null : new Refusal(Reason.FUNDING_NOT_ALLOWED, funding);
    }

    /** Each funder has one share; who pays for himself is no third party (<i>tiers financeur</i>). */
    private @Nullable String wrongFunding(Terms terms) {
        if (!placed.funding().isEmpty() && terms.funding() == null) {
            return terms.name() + " takes no third-party funding";
        }
        Set<String> funders = new HashSet<>();
        for (FundingRequest request : placed.funding()) {
            if (request.funderId().equals(placed.customer().id())) {
                return request.funderId() + " is the customer, who cannot fund his own order";
            }
            if (!funders.add(request.funderId())) {
                return request.funderId() + " is named as a funder twice: ask for the sum in one request";
            }
        }
        return null;
    }

    private @Nullable String wrongPlan(PaymentTerms terms) {
        Plan plan = placed.plan();
        if (plan == null) {
            return null;
        }
        if (plan.instalments() > terms.maxInstalments()) {
            return "the terms allow " + terms.maxInstalments() + " instalments, not " + plan.instalments();
        }
        Month month = terms.lastInstalmentMonth();
        LocalDate last = plan.firstDue().plusMonths(plan.instalments() - 1L);
        if (month != null && last.isAfter(lastDayOf(month))) {
            return "the last instalment falls due on " + last + ", after " + lastDayOf(month);
        }
        return null;
    }

    /** The last day of the month of that name that ends on or after the start of the service. */
    private LocalDate lastDayOf(Month month) {
        LocalDate start = placed.service().start();
        LocalDate sameYear = YearMonth.of(start.getYear(), month).atEndOfMonth();
        return sameYear.isBefore(start)
                ? YearMonth.of(start.getYear() + 1, month).atEndOfMonth()
                : sameYear;
    }

    private @Nullable String wrongDeposit(Terms terms) {
        Money deposit = placed.deposit();
        if (deposit == null) {
            return null;
        }
        if (!terms.payment().depositAllowed()) {
            return terms.name() + " takes no deposit";
        }
        Money gross = Vat.gross(Price.of(placed.lines()), terms.vat(), placed.on());
        return deposit.exceeds(gross) ? "the deposit exceeds the price of " + gross : null;
    }
}
