package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import io.echeance.query.http.Token;
import java.time.LocalDate;
import java.util.Arrays;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Approvals")
class ApprovalsTest {

    private static final String MISTRAL = "/console/customers/technolowgic/MISTRAL";
    private static final String DECIDE = MISTRAL + "/decide/PREPAYMENT_PROPOSED";

    @AutoClose
    private final ConsoleAtWork work = ConsoleAtWork.open();

    private Read decide(String... more) {
        Document form = work.get(DECIDE).page();
        String[] fields = new String[6 + more.length];
        fields[0] = "form";
        fields[1] = form.select(".act-form input[name=form]").val();
        fields[2] = "key";
        fields[3] = form.select("input[name=key]").val();
        fields[4] = "grounds";
        fields[5] = form.select("input[name=grounds]").val();
        System.arraycopy(more, 0, fields, 6, more.length);
        return work.post(DECIDE, fields);
    }

    @Test
    @DisplayName("show what is proposed with its reasons and what it rests on, each to be decided by itself")
    void showWhatIsProposed() {
        Document page = work.get("/console/approvals").page();

        assertThat(page.select("section:has(#proposed) h3 a").eachText()).contains("MISTRAL");
        assertThat(page.select("section:has(#proposed)").text())
                .contains("2 debts became late", "Payment before delivery");
        assertThat(page.select("a[href=" + DECIDE + "]")).hasSize(1);
        assertThat(page.select("form.act-form, input[type=checkbox]")).isEmpty();
        assertThat(work.get(MISTRAL).page().select("section:has(#standing)").text())
                .contains("Payment before delivery");
        assertThat(work.get(DECIDE).page().select(".basis").text()).contains("T-2506/MISTRAL/INVOICE/1#1");
    }

    @Test
    @DisplayName(
            "take a decision with its reason, its end and its grounds, by who is there; sent twice, it is one fact")
    void takeADecision() {
        Read sent = decide("outcome", "ACCEPTED", "reason", "late twice, called twice", "until", "2026-09-30");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).startsWith("/console/approvals?said=decide&about=MISTRAL&");
        StandingDecided fact = (StandingDecided) work.book.decisions().getLast();
        assertThat(fact.kind()).isEqualTo(StandingKind.PREPAYMENT_PROPOSED);
        assertThat(fact.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(fact.until()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(fact.grounds()).contains("T-2506/MISTRAL/INVOICE/1#1");
        assertThat(fact.by()).isNotBlank();
        assertThat(work.get(MISTRAL).page().select("section:has(#standing)").text())
                .contains("late twice, called twice");
    }

    @Test
    @DisplayName("are fewer by what was decided, which waits for the close of the day")
    void areFewerByWhatWasDecided() {
        Document before = work.get("/console/approvals").page();
        decide("outcome", "REFUSED", "reason", "they had called");
        Document after = work.get("/console/approvals").page();

        int proposed = before.select("[data-row]").size();
        assertThat(before.select(".title .quiet").text()).isEqualTo(proposed + " to decide");
        assertThat(after.select(".title .quiet").text()).isEqualTo(proposed - 1 + " to decide");
        assertThat(after.select("[data-row]")).hasSize(proposed - 1);
        assertThat(before.select("#decided")).isEmpty();
        assertThat(after.select("section:has(#decided) li").eachText())
                .containsExactly("MISTRAL Payment before delivery technolowgic Decided today: refused anybody");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "T-2506/MISTRAL/INVOICE/1#1", "\u00c9 2/MISTRAL/INVOICE/1#1"})
    @DisplayName("rest on what was read: a decision on other grounds is not taken, and they are shown anew")
    void restOnWhatWasRead(String grounds) {
        Read refused = decide("outcome", "REFUSED", "reason", "they had called", "grounds", grounds);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("It is shown anew");
        assertThat(refused.page().select(".basis li")).hasSizeGreaterThan(1);
        assertThat(refused.page().select("input[name=reason]").val()).isEqualTo("they had called");
        assertThat(work.book.decisions()).isEmpty();
    }

