package io.echeance.core.vat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.terms.VatCategory;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** VAT of documents: per document and category, rounded half up (EN 16931, BR-CO-17). */
public final class Vat {

    private Vat() {}

    /** VAT on a net amount of one category. */
    public static Money on(Money net, VatCategory category) {
        return net.percent(category.rateOrZero());
    }

    /** The net of which {@code gross} is net plus VAT, rounded half up. */
    public static Money netOf(Money gross, VatCategory category) {
        Percent rate = category.rateOrZero();
        return gross.timesFraction(
                Percent.HUNDRED.value(), Percent.HUNDRED.plus(rate).value());
    }

    public static Money of(List<Item> items) {
        Map<VatCategory, Money> nets = new EnumMap<>(VatCategory.class);
        for (Item item : items) {
            nets.merge(item.vatCategory(), item.net(), Money::plus);
        }
        Money vat = Money.ZERO;
        for (Map.Entry<VatCategory, Money> net : nets.entrySet()) {
            vat = vat.plus(on(net.getValue(), net.getKey()));
        }
        return vat;
    }

    /**
     * VAT of what is left of an invoice of which {@code credited} was taken back, at the rates that the invoice bears:
     * so that invoice and credit notes together bear exactly the VAT of what is left.
     */
    public static Money left(Document invoice, List<Item> credited) {
        if (credited.isEmpty()) {
            return invoice.vat();
        }
        Map<Percent, Money> nets = new LinkedHashMap<>();
        invoice.items().forEach(item -> nets.merge(rate(item), item.net(), Money::plus));
        credited.forEach(item -> nets.merge(rate(item), item.net().negate(), Money::plus));
        Money vat = Money.ZERO;
        for (Map.Entry<Percent, Money> net : nets.entrySet()) {
            vat = vat.plus(net.getValue().percent(net.getKey()));
        }
        return vat;
    }

    private static Percent rate(Item item) {
        return item.vatRate() == null ? Percent.ZERO : item.vatRate();
    }
}
