package io.echeance.app.person;

import io.echeance.core.invoice.Language;
import io.echeance.query.access.PersonsDesk.Erasure;
import io.echeance.query.access.PersonsDesk.ErasureState;
import io.echeance.query.access.PersonsDesk.Extent;
import io.echeance.query.access.PersonsDesk.Kept;
import io.echeance.topology.store.Calendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an erasure says of itself: what went, what stays, why and until when. It names the person by the id only.
 *
 * @param payments whose texts went, of those that name no payer and were said to be the person's
 * @param left where it still lies, of the topics that were read from their beginning; empty: nowhere
 */
record Certificate(
        String id,
        Instant at,
        String by,
        boolean partyErased,
        int keysErased,
        Set<String> payments,
        List<String> left,
        List<Kept> kept,
        Language language) {

    /** @param left where of what was deleted something still lies */
    static Certificate of(PersonFile file, Instant at, String by, Going going, List<String> left, Language language) {
        return new Certificate(
                file.id(),
                at,
                by,
                file.isErased(),
                going.keys().size(),
                going.payments(),
                left,
                Remains.of(file, language).all(),
                language);
    }

    Erasure erasure() {
        return new Erasure(state(), lines(), new Extent(partyErased, keysErased, kept), language);
    }

    ErasureState state() {
        return left.isEmpty() ? ErasureState.ERASED : ErasureState.PENDING;
    }

    /** When a certificate is made, and by whom. */
    static String madeAt(Instant at, String by, Language language) {
        String moment = language.moment(LocalDateTime.ofInstant(at, Calendar.ZONE));
        return language.in(
                "établi le " + moment + " (heure de Paris), par " + by, "on " + moment + " (Paris), by " + by);
    }

    /** Where whoever does not agree may turn (GDPR, article 12-4). */
    static String recourse(Language language) {
        return language.in(
                "Réclamation possible auprès de la CNIL (www.cnil.fr) et recours devant le juge (RGPD, art. 12, § 4, 77"
                        + " et 79).",
                "A complaint may be lodged with the CNIL (www.cnil.fr), and a claim brought in court (GDPR, art. 12(4),"
                        + " 77 and 79).");
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String state = language.in(left.isEmpty() ? "prouvé (ERASED)" : "preuve en attente (PENDING)", state().name());
        lines.add(
                language.in("Effacement des données de la personne " + id + " : ", "Erasure of " + id + ": ") + state);
        lines.add(madeAt(at, by, language) + language.in(" ; RGPD, art. 17", "; GDPR, art. 17"));
        lines.add("");
        lines.add(language.in("Ce qui a été effacé", "What went"));
        went().forEach(line -> lines.add("  " + line));
        lines.add("");
        lines.add(language.in("Ce qui est conservé", "What stays"));
        for (Kept one : kept) {
            lines.add("  " + one.what());
            lines.add(language.in("    motif : ", "    why: ") + one.why());
            lines.add(language.in("    durée de conservation : ", "    until: ") + one.until());
        }
        lines.add("  " + recourse(language));
        lines.add("");
        lines.addAll(proof());
        return lines;
    }

    private List<String> went() {
        List<String> lines = new ArrayList<>();
        lines.add(language.in("nom, adresse, courriel et compte bancaire : ", "name, address, e-mail and account: ")
                + (partyErased
                        ? language.in("effacés", "erased")
                        : language.in("rien n’était conservé", "none was there")));
        lines.add(language.in(
                        "clés de ce qui a été saisi et de ce que les banques ont transmis : ",
                        "keys of what was typed and what banks passed on: ")
                + language.in(language.count(keysErased, "détruite", "détruites"), keysErased + " destroyed")
                + language.in(
                        " ; ce qu’elles scellaient est définitivement illisible",
                        ", what they sealed is unreadable for ever"));
        lines.add(language.in(
                "ce qui rattachait des comptes bancaires à la personne, pour proposer ses paiements : effacé",
                "which bank accounts were known to pay for the person, to propose its payments: erased"));
        if (!payments.isEmpty()) {
            lines.add(language.in(
                            "y compris le libellé de paiements sans payeur nommé : ",
                            "with the texts of payments that name no payer: ")
                    + String.join(", ", payments));
        }
        return lines;
    }

    private List<String> proof() {
        if (left.isEmpty()) {
            return List.of(language.in(
                    "Prouvé par la lecture intégrale de parties, de person-keys et des journaux du registre et de la"
                            + " mémoire des comptes : rien de ce qui a été effacé ne s’y trouve plus.",
                    "Proved by reading parties, person-keys and the changelogs of the register and of the memory of"
                            + " accounts from their beginning: nothing of what went is there."));
        }
        List<String> lines = new ArrayList<>();
        lines.add(language.in(
                "Pas encore prouvé : ce qui a été supprimé subsiste jusqu’au nettoyage par les serveurs, un à deux"
                        + " jours. Refaire la même demande pour le vérifier.",
                "Not proved yet: what was deleted lies there until the brokers have cleaned it, a day or two. Ask"
                        + " again with the same command."));
        left.forEach(where -> lines.add(language.in("  encore dans ", "  still in ") + where));
        return lines;
    }
}
