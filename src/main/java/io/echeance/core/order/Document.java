package io.echeance.core.order;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.PaymentTerms.EndOfMonth;
import io.echeance.core.terms.VatCategory;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or a credit note (<i>facture, avoir</i>), complete and final; its number is given later, by its series.
 *
 * @param gross net plus VAT; positive on a credit note too
 * @param payable what is still asked for after a deposit; null on a credit note
 * @param due what falls due when; the n-th of them is the receivable {@code id#n}
 * @param refersTo the invoice that a credit note reduces; null on any other document
 * @param byRate VAT of each rate, where it bears several; empty: it is of one, and {@code vat} is the VAT of it
 * @param segments how the interest of a {@code CLOSING} comes about
 * @param terms the pinned id of the terms that it follows from
 */
public record Document(
        LocalDate on,
        String orderId,
        DocumentId id,
        Kind kind,
        String payer,
        Money net,
        Money vat,
        Money gross,
        @Nullable Money payable,
        List<Due> due,
        List<Item> items,
        @Nullable DocumentId refersTo,
        List<Segment> segments,
        String seller,
        String terms,
        List<VatPart> byRate)
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

    /**
     * What falls due.
     *
     * @param on {@link #NEVER} while its document is held back
     * @param rule how the day follows from the document's
     * @param monthEnd of a day that follows by {@link DueRule#MONTH_END}; null of any other
     */
    public record Due(
            LocalDate on,
            Money amount,
            DueRule rule,
            @Nullable MonthEnd monthEnd) {

        /** The due date of what does not fall due: after every day that is ever closed. */
        public static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

        private static final int DAYS_WHERE_A_FIXED_DAY_HAS_PASSED = 14;

        /** How a due date follows from the document's date. */
        public enum DueRule {
            /** So many days after it. */
            DAYS_AFTER,
            /** A day of the calendar; once that has passed, 14 days after it. */
            FIXED_DAY,
            /** The day of an instalment; once that has passed, the document's date. */
            INSTALMENT,
            /** So many days and the end of a month after it (<i>fin de mois</i>). */
            MONTH_END
        }

        /** So many days, counted to or from the end of a month. */
        public record MonthEnd(EndOfMonth how, int days) {}

        /** Days after the document's date. */
        public Due(LocalDate on, Money amount) {
            this(on, amount, DueRule.DAYS_AFTER);
        }

        public Due(LocalDate on, Money amount, DueRule rule) {
            this(on, amount, rule, null);
        }

        /** So many days and the end of a month after the document's date. */
        public static Due atMonthEnd(MonthEnd monthEnd, LocalDate documentOn, Money amount) {
            LocalDate on = monthEnd.how().dueOn(documentOn, monthEnd.days());
            return new Due(on, amount, DueRule.MONTH_END, monthEnd);
        }

        /** On a day of the calendar; where that has passed on the document's date, 14 days after this. */
        public static Due onFixedDay(LocalDate day, LocalDate documentOn, Money amount) {
            return day.isBefore(documentOn)
                    ? new Due(documentOn.plusDays(DAYS_WHERE_A_FIXED_DAY_HAS_PASSED), amount)
                    : new Due(day, amount, DueRule.FIXED_DAY);
        }

        /** The same, of a document that bears {@code later} instead of {@code before}. */
        private Due moved(LocalDate before, LocalDate later) {
            return switch (rule) {
                case DAYS_AFTER -> new Due(on.plusDays(ChronoUnit.DAYS.between(before, later)), amount);
                case FIXED_DAY -> onFixedDay(on, later, amount);
                case INSTALMENT -> new Due(on.isBefore(later) ? later : on, amount, rule);
                case MONTH_END -> monthEnd == null ? this : atMonthEnd(monthEnd, later, amount);
            };
        }
    }

    /**
     * What of a document bears VAT of one category and rate.
     *
     * @param rate percent; null for category O
     */
    public record VatPart(VatCategory category, @Nullable Percent rate, Money net, Money vat) {}

    /** VAT of each category and rate; at least one. */
    public List<VatPart> vatParts() {
        if (!byRate.isEmpty()) {
            return byRate;
        }
        Item any = items.getFirst();
        return List.of(new VatPart(any.vatCategory(), any.vatRate(), net, vat));
    }

    /** @param vatRate null for category O */
    public record Item(
            ItemKey key,
            Money net,
            VatCategory vatCategory,
            @Nullable Percent vatRate,
            List<String> basis) {}

    /** As it is while it is held back: nothing of it falls due. */
    public Document heldBack() {
        return dated(
                on,
                due.stream()
                        .map(one -> new Due(Due.NEVER, one.amount(), one.rule(), one.monthEnd()))
                        .toList());
    }

    /** Whether nothing of what it asks for falls due, since it waits for its number. */
    public boolean isHeldBack() {
        return due.stream().anyMatch(one -> one.on().equals(Due.NEVER));
    }

    /** As it is issued on {@code day}, if not before: it bears that day, and what it asks for falls due from there. */
    public Document issuedOn(LocalDate day) {
        return day.isAfter(on)
                ? dated(day, due.stream().map(one -> one.moved(on, day)).toList())
                : this;
    }

    private Document dated(LocalDate day, List<Due> falling) {
        return new Document(
                day, orderId, id, kind, payer, net, vat, gross, payable, falling, items, refersTo, segments, seller,
                terms, byRate);
    }

    /** The key of its n-th receivable, counted from 1. */
    public ReceivableKey receivable(int n) {
        return id.receivable(n);
    }

    /** Net of the items of one key. */
    public Money netOf(ItemKey key) {
        Money sum = Money.ZERO;
        for (Item item : items) {
            if (item.key().equals(key)) {
                sum = sum.plus(item.net());
            }
        }
        return sum;
    }
}
