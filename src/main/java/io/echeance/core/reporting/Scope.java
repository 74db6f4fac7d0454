package io.echeance.core.reporting;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRegime;

/** Whether e-reporting asks about a document, and how its money is reported. */
public enum Scope {
    /** To a consumer: its sale is summed up by day (CGI, ann. II, 242 nonies O), its money too (242 nonies P). */
    CONSUMER,
    /** To a business in France: the electronic invoice tells the sale, its status 212 the money. */
    E_INVOICE,
    /** To a business abroad: the sale is reported invoice by invoice; VAT by place of supply is not judged here. */
    ABROAD,
    /** Schooling and vocational training, exempt (CGI, 261-4-4°): in neither. */
    EXEMPT,
    /** Indemnities, the recovery fee, late interest: outside VAT, in neither. */
    OUTSIDE_VAT;

    public static Scope of(Invoice invoice) {
        if (invoice.document().items().stream().allMatch(item -> item.vatCategory() == VatCategory.O)) {
            return OUTSIDE_VAT;
        }
        if (invoice.vatRegime() == VatRegime.EXEMPT_261_4_4) {
            return EXEMPT;
        }
        if (invoice.buyerKind() == PayerKind.CONSUMER) {
            return CONSUMER;
        }
        return invoice.buyer().isFrench() ? E_INVOICE : ABROAD;
    }

    /** Whether the collection of its money is reported, one way or the other. */
    public boolean tellsPayments() {
        return this == CONSUMER || this == E_INVOICE;
    }
}
