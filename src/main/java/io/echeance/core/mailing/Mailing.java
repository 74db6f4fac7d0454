package io.echeance.core.mailing;

import io.echeance.core.customer.Customers.OpenCredit;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.CustomerAlert.SetOffProposed;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.terms.Basis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that a payer of a seller is written on one day (<i>envoi</i>): what its orders ask for, order by order. Reminders
 * share a letter; each formal notice is a letter of its own in the same dispatch, for its amounts, its clock and its
 * proof are its own.
 *
 * @param mailingId {@code seller/payer/day}: the same however often it is said
 * @param on the morning after the day that was closed
 * @param tone the gravest of the sections
 * @param asked unpaid of all debts that its reminders and notices name, each once; what a notice says of fees and
 *     interest is not in it
 * @param credits what the payer has paid on its orders and nothing uses: said, never deducted; of funders, nothing
 */
public record Mailing(
        String mailingId,
        String seller,
        String payer,
        LocalDate on,
        SectionKind tone,
        List<MailingSection> sections,
        Money asked,
        List<OpenCredit> credits) {

    /** Of one mailing; what is more goes with the next day's. */
    public static final int MOST_SECTIONS = 300;

    private static final Comparator<MailingSection> IN_ORDER = Comparator.comparing(MailingSection::orderId)
            .thenComparing(MailingSection::kind, Comparator.reverseOrder())
            .thenComparing(MailingSection::saidOn)
            .thenComparing(section -> String.valueOf(section.step()))
            .thenComparing(section -> String.valueOf(section.noticeId()))
            .thenComparing(section -> String.valueOf(section.debts()));

    /** What a section is, from the lightest to the gravest. */
    public enum SectionKind {
        /** Thanks: what was dunned is settled. */
        CLEARED,
        /** An apology: a step claimed what had been paid, or an acceleration is taken back. */
        WITHDRAWN,
        REMINDER,
        /** Debts have fallen due early. */
        ACCELERATED,
        /** A letter of its own, registered where the terms want it. */
        FORMAL_NOTICE;

        /** Whether it asks for money. */
        public boolean asks() {
            return switch (this) {
                case REMINDER, ACCELERATED, FORMAL_NOTICE -> true;
                case CLEARED, WITHDRAWN -> false;
            };
        }
    }

    /**
     * What one alert says of one order.
     *
     * @param saidOn the day that the alert bears
     * @param step of the ladder, if it is one
     */
    public record MailingSection(
            String orderId,
            SectionKind kind,
            LocalDate saidOn,
            @Nullable String step,
            @Nullable String noticeId,
            @Nullable LocalDate answerBy,
            List<NamedDebt> debts) {

        public MailingSection {
            debts = List.copyOf(debts);
        }
    }

    public Mailing {
        sections = List.copyOf(sections);
        credits = List.copyOf(credits);
    }

    /** A notice faces money of the payer's on another order: a person looks at it before the notice leaves. */
    public List<SetOffProposed> setOffs() {
        List<SetOffProposed> proposed = new ArrayList<>();
        for (MailingSection section : sections) {
            Money elsewhere = credits.stream()
                    .filter(credit -> !credit.orderId().equals(section.orderId()))
                    .map(OpenCredit::amount)
                    .reduce(Money.ZERO, Money::plus);
            if (section.kind() == SectionKind.FORMAL_NOTICE && elsewhere.isPositive()) {
                proposed.add(new SetOffProposed(
                        on, section.orderId(), payer, mailingId, elsewhere, List.of(Basis.SET_OFF.toString())));
            }
        }
        return proposed;
    }

    /**
     * What of it is left when it leaves, if some of the debts were settled since: a section that asks for nothing any
     * more is left out, the others stay as they were.
     *
     * @param unpaid whether anything of a debt is unpaid now
     * @return empty: nothing is left to be said
     */
    public Optional<Mailing> leaving(Predicate<ReceivableKey> unpaid) {
        List<MailingSection> left = sections.stream()
                .filter(section -> !section.kind().asks()
                        || section.debts().stream().map(NamedDebt::key).anyMatch(unpaid))
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(of(seller, payer, on, left, credits));
    }

    public List<MailingSection> notices() {
        return sections.stream()
                .filter(section -> section.kind() == SectionKind.FORMAL_NOTICE)
                .toList();
    }

    /** What shares a letter. */
    public List<MailingSection> shared() {
        return sections.stream()
                .filter(section -> section.kind() != SectionKind.FORMAL_NOTICE)
                .toList();
    }

    /** Order by order, the gravest first. */
    public static List<MailingSection> inOrder(List<MailingSection> sections) {
        return sections.stream().sorted(IN_ORDER).toList();
    }

    /** @param sections at least one, in any order */
    public static Mailing of(
            String seller, String payer, LocalDate on, List<MailingSection> sections, List<OpenCredit> credits) {
        List<MailingSection> sorted = inOrder(sections);
        SectionKind tone = sorted.stream()
                .map(MailingSection::kind)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Mailing(seller + "/" + payer + "/" + on, seller, payer, on, tone, sorted, asked(sorted), credits);
    }

    private static Money asked(List<MailingSection> sections) {
        Set<Object> counted = new HashSet<>();
        Money sum = Money.ZERO;
        for (MailingSection section : sections) {
            for (NamedDebt debt : section.kind().asks() ? section.debts() : List.<NamedDebt>of()) {
                sum = counted.add(debt.key()) ? sum.plus(debt.outstanding()) : sum;
            }
        }
        return sum;
    }
}
