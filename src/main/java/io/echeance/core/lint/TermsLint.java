package io.echeance.core.lint;

import io.echeance.core.terms.StatutoryRates;
import java.util.List;

/** Judges terms of sale; see {@link Rule} for all that it can find. */
public final class TermsLint {

    private TermsLint() {}

    /**
     * All findings about a pack, the worst first.
     *
     * @param rates of the semesters in which an agreed rate is compared with the legal floor
     */
    public static List<Finding> findings(TermPack pack, StatutoryRates rates) {
        Findings findings = new Findings(pack.terms());
        new LateRules(pack.terms(), rates, findings).judge();
        new PlanRules(pack.terms(), findings).judge();
        new EndingRules(pack.terms(), findings).judge();
        TextClaims text = pack.text();
        if (text != null) {
            new ClaimRules(pack.terms(), findings).judge(text);
            new TextRules(pack.terms(), text, findings).judge();
        }
        return findings.sorted();
    }
}
