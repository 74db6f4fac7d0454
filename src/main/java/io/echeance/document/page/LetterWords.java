package io.echeance.document.page;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Language;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.Clause;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.TermsRule;
import io.echeance.document.page.Reminded.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a letter says in sentences. */
record LetterWords(Reminded about, Language language) {

    String title() {
        return switch (about.tone()) {
            case AHEAD -> say("Rappel d'échéance", "Payment reminder");
            case COURTEOUS, FIRM -> say("Relance", "Overdue reminder");
            case FORMAL -> say("Mise en demeure", "Formal notice");
        };
    }

    String subject() {
        String numbers = about.invoices().stream().map(Invoice::number).collect(Collectors.joining(", "));
        String invoices = about.invoices().size() == 1 ? say("facture ", "invoice ") : say("factures ", "invoices ");
        if (about.isOfPenalties()) {
            return say("Frais et intérêts de retard – ", "Late fees and interest – ") + invoices + numbers;
        }
        return switch (about.tone()) {
            case AHEAD -> say("Échéance à venir – ", "Payment falling due – ") + invoices + numbers;
            case COURTEOUS -> say("Facture arrivée à échéance – ", "Payment overdue – ") + invoices + numbers;
            case FIRM -> say("Impayé – ", "Still unpaid – ") + invoices + numbers;
            case FORMAL ->
                say("Mise en demeure de payer – ", "Formal notice to pay (mise en demeure) – ") + invoices + numbers;
        };
    }

    /** Before the list of debts. */
    String opening() {
        if (about.isOfPenalties() && about.tone() == Tone.COURTEOUS) {
            return say(
                    "Ce qui était en retard nous est parvenu, et nous vous en remercions. Sauf erreur de notre part, il"
                            + " reste à nous régler ce que ce retard a entraîné\u00A0:",
                    "What was late has reached us, thank you. Unless we are mistaken, what the delay has brought is"
                            + " still to be paid:");
        }
        return switch (about.tone()) {
            case AHEAD ->
                say(
                        "Nous vous rappelons l'échéance ci-dessous. Si vous l'avez déjà réglée, nous vous en"
                                + " remercions et vous prions de ne pas tenir compte de ce courrier.",
                        "May we remind you of the payment below, which falls due soon. If you have already made it, "
                                + "please accept our thanks and disregard this letter.");
            case COURTEOUS ->
                say(
                        "Sauf erreur de notre part, la somme ci-dessous ne nous est pas encore parvenue. Il s'agit"
                            + " sans doute d'un oubli : nous vous remercions de bien vouloir la régler dès réception.",
                        "Unless we are mistaken, the sum below has not reached us yet. It may have been overlooked: we "
                                + "would be grateful for payment on receipt of this letter.");
            case FIRM ->
                say(
                        "La somme ci-dessous reste impayée " + lateDays() + " jours après son échéance. Nous vous "
                                + "demandons de la régler sans délai, ou de nous faire connaître ce qui s'y oppose.",
                        "The sum below is still unpaid " + lateDays()
                                + " days after it fell due. Please pay it without "
                                + "delay, or let us know what stands in the way.");
            case FORMAL ->
                say(
                        "Les sommes ci-dessous, que vous restez nous devoir, sont exigibles et impayées.",
                        "The sums below are due from you and unpaid.");
        };
    }

    /** Of the debt that is late the longest. */
    private long lateDays() {
        LocalDate oldest = about.debts().stream()
                .map(debt -> debt.claim().dueOn())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return ChronoUnit.DAYS.between(oldest, about.alert().on());
    }

    /** The demand of a formal notice: how much, and by when. */
    String demand() {
        LocalDate by = Objects.requireNonNull(about.notice()).answerBy();
        long days = ChronoUnit.DAYS.between(about.alert().on(), by);
        String total = language.money(about.total());
        return say(
                "Nous vous mettons en demeure de nous payer la somme de " + total + " dans un délai de " + days
                        + " jours, soit au plus tard le " + language.day(by) + ". La présente vaut mise en demeure au "
                        + "sens de l'article 1344 du Code civil.",
                "We give you formal notice (mise en demeure) to pay us the sum of " + total + " within " + days
                        + " days, that is by " + language.day(by) + " at the latest. This letter is a mise en demeure "
                        + "in the sense of article 1344 of the French Code civil.");
    }

    /** Why interest and fee are owed, as the invoices said. */
    List<String> conditions() {
        boolean penalties =
                about.debtorKind() == PayerKind.PROFESSIONAL || about.debtorKind() == PayerKind.PUBLIC_BUYER;
        List<String> conditions = new ArrayList<>();
        Invoice invoice = about.invoices().getFirst();
        for (Mention mention : invoice.mentions()) {
            if (mention.code().equals("PMD")) {
                interestRule().ifPresent(rule -> conditions.add(withBasis(mention.text(), rule)));
            } else if (mention.code().equals("PMT") && penalties) {
                conditions.add(
                        isTheLaws(TermsRule.RECOVERY_FEE)
                                ? mention.text()
                                : withBasis(mention.text(), TermsRule.RECOVERY_FEE));
            }
        }
        return conditions;
    }

