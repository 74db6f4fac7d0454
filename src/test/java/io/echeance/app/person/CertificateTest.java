package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.person.OpenBusiness.Matter;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.query.access.PersonsDesk.ErasureState;
import io.echeance.serde.Approved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A certificate of an erasure")
class CertificateTest {

    private static Certificate certificate(List<String> left, Language language) {
        return new Certificate(
                "EVA",
                Instant.parse("2026-11-01T09:05:07Z"),
                "dpo",
                true,
                2,
                Set.of("P-2"),
                left,
                new Remains(
                                new TreeMap<>(Map.of(2025, 1, 2026, 3)),
                                Map.of(2026, 1),
                                12,
                                1,
                                left.size(),
                                1 + left.size(),
                                left.size(),
                                since(left),
                                language)
                        .all(),
                language);
    }

    /** What is pending has words in clear too, and business that was begun since. */
    private static List<OpenBusiness> since(List<String> left) {
        return left.isEmpty() ? List.of() : List.of(new OpenBusiness("T-9", Matter.INVOICE));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Language.class)
    @DisplayName("says in each language what went, what stays, why and until when, and where to turn")
    void says(Language language) {
        List<String> all = new ArrayList<>(certificate(List.of(), language).lines());
        all.add("");
        all.addAll(certificate(List.of("p.parties"), language).lines());
        Approved.text(
                Approved.FOLDER.resolve("certificates/erasure-" + language.code() + ".txt"),
                String.join("\n", all) + "\n",
                "Both languages say the same, and what they cite is the law.");
    }

    @Test
    @DisplayName("is pending until nothing is left, in either language under the same word")
    void pending() {
        for (Language language : Language.values()) {
            assertThat(certificate(List.of("parties"), language).lines().getFirst())
                    .contains("PENDING");
            assertThat(certificate(List.of("parties"), language).state()).isEqualTo(ErasureState.PENDING);
            assertThat(certificate(List.of(), language).lines().getFirst()).contains("ERASED");
        }
    }

    @Test
    @DisplayName("is refused while business is open, with the articles and where to turn")
    void refused() {
        List<OpenBusiness> open = List.of(
                new OpenBusiness("T-1", Matter.UNPAID, Money.of("1234.50")), new OpenBusiness("T-2", Matter.INVOICE));
        assertThat(ErasureRefused.open(open, Language.FR).lines())
                .containsExactly(
                        "rien n’a été effacé, des affaires sont en cours ; à terminer d’abord (annuler, régler,"
                                + " rembourser ou passer en perte) :",
                        "  T-1 : 1\u202f234,50\u00a0€ restent impayés",
                        "  T-2 : reste à facturer",
                        "Les données restent nécessaires à l’exécution du contrat (RGPD, art. 17, § 1, a) et à la"
                                + " constatation, à l’exercice ou à la défense de droits en justice (§ 3, e). La"
                                + " limitation du traitement peut être demandée (art. 18) ; l’opposition (art. 21) ne"
                                + " porte pas sur ce qui est dû.",
                        "Réclamation possible auprès de la CNIL (www.cnil.fr) et recours devant le juge (RGPD, art. 12,"
                                + " § 4, 77 et 79).");
        assertThat(ErasureRefused.open(open, Language.EN).lines())
                .contains("  T-1: €1,234.50 are unpaid", "  T-2: it is still to be invoiced")
                .anyMatch(line -> line.contains("17(3)(e)"));
    }

    @ParameterizedTest
    @EnumSource(Matter.class)
    @DisplayName("has words of each language for all that may be open")
    void hasWords(Matter matter) {
        String french = new OpenBusiness("T-1", matter).in(Language.FR);
        assertThat(french).startsWith("T-1 : ").isNotEqualTo(new OpenBusiness("T-1", matter).in(Language.EN));
    }
}
