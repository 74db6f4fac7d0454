package io.echeance.core.vat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.Price;
import io.echeance.core.terms.VatRate;
import io.echeance.core.terms.VatRegime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** VAT of documents: per document, category and rate, rounded half up (EN 16931, BR-CO-17). */
public final class Vat {

    private Vat() {}

    /** VAT on a net amount. */
    public static Money on(Money net, Taxation taxation) {
        return net.percent(taxation.rateOrZero());
    }

    /** The net of which {@code gross} is net plus VAT, rounded half up. */
    public static Money netOf(Money gross, Taxation taxation) {
        Percent rate = taxation.rateOrZero();
        return gross.timesFraction(
                Percent.HUNDRED.value(), Percent.HUNDRED.plus(rate).value());
    }

    /** A price with VAT, as a document of that day would bear it. */
    public static Money gross(Price price, VatRegime regime, LocalDate on) {
        return grossByRate(price, regime, on).values().stream().reduce(Money.ZERO, Money::plus);
    }

    /** The same, rate by rate. */
    public static SortedMap<VatRate, Money> grossByRate(Price price, VatRegime regime, LocalDate on) {
        SortedMap<VatRate, Money> gross = price.byRate();
        gross.replaceAll((rate, net) -> net.plus(on(net, Taxation.of(regime, rate, on))));
        return gross;
    }

    /** What items bear together, rate by rate. */
    public static List<VatPart> of(List<Item> items) {
        List<VatPart> parts = new ArrayList<>();
        nets(items).forEach((taxation, net) -> parts.add(part(taxation, net, on(net, taxation))));
        return parts;
    }

    /**
     * What a credit note bears: VAT of what was left of the invoice before it, less VAT of what is left after it, each
     * rate on its own and as the invoice bears it. So invoice and credit notes together bear exactly the VAT of what is
     * left.
     *
     * @param before items that earlier credit notes took back
     */
    public static List<VatPart> credited(Document invoice, List<Item> before, List<Item> items) {
        List<Item> after = new ArrayList<>(before);
        after.addAll(items);
        List<VatPart> parts = new ArrayList<>();
        nets(items)
                .forEach((taxation, net) -> parts.add(
                        part(taxation, net, left(invoice, taxation, before).minus(left(invoice, taxation, after)))));
        return parts;
    }

    private static Money left(Document invoice, Taxation taxation, List<Item> credited) {
        Money back = nets(credited).getOrDefault(taxation, Money.ZERO);
        for (VatPart part : invoice.vatParts()) {
            if (Taxation.of(part).equals(taxation)) {
                return back.isZero() ? part.vat() : on(part.net().minus(back), taxation);
            }
        }
        return Money.ZERO;
    }

    private static SortedMap<Taxation, Money> nets(List<Item> items) {
        SortedMap<Taxation, Money> nets = new TreeMap<>();
        items.forEach(item -> nets.merge(Taxation.of(item), item.net(), Money::plus));
        return nets;
    }

    private static VatPart part(Taxation taxation, Money net, Money vat) {
        return new VatPart(taxation.category(), taxation.rate(), net, vat);
    }
}
