package io.echeance.core.ledger;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import java.math.BigDecimal;
import java.util.List;

/** The deposit that an invoice deducts (<i>imputation de l'acompte</i>): its net and VAT are not counted twice. */
public final class Deduction {

    private Deduction() {}

    /** What an invoice takes off its gross. */
    public static Money gross(Document invoice) {
        return invoice.payable() == null ? Money.ZERO : invoice.gross().minus(invoice.payable());
    }

    /**
     * Net of it. Several invoices may deduct a part each: rounded as the sum of the parts, so that the last leaves
     * nothing.
     *
     * @param documents of the order, in the order of issue; those behind the invoice do not count
     */
    public static Money net(Document invoice, List<Document> documents) {
        Money gross = gross(invoice);
        if (gross.isZero()) {
            return Money.ZERO;
        }
        Money standing = Money.ZERO;
        Money standingNet = Money.ZERO;
        Money deducted = Money.ZERO;
        for (Document other : documents) {
            if (other.id().equals(invoice.id())) {
                break;
            }
            if (other.payer().equals(invoice.payer())) {
                Money net = other.netOf("deposit");
                if (other.kind() == Kind.DEPOSIT) {
                    standing = standing.plus(other.gross());
                    standingNet = standingNet.plus(net);
                } else if (other.kind() == Kind.CREDIT_NOTE && !net.isZero()) {
                    standing = standing.minus(other.gross());
                    standingNet = standingNet.minus(net);
                } else if (other.kind() == Kind.INVOICE) {
                    deducted = deducted.plus(gross(other));
                }
            }
        }
        BigDecimal whole = standing.toBigDecimal();
        return standingNet
                .timesFraction(deducted.plus(gross).toBigDecimal(), whole)
                .minus(standingNet.timesFraction(deducted.toBigDecimal(), whole));
    }
}
