package io.echeance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatCategory;
import io.echeance.document.SampleParties;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written on an invoice is what its seller's terms compute with. */
class MentionsTest {

    private static final LocalDate ON = LocalDate.of(2026, 3, 2);

    private static final String AT_ONCE = "exigibles dès le jour suivant la date d'échéance, sans rappel.";
    private static final String FROM_NOTICE = "à compter d'une mise en demeure.";
    private static final String AFTER_EIGHT_DAYS = "à défaut de paiement dans les 8 jours d'une mise en demeure.";
    private static final String ECB = "taux de refinancement de la Banque centrale européenne majoré de ";

    static List<Arguments> penalties() {
        return List.of(
                arguments("technolowgic", PayerKind.PROFESSIONAL, "taux de 10,75 % l'an", AT_ONCE),
                arguments("technolowgic", PayerKind.PUBLIC_BUYER, ECB + "8 points", AT_ONCE),
                arguments("ecole-librairie", PayerKind.PROFESSIONAL, "3 fois le taux de l'intérêt légal", AT_ONCE),
                arguments("ecole-librairie", PayerKind.CONSUMER, "taux de l'intérêt légal", FROM_NOTICE),
                arguments("hexagone-initial", PayerKind.CONSUMER, "taux de l'intérêt légal", AFTER_EIGHT_DAYS),
                arguments("alegria-online", PayerKind.PROFESSIONAL, ECB + "10 points", AT_ONCE));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, {3}")
    @MethodSource("penalties")
    void thePenaltyRateIsTheOneThatIsCharged(String terms, PayerKind payer, String rate, String start) {
        assertThat(said(terms, payer, "PMD").replace('\u00A0', ' '))
                .isEqualTo("Pénalités de retard : " + rate + ", " + start);
    }

    @Test
    void whoOwesNoPenaltyReadsSo() {
        assertThat(said("technolowgic", PayerKind.FUNDER, "PMD"))
                .isEqualTo("Aucune pénalité de retard n'est demandée.");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "technolowgic, PROFESSIONAL, true",
        "technolowgic, PUBLIC_BUYER, true",
        "technolowgic, FUNDER, false",
        "ecole-librairie, PROFESSIONAL, true",
        "ecole-librairie, CONSUMER, false",
        "alegria-online, CONSUMER, false",
        "hexagone-initial, CONSUMER, false"
    })
    void fortyEurosAreSaidToThoseWhoOweThemAndToNobodyElse(String terms, PayerKind payer, boolean owed) {
        String said = said(terms, payer, "PMT");
        assertThat(said.contains("40,00\u00A0€")).isEqualTo(owed);
        assertThat(said.startsWith("Aucune indemnité forfaitaire")).isNotEqualTo(owed);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}, {4}")
    @CsvSource({
        "technolowgic, PROFESSIONAL, INVOICE, B2B, ",
        "technolowgic, PROFESSIONAL, RECOVERY_FEE, OUTOFSCOPE, VATEX-EU-O",
        "ecole-librairie, CONSUMER, INVOICE, B2C, ",
        "hexagone-initial, CONSUMER, INVOICE, OUTOFSCOPE, VATEX-FR-CGI261-4",
        "alegria-online, CONSUMER, INVOICE, B2C, VATEX-FR-FRANCHISE",
        "alegria-online, PROFESSIONAL, CLOSING, OUTOFSCOPE, VATEX-EU-O"
    })
    void theTreatmentFollowsTheRegimeAndTheBuyer(
            String terms, PayerKind payer, Kind kind, String treatment, @Nullable String exemptionCode) {
        Mentions mentions = mentions(terms, payer, kind, Language.FR);
        assertThat(text(mentions, "BAR")).isEqualTo(treatment);
        assertThat(mentions.exemptionCode()).isEqualTo(exemptionCode);
        assertThat(mentions.exemption() == null).isEqualTo(exemptionCode == null);
    }

    @Test
    void eachSubjectThatTheLawWantsIsSaidOnceInEitherLanguage() {
        for (Language language : Language.values()) {
            for (PayerKind payer : PayerKind.values()) {
                assertThat(mentions("technolowgic", payer, Kind.INVOICE, language)
                                .all())
                        .extracting(Mention::code)
                        .as("%s %s", language, payer)
                        .doesNotHaveDuplicates()
                        .contains("PMT", "PMD", "AAB");
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PROFESSIONAL, (articles L441-10 et D441-5 du Code de commerce).",
        "PUBLIC_BUYER, (articles L2192-13 et D2192-35 du Code de la commande publique)."
    })
    void theFeeRestsOnTheLawOfTheBuyer(PayerKind payer, String articles) {
        assertThat(said("technolowgic", payer, "PMT")).endsWith(articles);
    }

    @Test
    void anEnglishReaderReadsTheSame() {
        Mentions mentions = mentions("technolowgic", PayerKind.PROFESSIONAL, Kind.INVOICE, Language.EN);
        assertThat(text(mentions, "PMD"))
                .isEqualTo("Penalty for late payment: 10.75% a year, due from the day after the due date,"
                        + " without reminder.");
        assertThat(text(mentions, "PMT")).contains("€40.00");
    }

    @Test
    void aFunderReadsForWhomItPays() {
        Mentions mentions = mentions("technolowgic", PayerKind.FUNDER, Kind.INVOICE, Language.FR);
        assertThat(text(mentions, "AAI")).isEqualTo("Prise en charge pour Vercors Systèmes, dossier T-1");
    }

    private static String said(String terms, PayerKind payer, String code) {
        return text(mentions(terms, payer, Kind.INVOICE, Language.FR), code);
    }

    private static String text(Mentions mentions, String code) {
        return mentions.all().stream()
                .filter(mention -> mention.code().equals(code))
                .map(Mention::text)
                .reduce("", String::concat);
    }

    private static Mentions mentions(String terms, PayerKind payer, Kind kind, Language language) {
        var bound = TermPacks.bundled().all().stream()
                .filter(pack -> pack.name().equals(terms))
                .findFirst()
                .orElseThrow();
        String payerId = payer == PayerKind.FUNDER ? "OPCO-ATLAS" : "VERCORS";
        VatCategory category = kind.isPrincipal() ? bound.vat().category() : VatCategory.O;
        Percent rate = category.rate();
        Document document = new Document(
                ON,
                "T-1",
                DocumentId.of("T-1", payerId, kind, 1),
                kind,
                payerId,
                Money.of("100.00"),
                Money.ZERO,
                Money.of("100.00"),
                Money.of("100.00"),
                List.of(),
                List.of(new Item(new ItemKey.FileFee(), Money.of("100.00"), category, rate, List.of())),
                null,
                List.of(),
                bound.seller(),
                bound.id(),
                List.of());
        Draft draft = new Draft(document, bound, payer, "VERCORS", List.of(), ON, ON, List.of());
        return new Mentions(
                draft,
                SampleParties.of(payerId, payer),
                payer == PayerKind.FUNDER ? SampleParties.of("VERCORS", PayerKind.PROFESSIONAL) : null,
                language);
    }
}
