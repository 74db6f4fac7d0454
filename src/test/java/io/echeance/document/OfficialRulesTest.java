package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.terms.VatRegime;
import io.echeance.document.OfficialRules.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every invoice of the demo and of all scenarios, in both syntaxes, against the schema, EN 16931 and the French rules:
 * at the time of writing 315 invoices, 630 documents, no finding, not even a warning.
 */
class OfficialRulesTest {

    private static final List<Invoice> INVOICES = KindsOfInvoice.allPlayed();

    @Test
    void everyInvoiceKeepsAllRulesInCii() {
        assertThat(findings(Cii::of, OfficialRules.CII)).isEmpty();
    }

    @Test
    void everyInvoiceKeepsAllRulesInUbl() {
        assertThat(findings(Ubl::of, OfficialRules.UBL)).isEmpty();
    }

    @Test
    void everyInvoicePassesOurOwnChecks() {
        assertThat(INVOICES)
                .allSatisfy(invoice -> assertThat(Conformity.flaws(invoice)).isEmpty());
    }

    @Test
    void thatIsAllKindsOfDocumentsOfAllRegimesAndMoreThanThreeHundredOfThem() {
        assertThat(INVOICES).hasSizeGreaterThan(300);
        assertThat(all(invoice -> invoice.document().kind())).isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(all(Invoice::vatRegime)).isEqualTo(EnumSet.allOf(VatRegime.class));
        assertThat(all(Invoice::typeCode)).containsExactlyInAnyOrder("380", "381", "386", "503");
        assertThat(all(Invoice::process)).containsExactlyInAnyOrder("S1", "S4");
        assertThat(all(Invoice::language)).containsExactlyInAnyOrder("fr", "en");
    }

    private static <T> Set<T> all(Function<Invoice, T> aspect) {
        return INVOICES.stream().map(aspect).collect(Collectors.toSet());
    }

    /** By the number of the invoice and what it is. */
    private static List<String> findings(Function<Invoice, byte[]> syntax, OfficialRules rules) {
        List<String> findings = new ArrayList<>();
        List<List<Finding>> found = INVOICES.parallelStream()
                .map(invoice -> rules.findings(syntax.apply(invoice)))
                .toList();
        assertThat(found).hasSameSizeAs(INVOICES);
        for (int n = 0; n < found.size(); n++) {
            for (Finding finding : found.get(n)) {
                findings.add(INVOICES.get(n).number() + " " + INVOICES.get(n).typeCode() + " " + finding);
            }
        }
        return findings;
    }
}
