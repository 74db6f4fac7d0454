package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.document.OfficialRules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Documents that are broken on purpose, each so that it breaks the rule that is named: the rules are looked at, and a
 * check that finds nothing could have found something.
 */
class BrokenEInvoiceTest {

    @ParameterizedTest(name = "{0}: {2} → {3} breaks {1}")
    @CsvFileSource(resources = "/broken-e-invoices/cii.csv", delimiter = '|', quoteCharacter = '`')
    void cii(String kind, String rule, String said, String instead) {
        breaks(OfficialRules.CII, Cii.of(KindsOfInvoice.named(kind)), rule, said, instead);
    }

    @ParameterizedTest(name = "{0}: {2} → {3} breaks {1}")
    @CsvFileSource(resources = "/broken-e-invoices/ubl.csv", delimiter = '|', quoteCharacter = '`')
    void ubl(String kind, String rule, String said, String instead) {
        breaks(OfficialRules.UBL, Ubl.of(KindsOfInvoice.named(kind)), rule, said, instead);
    }

    @Test
    void whatIsNoInvoiceAtAllIsLookedAtByNoRuleAndThatIsAFinding() {
        byte[] other = "<order xmlns='urn:example'/>".getBytes(StandardCharsets.UTF_8);

        for (OfficialRules rules : List.of(OfficialRules.CII, OfficialRules.UBL)) {
            assertThat(rules.findings(other)).extracting(Finding::rule).contains("XSD", "CRASH");
        }
    }

    private static void breaks(OfficialRules rules, byte[] whole, String rule, String said, String instead) {
        String text = new String(whole, StandardCharsets.UTF_8);
        String broken = text.replaceAll(said, instead);
        assertThat(broken).isNotEqualTo(text);

        assertThat(rules.findings(whole)).isEmpty();
        assertThat(rules.findings(broken.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(finding -> assertThat(finding.rule()).startsWith(rule));
    }
}
