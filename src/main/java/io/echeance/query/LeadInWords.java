package io.echeance.query;

import io.echeance.core.invoice.Language;
import io.echeance.core.matching.Lead;
import io.echeance.core.matching.Lead.LeadPart;
import io.echeance.core.matching.Lead.LeadRule;
import java.util.List;

/** What money that waits may be meant for, with what speaks for it in the language of who asks. */
public record LeadInWords(LeadRule rule, List<LeadPart> parts, List<String> evidence, boolean contradicted) {

    public static LeadInWords of(Lead lead, Language language) {
        return new LeadInWords(
                lead.rule(),
                lead.parts(),
                lead.evidence().stream().map(language::in).toList(),
                lead.contradicted());
    }
}
