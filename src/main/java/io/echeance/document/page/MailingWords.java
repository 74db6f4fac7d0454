package io.echeance.document.page;

import io.echeance.core.invoice.Language;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.mailing.Mailing.MailingSection;
import io.echeance.core.money.Money;
import io.echeance.core.terms.Basis;
import java.util.List;
import java.util.stream.Collectors;

/** What the letter says that the sections of a mailing share. Never a harsher word than its sections have. */
record MailingWords(Mailing mailing, Language language) {

    String title() {
        return say("Point sur vos commandes", "Your orders with us");
    }

    String subject() {
        List<String> orders = mailing.sections().stream()
                .map(MailingSection::orderId)
                .distinct()
                .toList();
        return (orders.size() == 1 ? say("commande ", "order ") : say("commandes ", "orders "))
                + String.join(", ", orders);
    }

    String opening() {
        return say(
                "Ce courrier réunit tout ce que nous avons à vous dire aujourd'hui, commande par commande.",
                "This letter has all that we have to tell you today, order by order.");
    }

    /** Of the e-mail. */
    String attached() {
        return say(
                "Vous trouverez ci-joint ce que nous avons à vous dire aujourd'hui de vos commandes.",
                "Enclosed is what we have to tell you today about your orders.");
    }

    String heading(MailingSection section) {
        String what = switch (section.kind()) {
            case CLEARED -> say("merci de votre règlement", "thank you for your payment");
            case WITHDRAWN -> say("nos excuses", "our apologies");
            case REMINDER ->
                section.step() != null && section.step().startsWith("d-")
                        ? say("échéance à venir", "payment falling due")
                        : say("rappel", "reminder");
            case ACCELERATED -> say("échéances devenues exigibles", "payments that have fallen due early");
            case FORMAL_NOTICE -> say("mise en demeure", "formal notice");
        };
        return say("Commande ", "Order ") + section.orderId() + " – " + what;
    }

    /** Of what is no reminder. */
    String sentence(MailingSection section) {
        return switch (section.kind()) {
            case CLEARED ->
                say(
                        "Votre règlement nous est parvenu\u00A0: ce que nous vous avions réclamé est soldé.",
                        "Your payment has reached us: what we had asked you for is settled.");
            case WITHDRAWN ->
                say(
                        "Nous vous avons écrit à tort\u00A0: ce que nous vous réclamions ne l'était pas, ou ne l'est"
                                + " plus. Veuillez ne pas tenir compte de notre courrier précédent.",
                        "We wrote to you in error: what we asked for was not owed, or is no longer. Please disregard"
                                + " our earlier letter.");
            case ACCELERATED ->
                say(
                        "Notre mise en demeure étant restée sans effet, les échéances ci-dessous sont devenues"
                                + " exigibles.",
                        "As our formal notice was not answered, the payments below have fallen due.");
            case REMINDER, FORMAL_NOTICE -> throw new IllegalArgumentException("it has words of its own: " + section);
        };
    }

    /** @param notices some are enclosed: debts of one another may be set off */
    String ofCredits(boolean notices) {
        String plain = say(
                "Ces sommes ne sont déduites de rien de ce qui précède. Dites-nous sur quelle facture les imputer, ou"
                        + " demandez-en le remboursement.",
                "They are deducted from nothing above. Tell us which invoice they are for, or ask us to pay them"
                        + " back.");
        return notices
                ? plain
                        + say(
                                " Elles peuvent aussi être compensées avec ce que réclame la mise en demeure jointe ("
                                        + Basis.SET_OFF.code().title() + ", article " + Basis.SET_OFF.article(0) + ").",
                                " They may also be set off against what the enclosed formal notice asks for ("
                                        + Basis.SET_OFF.code().title() + ", article " + Basis.SET_OFF.article(0) + ").")
                : plain;
    }

    String enclosed() {
        String notices = mailing.notices().stream()
                .map(MailingSection::orderId)
                .distinct()
                .collect(Collectors.joining(", "));
        return mailing.notices().size() == 1
                ? say(
                        "Une mise en demeure est jointe, par courrier séparé, pour la commande " + notices + ".",
                        "A formal notice is enclosed as a letter of its own, for order " + notices + ".")
                : say(
                        "Des mises en demeure sont jointes, chacune par courrier séparé, pour les commandes " + notices
                                + ".",
                        "Formal notices are enclosed, each a letter of its own, for the orders " + notices + ".");
    }

    String howToPay(Money asked) {
        return say("Pour régler ", "How to pay ")
                + language.money(asked)
                + (mailing.notices().isEmpty() ? "" : say(" (hors mises en demeure)", " (formal notices apart)"));
    }

    String closing() {
        return say(
                "Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées.", "Yours faithfully,");
    }

    private String say(String french, String english) {
        return language.in(french, english);
    }
}
