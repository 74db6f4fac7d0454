package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import io.echeance.query.http.Token;
import java.time.LocalDate;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
        assertThat(sent.header("Location")).isEqualTo("/console/approvals?said=decide");
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
    @DisplayName("rest on what was read, not on what has come since: a new debt brings a refused proposal back")
    void restOnWhatWasRead() {
        String read = "T-2506/MISTRAL/INVOICE/1#1\r\n\u00c9 2/MISTRAL/INVOICE/1#1";
        assertThat(decide("outcome", "REFUSED", "reason", "they had called", "grounds", read)
                        .status())
                .isEqualTo(303);

        StandingDecided fact = (StandingDecided) work.book.decisions().getLast();
        assertThat(fact.grounds()).containsExactly(read.split("\r\n"));
        assertThat(work.post(
                                DECIDE,
                                "form",
                                work.get(DECIDE)
                                        .page()
                                        .select("input[name=form]")
                                        .val(),
                                "key",
                                "k")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("refuse without an end: what was accepted only holds for a time; nothing harms without a reason")
    void comeBackWithTheReason() {
        assertThat(decide("outcome", "REFUSED", "reason", "they had called").status())
                .isEqualTo(303);
        Read noReason = decide("outcome", "ACCEPTED", "reason", "", "until", "2026-09-30");
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.page().select("[role=alert]").text()).isNotBlank();
        Read tooLong = decide("outcome", "ACCEPTED", "reason", "<b>why</b>", "until", "2036-09-30");
        assertThat(tooLong.status()).isEqualTo(422);
        assertThat(tooLong.page().select("input[name=reason]").val()).isEqualTo("<b>why</b>");
        assertThat(decide("outcome", "ACCEPTED", "reason", "why").status()).isEqualTo(422);
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
        assertThat(work.get(MISTRAL + "/decide/LOYALTY_PRICE").status()).isEqualTo(404);
    }
}
