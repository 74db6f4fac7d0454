package io.echeance.app.person;

import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Language;
import io.echeance.query.access.PersonsDesk.Erasure;
import io.echeance.query.access.PersonsDesk.ErasureState;
import io.echeance.query.access.PersonsDesk.Extent;
import java.util.ArrayList;
import java.util.List;

/** Nothing was erased, and why: as the person may be told (GDPR, article 12-4). */
final class ErasureRefused extends WorkFailed {
    private static final long serialVersionUID = 1;

    private final ErasureState state;
    private final Language language;

    private ErasureRefused(ErasureState state, List<String> lines, Language language) {
        super(lines);
        this.language = language;
        this.state = state;
    }

    /** @param extent what it would take */
    Erasure erasure(Extent extent) {
        return new Erasure(state, lines(), extent, language);
    }

    static ErasureRefused open(List<OpenBusiness> open, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(language.in(
                "rien n’a été effacé, des affaires sont en cours ; à terminer d’abord (annuler, régler, rembourser ou"
                        + " passer en perte) :",
                "nothing was erased, for business is open; end it first (cancel, settle, pay back or write off):"));
        open.forEach(one -> lines.add("  " + one.in(language)));
        lines.add(language.in(
                "Les données restent nécessaires à l’exécution du contrat (RGPD, art. 17, § 1, a) et à la constatation,"
                        + " à l’exercice ou à la défense de droits en justice (§ 3, e). La limitation du traitement"
                        + " peut être demandée (art. 18) ; l’opposition (art. 21) ne porte pas sur ce qui est dû.",
                "To perform the contract, and claim or pay back what is owed, is a ground to keep the data (GDPR, art."
                        + " 17(1)(a) and 17(3)(e)). That their use be restricted may be asked for (art. 18); what is"
                        + " owed is not open to objection (art. 21)."));
        lines.add(Certificate.recourse(language));
        return new ErasureRefused(ErasureState.BUSINESS_OPEN, lines, language);
    }

    /** @param payments each with what speaks against it */
    static ErasureRefused notIts(String person, List<String> payments, Language language) {
        List<String> lines = new ArrayList<>();
        lines.add(language.in(
                "rien n’a été effacé, des paiements ne sont pas reconnus comme étant de " + person + " ; peut être"
                        + " indiqué l’argent en attente ou mis de côté qui ne nomme aucun payeur :",
                "nothing was erased, for payments are not known to be of " + person + "; what may be named is money"
                        + " that waits or is set aside and names no payer:"));
        lines.addAll(payments);
        return new ErasureRefused(ErasureState.NOT_ITS_PAYMENT, lines, language);
    }
}
