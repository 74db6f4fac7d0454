package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Segment;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A page with unusual content")
class UnusualPagesTest {

    private static final byte[] XML = "<invoice/>".getBytes(StandardCharsets.UTF_8);

    private static final Invoice INVOICE = PlayedInvoices.ofTheDemo().stream()
            .filter(invoice -> invoice.language().equals("fr"))
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cœur d’Œuvre – Les Ÿs & Cie",
                "Ștefan Đorđević-Šťastný",
                "Ελένη Παπαδοπούλου",
                "Жанна Фёдорова",
                "<b>Tom</b> & \"Jerry\" </td> &amp; {title}",
                "100 € … № 5 × 3 − 1",
                "narrow\u202Fand\u00A0wide",
                "De\u0301compose\u0301",
                "Հայաստան საქართველო"
            })
    @DisplayName("prints what it is given")
    void printsWhatItIsGiven(String name) throws Exception {
        byte[] pdf = FacturX.of(boughtBy(name), XML);

        assertThat(Paper.of(pdf).text())
                .contains(Paper.compact(Normalizer.normalize(name, Form.NFC)))
                .doesNotContain("□");
        assertThat(PdfaCheck.breaches(pdf)).isEmpty();
    }

    /** As it is told, and as it stands on the page from left to right. */
    static Stream<Arguments> rightToLeft() {
        String college = "\u05DE\u05DB\u05DC\u05DC\u05EA";
        String town = "\u05E8\u05DE\u05EA \u05D2\u05DF";
        String school = "\u0645\u062F\u0631\u0633\u0629";
        String paris = "\u0628\u0627\u0631\u064A\u0633";
        return Stream.of(
                arguments(college, turned(college)),
                arguments(college + " (" + town + ") 2026", "2026 (" + turned(town) + ") " + turned(college)),
                arguments("Stage, " + college + " 2026", "Stage, 2026 " + turned(college)),
                arguments(college + " Paris 12", "Paris 12 " + turned(college)),
                arguments(school, turned(school)),
                arguments(school + " (" + paris + ") 12,50", "12,50 (" + turned(paris) + ") " + turned(school)));
    }

    private static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @ParameterizedTest
    @MethodSource("rightToLeft")
    @DisplayName("runs Hebrew and Arabic from right to left, numbers and Latin from left to right")
    void runsFromRightToLeft(String name, String seen) throws Exception {
        byte[] pdf = FacturX.of(boughtBy(name), XML);

        assertThat(Paper.seen(pdf).replaceAll("[ \u00A0]+", " ")).contains(seen);
        assertThat(PdfaCheck.breaches(pdf)).isEmpty();
    }

    @Test
    @DisplayName("joins Arabic letters: each in the form of its place")
    void joinsArabicLetters() {
        String raw = Paper.glyphs(FacturX.of(boughtBy("\u0628\u0628\u0628"), XML));

        assertThat(raw).contains("\uFE90\uFE92\uFE91");
    }

    @Test
    @DisplayName("shows a box where the font has no letter, and says where to find the letter")
    void showsABoxWhereALetterIsMissing() throws Exception {
        byte[] pdf = FacturX.of(boughtBy("陳大文 Li \uD83E\uDD9C"), XML);

        assertThat(Paper.of(pdf).text())
                .contains("□□□Li□")
                .contains(Paper.compact("□ : caractère que la police de cette page n'a pas"))
                .contains("factur-x.xml");
        assertThat(PdfaCheck.breaches(pdf)).isEmpty();
    }

    @Test
    @DisplayName("leaves out only what nobody would see")
    void leavesOutOnlyTheInvisible() {
        assertThat(Paper.of(FacturX.of(boughtBy("A\u200BB\uFEFFC\u00ADD\u0007E"), XML))
                        .text())
                .contains("ABC")
                .contains("DE")
                .doesNotContain("□");
    }

    @Test
    @DisplayName("goes on over as many pages as it takes, with heads and numbers on each")
    void goesOnOverPages() {
        LocalDate first = LocalDate.of(2026, 1, 1);
        List<Due> due = IntStream.range(0, 120)
                .mapToObj(n -> new Due(first.plusMonths(n), Money.ofCents(10_000 + n)))
                .toList();
        List<Segment> segments = IntStream.range(0, 90)
                .mapToObj(n -> new Segment(
                        ReceivableKey.parse("X#1"),
                        first.plusDays(n),
                        first.plusDays(n),
                        1,
                        Money.of("1000.00"),
                        Percent.of("12.15"),
                        Money.ofCents(500 + n),
                        "ECB 2026-S1 + 10.00"))
                .toList();

        Paper paper = Paper.of(FacturX.of(with(due, segments), XML));

        int pages = paper.pages().size();
        assertThat(pages).isBetween(6, 12);
        assertThat(due)
                .allSatisfy(one -> assertThat(paper.text())
                        .contains(Paper.compact(INVOICE.words().money(one.amount()))));
        assertThat(segments)
                .allSatisfy(one -> assertThat(paper.text())
                        .contains(Paper.compact(INVOICE.words().money(one.amount()))));
        for (int page = 1; page <= pages; page++) {
            assertThat(paper.pages().get(page - 1)).contains(INVOICE.number() + "–page" + page + "/" + pages);
        }
        assertThat(paper.pages().subList(1, 3)).allMatch(page -> page.contains("Tauxannuel"));
        assertThat(paper.pages().subList(pages - 3, pages - 1)).allMatch(page -> page.contains("Àpayerauplustardle"));
    }

    private static Invoice boughtBy(String name) {
        Party buyer = INVOICE.buyer();
        for (String gone : List.of("tradeName", "legalForm", "iban", "bic")) {
            buyer = Changed.with(buyer, gone, null);
        }
        buyer = Changed.with(Changed.with(buyer, "name", name), "language", "fr");
        return Changed.with(Changed.with(INVOICE, "buyer", buyer), "language", "fr");
    }

    private static Invoice with(List<Due> due, List<Segment> segments) {
        Document document = Changed.with(Changed.with(INVOICE.document(), "due", due), "segments", segments);
        return Changed.with(Changed.with(INVOICE, "document", document), "language", "fr");
    }
}
