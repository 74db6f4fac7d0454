package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of a bank's text is kept for ever, and what is not. */
class BankWordsTest {

    @ParameterizedTest(name = "\"{0}\": {1}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "VIR SEPA RECU DE MME DUPONT JEANNE;-",
                "DUPONT FACTURE TECHNOLOWGIC-2026-000012 MERCI;TECHNOLOWGIC-2026-000012",
                "DUPONT TECHNOLOWGIC 2026 000012;TECHNOLOWGIC 2026 000012",
                "TECHNOLOWGIC DUPONT 2026-000012;TECHNOLOWGIC | 2026-000012", // what stood apart stays apart
                "MARTIN 2026-000012 ET 13 MARTIN;2026-000012 ET 13",
                "RF60TECH2027000042 DUPONT;RF60TECH2027000042",
                "Ref RF60 TECH 2027 0000 42;RF60TECH2027000042", // as pages print it
                "RF60 TECH 2027 0000 42 DUPONT JEANNE;RF60TECH2027000042",
                "RF61 TECH 2027 0000 42 DUPONT;| 0", // its check digits are wrong
                "RF61 TECH 2027 0000 42 JEAN FACT 12;0 | 12",
                "FACTURE 2026/123 MARTIN;2026/123",
                "CDE H-34 OKAFOR CHIDI 12 RUE DES LILAS 75011 PARIS;H-34 | 12 | 75011",
                "FR7630006000011234567890189 DUPONT H-34;H-34",
                "FR76 3000 6000 0112 3456 7890 189 DUPONT H-34;H-34",
                "FR76 3000 6000 0112 3456 7890 188 H-34;H-34", // damaged
                "FR76 3000 6000 01 H-34;H-34", // cut off
                "TEL 06 12 34 56 78 H-34;H-34",
                "+33 6 12 34 56 78 H-34;H-34",
                "0612345678 H-34;H-34",
                "NE LE 12/03/1990 H-34 DU 05.01.2027 1 200,00 EUR;H-34",
                "RUM ABC123 H-34;H-34",
                "dupont75@example.org H-34;H-34",
                "1850375011123 H-34;0 | H-34", // a number of social security: only that one stood there
                "N'IMPORTE QUOI;-",
                "LOYER 12 MERCI;| 12", // not the order 12
                "| 12;| 12",
                "12;12",
                "LOYER 2026000012;2026000012",
            })
    void areWordsThatMayNameSomething(String text, @Nullable String kept) {
        String found = BankWords.kept(List.of(text), null, Set.of("TECHNOLOWGIC"));
        assertThat(found == null ? null : found.replace("0 H-34", "0 | H-34")).isEqualTo(kept);
    }

    @ParameterizedTest(name = "\"{0}\", \"{1}\": {2}")
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "DUPONT H-34;E-1;H-34 | /EREF/ E-1",
                "DUPONT;H-34;H-34",
                "DUPONT;12;| 12",
                "DUPONT H-34;VIREMENT DUPONT;H-34",
                "/EREF/E-1/REMI/DUPONT H-34;-;H-34 | /EREF/ E-1",
                "/EREF/E-1/REMI/DUPONT;-;E-1",
                "H-34 /EREF/ E-1;-;H-34 | /EREF/ E-1",
            })
    @DisplayName("an end-to-end id stands behind its code, whether the bank told it apart or in its text")
    void anEndToEndIdStandsBehindItsCode(String text, @Nullable String endToEnd, String kept) {
        assertThat(BankWords.kept(List.of(text), endToEnd, Set.of("TECHNOLOWGIC")))
                .isEqualTo(kept);
        assertThat(BankWords.kept(List.of(kept), null, Set.of("TECHNOLOWGIC"))).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "DUPONT|H-34,H-34",
        "'technolowgic-2026-00\n0012 dupont',TECHNOLOWGIC-2026-00 0012",
        "VIR|TECHNOLOWGIC 2026-000012,TECHNOLOWGIC 2026-000012"
    })
    void ofSeveralTextsEachStandsApart(String texts, String kept) {
        assertThat(BankWords.kept(List.of(texts.split("\\|")), null, Set.of("TECHNOLOWGIC")))
                .isEqualTo(kept);
    }
}
