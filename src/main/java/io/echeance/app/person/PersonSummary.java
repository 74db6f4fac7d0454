package io.echeance.app.person;

import io.echeance.core.invoice.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * What an export says in plain words: what there is, where it comes from, what it is for, how long it is kept, and the
 * person's rights (GDPR, articles 12-1 and 15-1).
 *
 * @param missing letters that cannot be made again
 */
record PersonSummary(PersonFile file, int invoices, int letters, List<String> missing, Language language) {

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(say("Ce qui est conservé de la personne ", "What is kept of ") + file.id());
        lines.add("");
        lines.addAll(kept());
        lines.add("");
        lines.addAll(use());
        lines.add("");
        lines.add(say(
                "Les données d’autrui sont retirées : salariés, autres payeurs et leurs comptes. Les notes portent"
                        + " sur la personne ; qui remet ce dossier les relit d’abord.",
                "Other people are left out: employees, who else paid, and accounts of theirs. Notes are about"
                        + " the person; whoever hands this out reads them first."));
        return lines;
    }

    private List<String> kept() {
        List<String> lines = new ArrayList<>();
        lines.add(
                file.party() == null
                        ? say(
                                "Nom et adresse : effacés, ou jamais connus.",
                                "Name and address: erased, or never known.")
                        : say(
                                "Nom et adresse : dans data.json, sous party ; ils viennent du fichier des clients du"
                                        + " vendeur.",
                                "Name and address: as in data.json, under party; from the seller's customer"
                                        + " register."));
        String orders = String.join(", ", file.orders().placed());
        lines.add(say("Commandes : ", "Orders: ") + (orders.isEmpty() ? say("aucune", "none") : orders));
        lines.add(say(
                "Faits : " + file.facts().size() + " sur ces commandes et ces paiements, sous facts ; ils viennent du"
                        + " système de commandes du vendeur, des banques, des financeurs et des personnes chargées du"
                        + " recouvrement ; chacun dit par quel topic il est arrivé.",
                "Facts: " + file.facts().size() + " about these orders and payments, under facts: from the seller's"
                        + " order system, banks, funders and the people who collect debts; each says on which topic it"
                        + " came."));
        lines.add(say("Factures et avoirs : ", "Invoices and credit notes: ")
                + invoices
                + say(", dans le dossier invoices.", ", in the folder invoices.")
                + others(file.invoices().size() - invoices));
        lines.add(say(
                "Lettres : " + letters + ", dans les dossiers letters (une par étape) et mailings (toutes celles d’un"
                        + " jour), refaites à partir de ce dont elles étaient faites ; nom et adresse tels qu’ils sont"
                        + " connus à présent.",
                "Letters: " + letters + ", in the folders letters (one a step) and mailings (all of one day), made"
                        + " again from what they were made of; name and address as they are known now."));
        missing.forEach(name -> lines.add(name
                + say(
                        " ne peut pas être refaite : une facture n’a pas encore de numéro, ou des conditions ne sont"
                                + " plus là.",
                        " cannot be made again: an invoice has no number yet, or terms are no longer there.")));
        lines.add(
                file.standings().isEmpty()
                        ? say(
                                "Situation comme client : rien n’est retenu contre la personne.",
                                "Standing as a customer: nothing is held against the person.")
                        : say(
                                "Situation comme client : sous standing, avec les motifs. Il n’y a pas de note ; ce qui"
                                        + " nuit n’est que proposé, et une personne décide (RGPD, art. 22).",
                                "Standing as a customer: under standing, with the reasons. There is no score; what"
                                        + " harms is proposed only, and a person decides (GDPR, art. 22)."));
        return lines;
    }

    /** @param count of those that name the person and are somebody else's */
    private String others(int count) {
        return count == 0
                ? ""
                : say(
                        " De plus, adressés à un financeur et nommant la personne, sans être joints : " + count + ".",
                        " Besides, addressed to a funder and naming the person, and not enclosed: " + count + ".");
    }

    private List<String> use() {
        return List.of(
                say(
                        "À quoi elles servent : facturer les commandes, encaisser et relancer ce qui est dû, tenir les"
                                + " livres.",
                        "What for: to invoice orders, to collect and remind of what is owed, to keep the books."),
                say(
                        "Qui les reçoit : le vendeur et ceux qui travaillent pour lui, chacun selon son rôle ; les"
                                + " financeurs et les administrations, pour ce qui les concerne.",
                        "Who receives it: the seller and who works for it, under roles; funders and authorities what"
                                + " concerns them."),
                say(
                        "Combien de temps : les factures et ce sur quoi elles reposent, dix ans à compter de la fin de"
                                + " leur année (C. com., art. L123-22) ; le nom et l’adresse, jusqu’à leur effacement ;"
                                + " le reste, selon la politique de confidentialité du vendeur.",
                        "How long: invoices and what they rest on ten years from the end of their year (C. com.,"
                                + " L123-22); name and address until they are erased; all else as the seller's page on"
                                + " privacy says."),
                say(
                        "Droits (RGPD) : accès (art. 15), rectification (art. 16), effacement de ce qu’aucune loi"
                                + " n’impose de conserver (art. 17), limitation (art. 18), portabilité (art. 20),"
                                + " opposition (art. 21), sauf à ce qui est dû ; réponse sous un mois (art. 12, § 3) ;"
                                + " réclamation auprès de la CNIL (www.cnil.fr ; art. 77).",
                        "Rights (GDPR): access (art. 15), to have wrong data mended (art. 16) and data erased that no"
                                + " law keeps (art. 17), the use of them restricted (art. 18), to take them along"
                                + " (art. 20), to object (art. 21), but not to what is owed; an answer within a month"
                                + " (art. 12(3)); to complain to the CNIL (www.cnil.fr; art. 77)."));
    }

    private String say(String french, String english) {
        return language.in(french, english);
    }
}
