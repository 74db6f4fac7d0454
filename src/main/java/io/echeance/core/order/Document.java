package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.VatCategory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note (<i>facture, avoir</i>), complete and final; its number is given later, by its series.
 *
 * @param id {@code orderId/payer/KIND/n}
 * @param gross net plus VAT; positive on a credit note too
 * @param payable what is still asked for after a deposit; null on a credit note
 * @param due what falls due when; the n-th of them is the receivable {@code id#n}
 * @param refersTo the invoice that a credit note reduces; null on any other document
 * @param segments how the interest of a {@code CLOSING} comes about
 * @param terms the pinned id of the terms that it follows from
 */
public record Document(
        LocalDate on,
        String orderId,
        String id,
        Kind kind,
        String payer,
        Money net,
        Money vat,
        Money gross,
        @Nullable Money payable,
        List<Due> due,
        List<Item> items,
        @Nullable String refersTo,
        List<Segment> segments,
        String seller,
        String terms)
        implements Output {

    public enum Kind {
        /** Facture d'acompte. */
        DEPOSIT,
        /** Facture. */
        INVOICE,
        /** Facture de dédit: outside VAT. */
        CANCELLATION_FEE,
        /** Avoir. */
        CREDIT_NOTE,
        /** Indemnité forfaitaire pour frais de recouvrement: outside VAT. */
        RECOVERY_FEE,
        /** Facture de solde: the late interest, outside VAT. */
        CLOSING;

        /** Whether it asks for principal: what can be late, bears interest and has a ladder. */
        public boolean isPrincipal() {
            return this == DEPOSIT || this == INVOICE || this == CANCELLATION_FEE;
        }
    }

    public record Due(LocalDate on, Money amount) {}

    /** @param vatRate null for category O */
    public record Item(
            String key,
            Money net,
            VatCategory vatCategory,
            @Nullable Percent vatRate,
            List<String> basis) {}

    /** The key of its n-th receivable, counted from 1. */
    public String receivable(int n) {
        return id + "#" + n;
    }

    /** Net of the items of one key. */
    public Money netOf(String key) {
        Money sum = Money.ZERO;
        for (Item item : items) {
            if (item.key().equals(key)) {
                sum = sum.plus(item.net());
            }
        }
        return sum;
    }
}
