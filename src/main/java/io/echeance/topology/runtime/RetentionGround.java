package io.echeance.topology.runtime;

import io.echeance.core.invoice.Language;

/** Why something is kept so long, and no longer. */
public enum RetentionGround {
    INPUT(
            false,
            "lus dans le journal en quelques secondes ; trois mois pour trouver ce qui s’est mal passé",
            "read into the log within seconds; three months to find out what went wrong"),
    CALENDAR(
            false,
            "quel jour vient ensuite, même après une longue pause ; ne nomme personne",
            "which day comes next, also after a long pause; names nobody"),
    REFERENCE(false, "des commandes reposent dessus", "orders rest on them"),
    PARTY(
            false,
            "le contrat ; jusqu’à l’effacement de la personne (RGPD, art. 17)",
            "contract; until the person is erased (GDPR, art. 17)"),
    KEYS(
            false,
            "lire ce qu’elles scellent ; jusqu’à l’effacement de la personne",
            "what they seal is read; until the person is erased"),
    LOG(
            true,
            "ce sur quoi reposent les factures ; les textes libres sont scellés. pièces comptables, 10 ans : C. com.,"
                    + " art. L123-22",
            "what invoices rest on; words are sealed. accounting records, 10 years: C. com., L123-22"),
    BOOKS(true, "pièces comptables, 10 ans : C. com., art. L123-22", "accounting records, 10 years: C. com., L123-22"),
    NOTICES(
            true,
            "preuve des relances et des mises en demeure, sous identifiants : C. civ., art. 2224 et 1344",
            "proof of notices, under ids: C. civ., 2224 and 1344"),
    STANDING(
            false,
            "les incidents partent d’eux-mêmes, après 365 jours au plus",
            "incidents leave by themselves after 365 days at most"),
    MENDING(false, "le temps de corriger ce qui a été refusé", "time to mend what was refused"),
    ACCESSES(
            false,
            "qui a vu les noms de qui : CNIL, 14 octobre 2021, 6 à 12 mois",
            "who saw whose names: CNIL, 14 Oct 2021, 6 to 12 months"),
    RIGHTS(
            false,
            "preuve que les droits ont été respectés, sous identifiants : RGPD, art. 5, § 2",
            "proof that rights were respected, under ids: GDPR, art. 5(2)");

    private final boolean isLaw;
    private final String french;
    private final String english;

    RetentionGround(boolean isLaw, String french, String english) {
        this.isLaw = isLaw;
        this.french = french;
        this.english = english;
    }

    /** Whether an article of a code asks for it. */
    public boolean isLaw() {
        return isLaw;
    }

    public String in(Language language) {
        return language.in(french, english);
    }
}
