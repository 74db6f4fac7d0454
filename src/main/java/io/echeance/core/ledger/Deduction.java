package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import java.util.List;

/** The deposit that an invoice deducts (<i>imputation de l'acompte</i>): its net and VAT are not counted twice. */
public final class Deduction {

    private Deduction() {}

    /** What an invoice takes off its gross. */
    public static Money gross(Document invoice) {
        return invoice.payable() == null ? Money.ZERO : invoice.gross().minus(invoice.payable());
    }

    /**
     * The same, rate by rate, as the deposits bear it. Several invoices may deduct a part each: rounded as the sum of
     * the parts, so that the last leaves nothing.
     *
     * @param documents of the order, in the order of issue; those behind the invoice do not count
     */
    public static Base of(Document invoice, List<Document> documents) {
        Money gross = gross(invoice);
        if (gross.isZero()) {
            return Base.NOTHING;
        }
        Base standing = Base.NOTHING;
        Money deducted = Money.ZERO;
        for (Document other : documents) {
            if (other.id().equals(invoice.id())) {
                break;
            }
            if (other.payer().equals(invoice.payer())) {
                boolean isOfDeposit = other.items().stream().allMatch(item -> item.key() instanceof ItemKey.DepositAt);
                if (other.kind() == Kind.DEPOSIT) {
                    standing = standing.plus(Base.of(other));
                } else if (other.kind() == Kind.CREDIT_NOTE && isOfDeposit) {
                    standing = standing.minus(Base.of(other));
                } else if (other.kind() == Kind.INVOICE) {
                    deducted = deducted.plus(gross(other));
                }
            }
        }
        return standing.first(deducted.plus(gross)).minus(standing.first(deducted));
    }
}
