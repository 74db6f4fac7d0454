package io.echeance.console;

import static io.echeance.console.ActTest.filled;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Where a funder alone owes")
class FunderAloneTest {

    private static final String ORDER = "E-102";
    private static final String FUNDER = "AKTO-DEMO";

    @AutoClose
    private final ConsoleAtWork work = ConsoleAtWork.open();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"promise, The promise is noted.", "hold, Dunning is held."})
    @DisplayName("the form says whom it holds, holds that one, and the page says so")
    void theFormSaysWhomItHolds(String act, String said) {
        String address = "/console/orders/" + ORDER + "/do/" + act;
        Document form = work.get(address).page();
        assertThat(form.select("select[name=payerId] option").eachText()).containsExactly(FUNDER);

        Read sent = work.post(address, filled(form, "step", "send"));

        DunningHeld held = (DunningHeld) work.book.posted().getLast();
        assertThat(held.payerId()).isEqualTo(FUNDER);
        assertThat(work.get(sent.header("Location")).page().select("#said").text())
                .isEqualTo(said + " " + FUNDER + " · " + ORDER);
        String release = "/console/orders/" + ORDER + "/do/release";
        assertThat(work.get(release).page().select("[name=holdId] option").text())
                .contains(" · " + FUNDER + " · ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "promise | {'amount': '10.00', 'until': '2026-03-20'}",
                "hold | {'reason': 'DISPUTE'}",
            })
    @DisplayName("a command that names no payer is refused, and says who owes")
    void aCommandThatNamesNobodyIsRefused(String command, String body) {
        try (Questions questions = new Questions(work.book.address())) {
            String address = "/orders/" + ORDER + "/commands/" + command;
            String written = body.replace('\'', '"');
            JsonNode refused =
                    questions.post(address, written, "Idempotency-Key", "k").json();
            JsonNode inFrench = questions
                    .post(address, written, "Idempotency-Key", "k", "Accept-Language", "fr")
                    .json();
            Answered named = questions.post(
                    address, written.replace("{", "{\"payerId\": \"" + FUNDER + "\", "), "Idempotency-Key", "k");

            assertThat(refused.path("reason").asText()).isEqualTo("NOTHING_OWED");
            assertThat(refused.path("detail").asText()).contains("who owes: " + FUNDER);
            assertThat(inFrench.path("detail").asText()).contains("qui doit : " + FUNDER);
            assertThat(named.status()).isEqualTo(200);
        }
    }
}