    @Test
    @DisplayName("rest on what was read, as browsers send it; a form without it is damaged")
    void restOnWhatWasReadAsItIsSent() {
        String shown = work.get(DECIDE).page().select("input[name=grounds]").val();
        assertThat(decide("outcome", "REFUSED", "reason", "they had called", "grounds", shown.replace("\n", "\r\n"))
                        .status())
                .isEqualTo(303);

        StandingDecided fact = (StandingDecided) work.book.decisions().getLast();
        assertThat(fact.grounds()).containsExactly(shown.split("\n"));
        String token = work.get(DECIDE).page().select("input[name=form]").val();
        assertThat(work.post(DECIDE, "form", token, "key", "k").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("end nothing that is only proposed")
    void endNothingThatIsOnlyProposed() {
        Read refused = decide("outcome", "ENDED", "reason", "they had called");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("only what was accepted");
        assertThat(work.book.decisions()).isEmpty();

        decide("outcome", "ACCEPTED", "reason", "late twice", "until", "2026-09-30");
        String stands = work.get(DECIDE).page().select("input[name=replaces]").val();
        assertThat(decide("outcome", "ENDED", "reason", "they had called", "replaces", stands)
                        .status())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("say that one stands, what it says and by whom, before another takes its place")
    void sayThatOneStands() {
        String[] first = {"outcome", "REFUSED", "reason", "they had called"};
        String[] second = {"outcome", "ACCEPTED", "reason", "late again", "until", "2026-09-30"};
        assertThat(decide(first).status()).isEqualTo(303);

        Read refused = decide(second);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).contains("Somebody has decided meanwhile");
        assertThat(refused.page().select("main").text()).contains("Decided today: refused anybody");
        assertThat(work.book.decisions()).hasSize(1);
        assertThat(work.get(MISTRAL).page().select("section:has(#standing)").text())
                .contains("Decided today: refused anybody", "Decide otherwise");

        Document form = work.get(DECIDE).page();
        assertThat(form.select("main").text()).contains("Decided today: refused anybody");
        String[] knowing = Arrays.copyOf(second, second.length + 2);
        knowing[second.length] = "replaces";
        knowing[second.length + 1] = form.select("input[name=replaces]").val();
        assertThat(decide(knowing).status()).isEqualTo(303);
        assertThat(work.get("/console/approvals")
                        .page()
                        .select("section:has(#decided) li")
                        .text())
                .contains("accepted")
                .doesNotContain("refused");
    }

    @Test
    @DisplayName("refuse without an end: what was accepted only holds for a time; nothing harms without a reason")
    void comeBackWithTheReason() {
        Read noReason = decide("outcome", "ACCEPTED", "reason", "", "until", "2026-09-30");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.page().select("[role=alert]").text()).isNotBlank();
        Read tooLong = decide("outcome", "ACCEPTED", "reason", "<b>why</b>", "until", "2036-09-30");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.page().select("input[name=reason]").val()).isEqualTo("<b>why</b>");
        assertThat(decide("outcome", "ACCEPTED", "reason", "why").status()).isEqualTo(422);
        assertThat(decide("outcome", "REFUSED", "reason", "they had called").status())
                .isEqualTo(303);
        assertThat(work.book.decisions()).hasSize(1);
    }

    @Test
    @DisplayName("are for those who decide: others see what is proposed and no form; a form of elsewhere is not taken")
    void areForThoseWhoDecide() {
        assertThat(work.post(DECIDE, "outcome", "REFUSED", "reason", "x", "form", "made-up", "key", "k")
                        .status())
                .isEqualTo(403);
        Token clerk = Token.parse("bob:collect:" + Sha256.of("bobs-token")).getFirst();
        try (ConsoleAtWork act = ConsoleAtWork.open(clerk)) {
            act.post("/console/login", "token", "bobs-token");
            assertThat(act.get("/console/approvals").page().select("#proposed ~ div h3"))
                    .isNotEmpty();
            assertThat(act.get("/console/approvals").page().select("a[href*=decide]"))
                    .isEmpty();
            assertThat(act.get(DECIDE).status()).isEqualTo(403);
        }
        assertThat(work.get(MISTRAL + "/decide/BLOCK_PROPOSED").status()).isEqualTo(404);
        assertThat(work.get(MISTRAL + "/decide/BLOCK_PROPOSED").page().text()).contains("His page says who, and when");
        assertThat(work.get(MISTRAL + "/decide/LOYALTY_PRICE").status()).isEqualTo(404);
    }
}
