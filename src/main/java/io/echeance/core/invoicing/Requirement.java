package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.VatPart;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.vat.Taxation;
import io.echeance.core.vat.Vat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has to stand invoiced to a payer under one key, by all that is known today.
 *
 * @param kind of the document that asks for it
 * @param unpaid net, by invoice, that is credited before anything else, as its payer left it unpaid for too long
 * @param gross where the gross is what was agreed (a deposit); null: net plus VAT
 */
public record Requirement(
        String payer,
        Document.Kind kind,
        ItemKey key,
        Money net,
        Map<DocumentId, Money> unpaid,
        @Nullable Money gross,
        Taxation taxation,
        List<String> basis) {

    public static Requirement of(
            String payer, Document.Kind kind, ItemKey key, Money net, Taxation taxation, List<String> basis) {
        return new Requirement(payer, kind, key, net, Map.of(), null, taxation, basis);
    }

    /** A part of a deposit, agreed gross: its net is what VAT leaves, rounded half up. */
    public static Requirement deposit(String payer, ItemKey key, Money gross, Taxation taxation, List<String> basis) {
        Money net = Vat.netOf(gross, taxation);
        return new Requirement(payer, Document.Kind.DEPOSIT, key, net, Map.of(), gross, taxation, basis);
    }

    /** The same, of which so much was left unpaid. */
    Requirement unpaid(Map<DocumentId, Money> byInvoice) {
        return new Requirement(payer, kind, key, net, byInvoice, gross, taxation, basis);
    }

    /** The same, asking for so much of it; a gross that was agreed is that of the whole. */
    Requirement asking(Money part) {
        return part.equals(net) ? this : of(payer, kind, key, part, taxation, basis);
    }

    Item item() {
        return new Item(key, net, taxation.category(), taxation.rate(), basis);
    }

    /** VAT of what one document asks for. A gross that was agreed is one item of its rate, and its VAT is the rest. */
    static List<VatPart> vat(List<Requirement> asked) {
        List<VatPart> parts = new ArrayList<>();
        for (VatPart part : Vat.of(asked.stream().map(Requirement::item).toList())) {
            Money vat = part.vat();
            for (Requirement one : asked) {
                if (one.gross != null && one.taxation.equals(Taxation.of(part))) {
                    vat = one.gross.minus(one.net);
                }
            }
            parts.add(new VatPart(part.category(), part.rate(), part.net(), vat));
        }
        return parts;
    }
}
