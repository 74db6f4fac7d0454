package io.echeance.core.invoice;

import io.echeance.core.order.Document;
import io.echeance.core.order.OrderAlert.VatToForeignBusiness;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.Basis;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business that French VAT is charged to although it seems to be established abroad. A service to a business is taxed
 * where the business is (CGI, 259, 1°): then it owes the VAT of its own country itself (<i>autoliquidation</i>), and
 * the invoice says so and charges none.
 *
 * <p>Reading taken: a VAT number of another country, or an address there, suggests it and does not settle it: a company
 * may be established in France under the number of another country, and admission to an event is taxed where it is held
 * (CGI, 259 A, 5° bis). So the invoice goes out as the terms have it, and a person is asked before it does.
 *
 * @param shownBy the beginning of the VAT number, or the country of the address
 */
public record ForeignBusiness(String shownBy) {

    private static final int COUNTRY_CODE = 2;

    /** Monaco is France's for VAT, and its numbers begin with FR. */
    private static final Set<String> IN_FRENCH_VAT = Set.of("FR", "MC");

    /** Null: no VAT is charged, or to nobody of another country. */
    public static @Nullable ForeignBusiness of(Draft draft, Party buyer) {
        boolean charged =
                draft.document().vat().isPositive() && draft.document().kind() != Document.Kind.CREDIT_NOTE;
        if (!charged || draft.payerKind() == PayerKind.CONSUMER) {
            return null;
        }
        String vatId = buyer.vatId();
        if (vatId != null && vatId.strip().length() >= COUNTRY_CODE) {
            String country = vatId.strip().substring(0, COUNTRY_CODE);
            return IN_FRENCH_VAT.contains(country) ? null : new ForeignBusiness("VAT number " + country);
        }
        return buyer.isFrench() || IN_FRENCH_VAT.contains(buyer.country())
                ? null
                : new ForeignBusiness("address in " + buyer.country());
    }

    /** What a person is asked. */
    public VatToForeignBusiness alert(Document document) {
        return new VatToForeignBusiness(
                document.on(),
                document.orderId(),
                document.payer(),
                document.vat(),
                shownBy,
                document.id(),
                List.of(Basis.PLACE_OF_SUPPLY_ABROAD.toString(), Basis.REVERSE_CHARGE.toString()));
    }
}
