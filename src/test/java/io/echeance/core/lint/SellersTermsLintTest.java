package io.echeance.core.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.terms.StatutoryRates;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lawyer would mark in the four sellers' texts; the table is {@code findings.txt}. */
@DisplayName("The sellers' terms of sale")
class SellersTermsLintTest {

    private static final StatutoryRates RATES = StatutoryRatesFile.bundled();
    private static final Path TABLE = Path.of("src", "test", "resources", "packs", "findings.txt");

    @ParameterizedTest(name = "{0}")
    @MethodSource("packs")
    @DisplayName("have the findings of the table and no others")
    void haveTheFindingsOfTheTable(TermPack pack) throws IOException {
        List<String> expected = Files.readAllLines(TABLE).stream()
                .filter(row -> row.startsWith(pack.terms().name() + " |"))
                .toList();

        assertThat(TermsLint.findings(pack, RATES))
                .map(finding -> row(pack, finding))
                .containsExactlyElementsOf(expected);
    }

    /** The findings that the sellers' lawyers asked for first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "technolowgic RATE_BELOW_FLOOR",
                "technolowgic RECOVERY_FEE_CALLED_NET",
                "technolowgic FEE_ON_WITHDRAWAL",
                "technolowgic ARTICLE_REPLACED",
                "ecole-librairie CONSUMER_RECOVERY_FEE",
                "ecole-librairie CONSUMER_RATE",
                "ecole-librairie CONSUMER_COLLECTION_COSTS",
                "ecole-librairie SCALE_HOLE",
                "ecole-librairie DEPOSIT_UNDEFINED",
                "hexagone-initial INSTALMENTS_DIFFER",
                "hexagone-initial THRESHOLD_WITHOUT_NUMBER",
                "hexagone-initial ACCELERATION_NOTICE_SHORT",
                "hexagone-initial PERIODS_BEGUN_KEPT",
                "alegria-online REFUND_TIMES_DIFFER",
                "alegria-online FRANCHISE_WITH_VAT_NUMBER",
                "alegria-online FRANCHISE_WITH_VAT_PRICES",
                "alegria-online CONSUMER_PAYS_TOO_EARLY"
            })
    @DisplayName("have at least these findings, whatever the table says")
    void haveAtLeastTheseFindings(String nameAndRule) {
        String name = nameAndRule.substring(0, nameAndRule.indexOf(' '));
        Rule rule = Rule.valueOf(nameAndRule.substring(nameAndRule.indexOf(' ') + 1));

        assertThat(TermsLint.findings(TermPacks.bundled().pack(name).orElseThrow(), RATES))
                .extracting(Finding::rule)
                .contains(rule);
    }

    @Test
    @DisplayName("are never found at fault without a legal ground")
    void haveALegalGround() {
        assertThat(packs().flatMap(pack -> TermsLint.findings(pack, RATES).stream()))
                .extracting(Finding::ground)
                .allSatisfy(ground -> assertThat(ground)
                        .containsPattern("Code|CGI|CPCE|Ordonnance|Loi")
                        .containsPattern("\\d"));
    }

    static Stream<TermPack> packs() {
        return TermPacks.bundled().packs().stream();
    }

    private static String row(TermPack pack, Finding finding) {
        String sentence = finding.sentence().replaceAll(" \\(« .* »\\)$", "");
        return String.join(
                " | ",
                pack.terms().name(),
                finding.severity().name(),
                finding.rule().name(),
                finding.place(),
                sentence);
    }
}
