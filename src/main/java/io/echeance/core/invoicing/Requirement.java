package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.vat.Vat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to stand invoiced to a payer under one key, by all that is known today.
 *
 * @param kind of the document that asks for it
 * @param gross where the gross is what was agreed (a deposit); null: net plus VAT
 */
public record Requirement(
        String payer,
        Document.Kind kind,
        String key,
        Money net,
        @Nullable Money gross,
        VatCategory category,
        List<String> basis) {

    public static Requirement of(
            String payer, Document.Kind kind, String key, Money net, VatCategory category, List<String> basis) {
        return new Requirement(payer, kind, key, net, null, category, basis);
    }

    /** A deposit agreed gross: its net is what VAT at {@code category}'s rate leaves, rounded half up. */
    public static Requirement deposit(String payer, Money gross, VatCategory category, List<String> basis) {
        return new Requirement(
                payer, Document.Kind.DEPOSIT, "deposit", Vat.netOf(gross, category), gross, category, basis);
    }
}