    /** None for a funder. */
    private Optional<TermsRule> interestRule() {
        return Arrays.stream(Quality.values())
                .filter(quality -> PayerKind.of(quality) == about.debtorKind())
                .findFirst()
                .map(TermsRule::interest);
    }

    /** The sentence with the clause that it rests on. */
    private String withBasis(String text, TermsRule rule) {
        String clause = clause(rule);
        return clause.isEmpty() ? text : text.replaceFirst("\\.$", "") + " – " + clause + ".";
    }

    /** Whether the law alone gives it: an invoice that says it names the articles. */
    private boolean isTheLaws(TermsRule rule) {
        return about.terms().clauseOf(rule) instanceof Clause.OfLaw;
    }

    /** Where a rule stands, for those who look it up; empty if in no text. */
    private String clause(TermsRule rule) {
        return switch (about.terms().clauseOf(rule)) {
            case Clause.Ours ours -> "";
            case Clause.OfLaw law -> law.articles();
            case Clause.InText text -> say("conditions générales, ", "terms of sale, ") + text.place();
        };
    }

    /** What follows if a formal notice stays unanswered, as far as the terms have it. */
    List<String> sequel() {
        List<String> sequel = new ArrayList<>();
        LateTerms late = about.terms().late();
        if (late.interest().keySet().stream().anyMatch(quality -> PayerKind.of(quality) == about.debtorKind())) {
            sequel.add(say(
                    "les intérêts de retard courront jusqu'au paiement ;", "late interest will run until payment;"));
        }
        LateTerms.AccelerationClause clause = late.acceleration();
        if (clause != null && about.hasMoreToCome()) {
            sequel.add(acceleration(clause.unansweredDays(), clause.afterIncidents()));
        }
        Integer suspended = late.accessSuspendedAfterDays();
        if (suspended != null) {
            sequel.add(say(
                    "l'accès à la formation est suspendu à partir de " + days(suspended) + " de retard"
                            + in(TermsRule.ACCESS_SUSPENDED) + " ;",
                    "access to the course is suspended from " + days(suspended) + " of delay on"
                            + in(TermsRule.ACCESS_SUSPENDED) + ";"));
        }
        if (late.documentsWithheld()) {
            sequel.add(say(
                    "attestations, relevés et diplôme ne seront remis qu'après complet paiement"
                            + in(TermsRule.DOCUMENTS_WITHHELD) + " ;",
                    "certificates, transcripts and diploma are handed over only once all is paid"
                            + in(TermsRule.DOCUMENTS_WITHHELD) + ";"));
        }
        Integer litigation = about.litigationAfterDays();
        if (litigation != null) {
            sequel.add(say(
                    "à partir de " + days(litigation) + " de retard, le dossier sera transmis pour recouvrement en "
                            + "justice.",
                    "from " + days(litigation) + " of delay on, the file will be referred for recovery through the "
                            + "courts."));
        }
        return sequel;
    }

    private String acceleration(int days, int incidents) {
        boolean served = about.terms().late().noticeClock() == LateTerms.NoticeClock.SERVED;
        String from = served
                ? say(" de la réception de la présente", " of receipt of this letter")
                : say(" de la date de la présente", " of the date of this letter");
        return say(
                "à défaut de paiement dans les " + days + " jours" + from + ", et si " + incidents + " échéances de la "
                        + "commande ont été en retard, toutes les échéances à venir deviennent exigibles"
                        + in(TermsRule.ACCELERATION) + " ;",
                "if not paid within " + days + " days" + from + ", and if " + incidents + " payments of the order have "
                        + "been late, all payments still to come fall due at once" + in(TermsRule.ACCELERATION) + ";");
    }

    private String in(TermsRule rule) {
        String clause = clause(rule);
        return clause.isEmpty() ? "" : " (" + clause + ")";
    }

    private String days(int days) {
        return days + (days == 1 ? say(" jour", " day") : say(" jours", " days"));
    }

    /** What the notice itself rests on. */
    String basis() {
        return say("Fondement\u00A0: ", "Basis: ")
                + String.join(" ; ", about.alert().basis());
    }

    String quality() {
        return switch (about.debtorKind()) {
            case PROFESSIONAL -> say("Professionnel", "Professional");
            case PUBLIC_BUYER -> say("Acheteur public", "Public buyer");
            case CONSUMER -> say("Consommateur", "Consumer");
            case FUNDER -> say("Financeur d'une part de la commande", "Funder of a part of the order");
        };
    }

    String closing() {
        return say(
                "Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées.", "Yours faithfully,");
    }

    private String say(String french, String english) {
        return language.in(french, english);
    }
}
