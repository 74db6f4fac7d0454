package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentDeduction.KeptBy;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.SuspenseEntry;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Money in suspense")
class SuspenseTest {

    private static final String SUSPENSE = "/console/suspense";

    @AutoClose
    private final ConsoleAtWork work = Morning.open();

    private PaymentApplied last() {
        return (PaymentApplied) work.book.posted().getLast();
    }

    /** What a form of the page of a payment says, with what is entered in place of it. */
    private Read send(String payment, String step, String... entered) {
        String path = "/console/payments/" + payment;
        List<String> fields = new ArrayList<>(List.of("step", step));
        for (var field : work.get(path).page().select("form.fields [name]:not(button)")) {
            fields.add(field.attr("name"));
            fields.add(
                    field.tagName().equals("select")
                            ? field.select("[selected]").val()
                            : field.val());
        }
        fields.addAll(List.of(entered));
        return work.post(path, fields.toArray(String[]::new));
    }

    @Test
    @DisplayName("that was placed is taken back by one button, and placed again: each decision names the one before")
    void isTakenBackAndPlacedAgain() {
        Read placed = work.post(SUSPENSE + "/P9", "form", work.formOf(SUSPENSE), "key", "k1", "orderId", "T-2514");
        String first = last().factId();

        Document done = work.get(placed.header("Location")).page();
        assertThat(done.select(".undo button").attr("data-key")).isEqualTo("z");
        Read undone = work.post(
                SUSPENSE + "/P9",
                "form",
                work.formOf(SUSPENSE),
                "key",
                done.select(".undo [name=key]").val(),
                "replaces",
                done.select(".undo [name=replaces]").val(),
                "step",
                "undo");
        assertThat(undone.header("Location")).startsWith(SUSPENSE + "?said=undone&about=P9&");
        assertThat(last().parts()).isEmpty();
        assertThat(last().replaces()).isEqualTo(first);
        String second = last().factId();

        Document again = work.get(SUSPENSE).page();
        assertThat(again.select("article:contains(P9)").text()).contains("put back into suspense");
        assertThat(again.select("article:contains(P9) [name=replaces]").eachAttr("value"))
                .containsOnly(second);
        work.post(
                SUSPENSE + "/P9", "form", work.formOf(SUSPENSE), "key", "k3", "replaces", second, "orderId", "T-2514");
        assertThat(last().replaces()).isEqualTo(second);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, 'For technolowgic the rule “number of a document” only proposes since 2 Mar 2026'",
        "fr, 'Pour technolowgic, la règle « numéro de document » ne fait plus que proposer depuis le 2 mars 2026'"
    })
    @DisplayName("is headed by the rules that only propose since persons have corrected them")
    void isHeadedByRulesThatOnlyPropose(String language, String sentence) {
        Document page = work.get(SUSPENSE, "Accept-Language", language).page();

        assertThat(page.select("p").eachText()).anyMatch(text -> text.contains(sentence));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "en, 'In shadow, the rule “number of a document” would have put it to T-2514.'",
        "fr, 'À l’essai, la règle « numéro de document » l’aurait affecté à T-2514.'"
    })
    @DisplayName("says where a rule in shadow would have put it")
    void saysWhatARuleInShadowWouldDo(String language, String sentence) {
        Document page = work.get(SUSPENSE, "Accept-Language", language).page();

        assertThat(page.select("article:contains(P10) > p").eachText()).contains(sentence);
        assertThat(page.select("article:contains(P9)").text()).doesNotContain(sentence);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        en | The text names it; the amount is another | the text names T-2514 | €1,680.00 are unpaid
        fr | Le texte la nomme ; le montant diffère | le texte nomme T-2514 | en restent dus
        """)
    @DisplayName("is shown with what it may be for and why, on its page, which the list asks for")
    void isShownWithWhatItMayBeFor(String language, String rule, String named, String rest) {
        Document page =
                work.get("/console/payments/P9", "Accept-Language", language).page();

        assertThat(page.select(".leads strong").eachText()).containsExactly(rule);
        assertThat(page.select(".leads > ol > li > a").eachText()).containsExactly("T-2514");
        assertThat(page.select(".leads .sub li").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(named),
                        second -> assertThat(second).contains(rest).doesNotContain("1680.00"));
        assertThat(page.select(".leads [lang]")).isEmpty();
        assertThat(work.get(SUSPENSE).page().select("article:contains(P9) .why").attr("hx-get"))
                .startsWith("/console/payments/P9");
    }

    @Test
    @DisplayName("that was set aside is taken back where it is listed")
    void setAsideIsTakenBack() {
        work.post(
                SUSPENSE + "/P10",
                "form",
                work.formOf(SUSPENSE),
                "key",
                "k1",
                "amount",
                "250.00",
                "reason",
                "SENT_BACK");
        Document aside = work.get(SUSPENSE).page();
        assertThat(aside.select("tr:contains(P10)").text()).contains("sent back", "anybody");
        work.post(
                SUSPENSE + "/P10",
                "form",
                work.formOf(SUSPENSE),
                "key",
                "k2",
                "replaces",
                aside.select("tr:contains(P10) [name=replaces]").val(),
                "step",
                "undo");

        assertThat(last().setAside()).isNull();
        assertThat(work.get(SUSPENSE).page().select("article:contains(P10)")).hasSize(1);
    }

    @Test
    @DisplayName("is put where it had been put before, where it was presented again")
    void secondPresentationIsProposedWhereTheFirstWas() {
        work.book.post(new PaymentApplied(
                "d1",
                ConsoleAtWork.DAY,
                "P10",
                List.of(),
                new SetAside(Money.of("250.00"), SetAside.Why.TO_CLARIFY),
                "ann",
                null));
        Document page = work.get("/console/payments/P10").page();

        assertThat(page.select("#aside").val()).isEqualTo("250.00");
        assertThat(page.select("[name=replaces]").val()).isEqualTo("d1");
        assertThat(page.text()).contains("Decided on 16 Mar 2026 · ann");
        assertThat(page.select("button[value=undo]")).hasSize(1);
    }

    @Test
    @DisplayName("goes to several orders and aside, with what a bank kept of it; what is left is said, to the cent")
    void goesToSeveral() {
        Document proposed = work.get("/console/payments/P9").page();
        assertThat(proposed.select("#order0").val()).isEqualTo("T-2514");
        assertThat(proposed.select("#amount0").val()).isEqualTo("1000.00");
        assertThat(proposed.select("output data").attr("value")).isEqualTo("0.00");

        String[] entered = {"amount0", "600", "order1", "T-2515", "amount1", "300,5", "kept", "12.00"};
        assertThat(send("P9", "look", entered).page().select("output data").attr("value"))
                .isEqualTo("111.50");
        assertThat(work.book.posted()).isEmpty();
        assertThat(send("P9", "look", "amount0", "much").page().select("output").text())
                .contains("no amount");

        List<String> all = new ArrayList<>(List.of(entered));
        all.addAll(List.of("aside", "111.50", "reason", "TO_CLARIFY"));
        assertThat(send("P9", "send", all.toArray(String[]::new)).status()).isEqualTo(303);
        assertThat(last().parts())
                .containsExactly(
                        new PaymentPart("T-2514", null, Money.of("600.00"), null),
                        new PaymentPart("T-2515", null, Money.of("300.50"), null));
        assertThat(last().setAside()).isEqualTo(new SetAside(Money.of("111.50"), SetAside.Why.TO_CLARIFY));
        assertThat(last().deductions()).singleElement().satisfies(kept -> {
            assertThat(kept.kind()).isEqualTo(KeptBy.BANK_FEE);
            assertThat(kept.amount()).isEqualTo(Money.of("12.00"));
        });
    }

    @Test
    @DisplayName("keeps all that a bank and a provider kept of it, when it is decided anew")
    void keepsAllThatWasKept() {
        work.book.post(new PaymentApplied(
                "d1",
                ConsoleAtWork.DAY,
                "P10",
                List.of(),
                new SetAside(Money.of("265.00"), SetAside.Why.TO_CLARIFY),
                "ann",
                null,
                List.of(
                        new PaymentDeduction(KeptBy.BANK_FEE, Money.of("10.00")),
                        new PaymentDeduction(KeptBy.PROVIDER_FEE, Money.of("5.00")))));
        Document page = work.get("/console/payments/P10").page();

        assertThat(page.select("#kept, #kept1, #kept2").eachAttr("value")).containsExactly("10.00", "5.00", "");
        assertThat(page.select("#keptBy1 option[selected]").val()).isEqualTo("PROVIDER_FEE");
        assertThat(page.select("output data").attr("value")).isEqualTo("0.00");
        assertThat(page.text()).contains("10.00", "5.00");
        send("P10", "send", "kept", "10.00", "keptBy", "BANK_FEE", "kept1", "5.00", "keptBy1", "PROVIDER_FEE");
        assertThat(last().deductions())
                .extracting(PaymentDeduction::kind, PaymentDeduction::amount)
                .containsExactly(
                        tuple(KeptBy.BANK_FEE, Money.of("10.00")), tuple(KeptBy.PROVIDER_FEE, Money.of("5.00")));
    }

    @Test
    @DisplayName("that cannot be taken so says why, and keeps what was entered")
    void refusalKeepsWhatWasEntered() {
        Read refused = send("P9", "send", "order0", "T-404");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("no order T-404");
        assertThat(refused.page().select("#order0").val()).isEqualTo("T-404");
        assertThat(work.get("/console/payments/nobody").status()).isEqualTo(404);
        assertThat(work.get("/console/payments/P404").status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        en | LATE-1 | 25.00  | left the account      | Return of LATE-1
        fr | LATE-1 | 25.00  | sortis du compte      | Rejet de LATE-1
        en | back-1 | 25.00  | left the account      | ask the bank
        fr | back-1 | -25.00 | revenus sur le compte | demandez à la banque
        """)
    @DisplayName("that left the account is shown as that, with nothing to be done that would be refused")
    void whatLeftIsShownAsThat(String language, String of, String amount, String what, String about) {
        PaymentReturned left = new PaymentReturned("back-1", null, ConsoleAtWork.DAY, of, "AC04", Money.of(amount));
        SuspenseEntry entry = new SuspenseEntry(null, left, left.on(), false, null, List.of(), null, false);
        try (ConsoleAtWork bank = ConsoleAtWork.on(ConsoleAtWork.DAY, List.of(entry))) {
            Document page = bank.get(SUSPENSE, "Accept-Language", language).page();

            assertThat(page.select("article h2 data").attr("value")).isEqualTo("25.00");
            assertThat(page.select("article").text()).contains(what, about, "AC04", "2026");
            assertThat(page.select("article form, article a, article [hx-get]")).isEmpty();
            assertThat(page.select(".title .quiet").text()).startsWith("0");
        }
    }

    @Test
    @DisplayName("is shown page by page, however much waits: every payment once")
    void isShownPageByPage() {
        List<SuspenseEntry> much = new ArrayList<>();
        for (int n = 0; n < 2 * Pager.ROWS + 5; n++) {
            String id = "Q%03d".formatted(n);
            PaymentReceived paid = new PaymentReceived(
                    id, null, ConsoleAtWork.DAY.minusDays(2), id, null, Money.of("1.00"), Method.TRANSFER, null);
            much.add(new SuspenseEntry(null, paid, paid.on(), false, null, List.of(), null, false));
        }
        List<String> seen = new ArrayList<>();
        try (ConsoleAtWork busy = ConsoleAtWork.on(ConsoleAtWork.DAY, much)) {
            String next = SUSPENSE;
            while (!next.isEmpty()) {
                Document page = busy.get(next).page();
                seen.addAll(page.select("article h2 .sub").eachText());
                next = page.select(".pager a:contains(Next)").attr("href");
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(
                        much.stream().map(entry -> entry.fact().movementId()).toList());
    }
}
