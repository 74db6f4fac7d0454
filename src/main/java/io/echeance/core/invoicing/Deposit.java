package io.echeance.core.invoicing;

import io.echeance.core.money.Apportionment;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.FundingRequest.Mode;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Price;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsRule;
import io.echeance.core.terms.VatRate;
import io.echeance.core.vat.Taxation;
import io.echeance.core.vat.Vat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The deposit (<i>acompte</i>) that was agreed with an order.
 *
 * @param parts with VAT, by rate: as the customer's part of the price bears it
 * @param rule where the terms speak of it
 */
public record Deposit(SortedMap<VatRate, Money> parts, TermsRule rule) {

    /**
     * What the order names; else the terms' percentage of the customer's part of the price with VAT, rounded half up.
     * Of several rates each takes its part in proportion.
     *
     * <p>Reading taken: the customer's part is that of the order as it was placed, the price less what its funders were
     * asked for in subrogation. A later amendment or decision does not change what was agreed to be paid at the order;
     * the invoice settles it. The file fee is outside the price.
     *
     * @return null if nothing is to be paid at the order
     */
    public static @Nullable Deposit agreed(OrderPlaced placed, Terms terms) {
        SortedMap<VatRate, Money> ofCustomer = Vat.grossByRate(ofCustomer(placed), terms.vat(), placed.on());
        if (placed.deposit() != null) {
            return new Deposit(split(placed.deposit(), ofCustomer), TermsRule.DEPOSIT_ALLOWED);
        }
        Percent percent = terms.payment().depositPercent();
        if (percent == null) {
            return null;
        }
        Money gross = sum(ofCustomer).percent(percent);
        return gross.isPositive() ? new Deposit(split(gross, ofCustomer), TermsRule.DEPOSIT_PERCENT) : null;
    }

    private static Price ofCustomer(OrderPlaced placed) {
        Price whole = Price.of(placed.lines());
        Money ofFunders = Money.ZERO;
        for (FundingRequest request : placed.funding()) {
            ofFunders = request.mode() == Mode.SUBROGATION ? ofFunders.plus(request.requested()) : ofFunders;
        }
        return whole.without(ofFunders.min(whole.total()));
    }

    /** An order may name a deposit beyond the customer's part, if its funders were asked for much: then at one rate. */
    private static SortedMap<VatRate, Money> split(Money gross, SortedMap<VatRate, Money> weights) {
        return gross.exceeds(sum(weights))
                ? new TreeMap<>(java.util.Map.of(VatRate.STANDARD, gross))
                : within(gross, weights);
    }

    /** Gross. */
    public Money gross() {
        return sum(parts);
    }

    /** No more than {@code most} of them all, each in proportion. */
    public static SortedMap<VatRate, Money> within(Money most, SortedMap<VatRate, Money> parts) {
        if (!sum(parts).exceeds(most)) {
            return parts;
        }
        SortedMap<VatRate, Money> cut = new TreeMap<>();
        List<VatRate> rates = List.copyOf(parts.keySet());
        List<Money> amounts = Apportionment.within(most, List.copyOf(parts.values()));
        for (int n = 0; n < rates.size(); n++) {
            cut.put(rates.get(n), amounts.get(n));
        }
        return cut;
    }

    /** Gross of what stands invoiced as deposits, credit notes taken off, by rate. */
    public static SortedMap<VatRate, Money> standing(List<Document> issued) {
        SortedMap<VatRate, Money> standing = new TreeMap<>();
        for (Document document : issued) {
            boolean isCredit = document.kind() == Kind.CREDIT_NOTE;
            for (Item item : document.items()) {
                if (item.key() instanceof ItemKey.DepositAt(VatRate rate)) {
                    Money gross = item.net().plus(vat(document, item));
                    standing.merge(rate, isCredit ? gross.negate() : gross, Money::plus);
                }
            }
        }
        return standing;
    }

    /** Items of a deposit are one a rate. */
    private static Money vat(Document document, Item item) {
        return document.vatParts().stream()
                .filter(part -> Taxation.of(part).equals(Taxation.of(item)))
                .map(VatPart::vat)
                .findFirst()
                .orElse(Money.ZERO);
    }

    /**
     * What has to stand invoiced, for parts with VAT. What was invoiced as a deposit keeps the rate of its invoice,
     * whatever the rate is when it is looked at again (CGI, 269: VAT of a deposit is due when it is received).
     *
     * @param issued every document of the order so far
     */
    public static List<Requirement> required(
            SortedMap<VatRate, Money> parts,
            String customer,
            Terms terms,
            LocalDate on,
            List<Document> issued,
            List<String> basis) {
        List<Requirement> required = new ArrayList<>();
        parts.forEach((rate, gross) -> {
            if (!gross.isZero()) {
                ItemKey key = new ItemKey.DepositAt(rate);
                Taxation taxation = issuedUnder(key, issued).orElseGet(() -> Taxation.of(terms.vat(), rate, on));
                required.add(Requirement.deposit(customer, key, gross, taxation, basis));
            }
        });
        return required;
    }

    private static Optional<Taxation> issuedUnder(ItemKey key, List<Document> issued) {
        return issued.stream()
                .filter(document -> document.kind() == Kind.DEPOSIT)
                .flatMap(document -> document.items().stream())
                .filter(item -> item.key().equals(key))
                .map(Taxation::of)
                .findFirst();
    }

    private static Money sum(SortedMap<VatRate, Money> parts) {
        return parts.values().stream().reduce(Money.ZERO, Money::plus);
    }
}
