package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.order.Account;
import io.echeance.core.order.Output;
import io.echeance.core.order.Statement;
import io.echeance.json.OutputJson;
import io.echeance.json.RecordJson;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.order.AccountView;
import io.echeance.scenario.WorkedScenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order, asked for")
class OrderPagesTest {

    @AutoClose
    private static ServedBook book = ServedBook.open();

    @AutoClose
    private static Questions questions = new Questions(book.address());

    private static JsonNode answer(String path) {
        Answered answered = questions.get(path);
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json();
    }

    private static AccountView placed() {
        return book.orders.values().stream()
                .filter(held -> held.account().issued().documents().size() > 2
                        && held.account().nextOn() != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName("tells its statement of today")
    void statement() {
        assertThat(book.orders.keySet()).hasSizeGreaterThan(10);
        book.orders.forEach((orderId, held) -> {
            JsonNode answer = answer("/orders/" + orderId);
            Statement statement = ServedBook.DECIDER.statement(held.account(), held.today());
            assertThat(answer.path("orderId").asText()).isEqualTo(orderId);
            assertThat(answer.path("today").asText()).isEqualTo(held.today().toString());
            assertThat(answer.path("placed").asBoolean()).isEqualTo(statement != null);
            if (statement != null) {
                assertThat(answer.get("statement")).isEqualTo(RecordJson.write(statement));
            }
        });
    }

    @Test
    @DisplayName("tells what simulate tells of a day that is past, and as known on a day")
    void past() {
        for (WorkedScenario worked : WorkedScenario.all()) {
            Simulation simulation = worked.scenario().simulation();
            LocalDate day = simulation.until().minusDays(40);
            Book asOf = new Book(ServedBook.DECIDER);
            simulation.asOf(day).play(asOf);
            for (Account account : asOf.accounts().values()) {
                if (!worked.name().equals(book.scenarios.get(account.orderId()))) {
                    continue;
                }
                Statement statement = ServedBook.DECIDER.statement(account, day);
                JsonNode answer = answer("/orders/" + account.orderId() + "?asOf=" + day);
                assertThat(answer.get("statement"))
                        .as(worked + " " + day)
                        .isEqualTo(statement == null ? null : RecordJson.write(statement));
                assertThat(answer.path("agreesWithIssued").asBoolean()).isTrue();
            }
        }
    }

    @Test
    @DisplayName("explains every document and every silence")
    void explains() {
        AccountView held = placed();
        JsonNode explanation =
                answer("/orders/" + held.account().orderId() + "?explain=true").path("explanation");

        assertThat(explanation.path("documents"))
                .hasSameSizeAs(held.account().issued().documents());
        assertThat(explanation.path("documents").findValues("basis")).isNotEmpty();
        assertThat(explanation.path("whyNotDunned"))
                .hasSameSizeAs(Objects.requireNonNull(ServedBook.DECIDER.explain(held.account(), held.today()))
                        .silences());
    }

    @Test
    @DisplayName("lists as issued the documents that have a number, and names those that get one")
    void documents() {
        AccountView held = placed();
        JsonNode answer = answer("/orders/" + held.account().orderId() + "/documents");

        int documents = held.account().issued().documents().size();
        assertThat(answer.path("documents")).hasSize(documents - 1).allMatch(document -> document.hasNonNull("number"));
        assertThat(answer.path("beingIssued"))
                .singleElement()
                .matches(id -> id.asText()
                        .equals(held.account()
                                .issued()
                                .documents()
                                .getLast()
                                .id()
                                .text()));
    }

    @Test
    @DisplayName("lists its facts with the day on which each reached us")
    void facts() {
        AccountView held = placed();
        JsonNode answer = answer("/orders/" + held.account().orderId() + "/facts");

        assertThat(answer.path("facts")).hasSameSizeAs(held.account().evidence().facts());
        assertThat(answer.path("facts").findValuesAsText("type")).contains("OrderPlaced");
        assertThat(answer.path("facts").findValues("knownOn")).hasSameSizeAs(answer.path("facts"));
    }

    @Test
    @DisplayName("forecasts what the days bring if nobody pays")
    void forecast() {
        for (AccountView held : book.orders.values()) {
            LocalDate until = held.today().plusDays(100);
            JsonNode answer = answer("/orders/" + held.account().orderId() + "/forecast?assume=unpaid&until=" + until);
            List<Output> outputs =
                    held.retelling().forecast(List.of(), List.of(), until).outputs();
            assertThat(answer.path("said"))
                    .containsExactlyElementsOf(
                            outputs.stream().map(OutputJson::write).toList());
        }
    }

    @Test
    @DisplayName("forecasts what the days bring if told facts come")
    void forecastAssuming() {
        AccountView held = book.orders.values().stream()
                .filter(OrderPagesTest::owes)
                .findFirst()
                .orElseThrow();
        String orderId = held.account().orderId();
        Statement.Position payer =
                Objects.requireNonNull(ServedBook.DECIDER.statement(held.account(), held.today())).payers().stream()
                        .filter(position -> position.outstanding().isPositive())
                        .findFirst()
                        .orElseThrow();
        String body = """
            {"until": "%s", "facts": [{"type": "PaymentReceived", "on": "%s", "paymentId": "assumed",
             "payerId": "%s", "amount": "%s", "method": "TRANSFER"}]}
            """.formatted(held.today().plusDays(5), held.today(), payer.payer(), payer.outstanding());

        Answered answered = questions.post("/orders/" + orderId + "/forecast", body);

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        JsonNode position = answered.json()
                .path("statement")
                .path("payers")
                .valueStream()
                .filter(each -> each.path("payer").asText().equals(payer.payer()))
                .findFirst()
                .orElseThrow();
        assertThat(position.path("paid").asText())
                .isEqualTo(payer.paid().plus(payer.outstanding()).toString());
    }

    private static boolean owes(AccountView order) {
        Statement statement = ServedBook.DECIDER.statement(order.account(), order.today());
        return statement != null
                && statement.payers().stream()
                        .anyMatch(position -> position.outstanding().isPositive());
    }

    @Test
    @DisplayName("is a problem if it is unknown")
    void unknown() {
        Answered answered = questions.get("/orders/nobody-knows-it");

        assertThat(answered.status()).isEqualTo(404);
        assertThat(answered.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answered.json().path("type").asText()).isEqualTo("urn:echeance:problem:unknown-order");
    }

    @Test
    @DisplayName("is to be asked for again while tasks move")
    void moving() {
        book.move(true);
        try {
            Answered answered = questions.get("/orders/" + placed().account().orderId());
            assertThat(answered.status()).isEqualTo(503);
            assertThat(answered.header("Retry-After")).isEqualTo("1");
        } finally {
            book.move(false);
        }
    }
}
