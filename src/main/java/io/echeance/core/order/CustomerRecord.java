package io.echeance.core.order;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one order shows of how its customer pays: no more than the seller's terms make use of. It is worked out anew by
 * each drawing; an incident that turns out to have been none is not in it any longer.
 *
 * @param incidents debts of the customer that became late, in order of the first day late
 * @param paid what it paid, as it counts today, by value date; empty where the terms have no loyalty price
 * @param net price of the order
 * @param gross the same with VAT: payments stand with VAT, and what is net of them is in this proportion
 * @param disputes in order of their first day; empty where the terms draw no conclusion from any
 * @param open null: nothing is
 */
public record CustomerRecord(
        List<Incident> incidents,
        List<DayPaid> paid,
        Money net,
        Money gross,
        List<Dispute> disputes,
        @Nullable OpenMoney open) {

    public static final CustomerRecord NOTHING =
            new CustomerRecord(List.of(), List.of(), Money.ZERO, Money.ZERO, List.of());

    /** Without what a credit limit asks for, and without credit. */
    public CustomerRecord(
            List<Incident> incidents, List<DayPaid> paid, Money net, Money gross, List<Dispute> disputes) {
        this(incidents, paid, net, gross, disputes, null);
    }

    /**
     * What is open between customer and seller.
     *
     * @param exposure what the customer owes or will: unpaid, due or not, and what is to be invoiced to it, with VAT,
     *     less its credit; 0.00 where the seller sets no credit limits
     * @param atRisk of the funders' shares, with VAT, what they have not paid: it may fall back on the customer;
     *     likewise
     * @param credit received of the customer and applied to nothing, whatever the terms say
     */
    public record OpenMoney(Money exposure, Money atRisk, Money credit) {

        static final OpenMoney NONE = new OpenMoney(Money.ZERO, Money.ZERO, Money.ZERO);
    }

    public Money exposure() {
        return open == null ? Money.ZERO : open.exposure;
    }

    public Money atRisk() {
        return open == null ? Money.ZERO : open.atRisk;
    }

    public Money credit() {
        return open == null ? Money.ZERO : open.credit;
    }

    /**
     * A principal debt that became late (<i>incident de paiement</i>).
     *
     * @param on the first day late
     * @param settledOn value date of the payment that settled it; null: it is unpaid
     * @param unpaid of it, now
     */
    public record Incident(
            ReceivableKey receivable,
            LocalDate on,
            @Nullable LocalDate settledOn,
            Money unpaid) {}

    /** All that was paid with one value date, VAT included; what came back or was paid back is not in it. */
    public record DayPaid(LocalDate on, Money amount) {}

    /** @param lastDay last day in dispute, included; null: it is open */
    public record Dispute(
            String holdId, LocalDate from, @Nullable LocalDate lastDay) {

        public boolean isOpenOn(LocalDate day) {
            return !day.isBefore(from) && (lastDay == null || !day.isAfter(lastDay));
        }
    }

    public CustomerRecord {
        incidents = List.copyOf(incidents);
        paid = List.copyOf(paid);
        disputes = List.copyOf(disputes);
        open = OpenMoney.NONE.equals(open) ? null : open;
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }
}
