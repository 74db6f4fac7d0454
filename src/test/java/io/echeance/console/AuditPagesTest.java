package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The audit")
class AuditPagesTest {

    @AutoClose
    private static NamedBook book = NamedBook.open();

    @AutoClose
    private static Questions questions = new Questions(book.address());

    private static JsonNode rows(String query) {
        return questions.get("/audit" + query, NamedBook.bearer("dpo")).json().path("rows");
    }

    @Test
    @DisplayName("has what people did about orders, customers and months, the latest first, each with its key")
    void hasWhatPeopleDid() {
        JsonNode rows = rows("");

        assertThat(rows.findValuesAsText("what"))
                .contains("ContactNoted", "Assigned", "PenaltyWaived", "StandingDecided", "MonthClosed");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("by").asText()).isNotEmpty();
            assertThat(row.path("factId").asText()).isNotEmpty();
            assertThat(row.path("seller").asText()).isNotEmpty();
        });
        assertThat(rows)
                .filteredOn(row -> row.path("what").asText().equals("MonthClosed"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("toldAt").asText()).contains("T09:12:00"));
        List<String> moments = new ArrayList<>();
        rows.forEach(row -> moments.add(
                row.path("knownOn").asText() + " " + row.path("toldAt").asText()));
        assertThat(moments).isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    @DisplayName("has the acts of a day in order of time, whatever their keys")
    void hasADayInOrderOfTime() {
        try (NamedBook own = NamedBook.open();
                Questions asks = new Questions(own.address())) {
            Stream.of("b", "c", "a").forEach(key -> own.note(key, "Ada"));

            JsonNode rows =
                    asks.get("/audit?by=Ada", NamedBook.bearer("dpo")).json().path("rows");
            assertThat(rows.valueStream().map(row -> row.path("factId").asText()))
                    .containsExactly("a", "c", "b");
        }
    }

    @Test
    @DisplayName("comes to what is rare among hundreds of acts, page by page, and says on each that the next goes on")
    void comesToWhatIsRare() {
        try (NamedBook own = NamedBook.open();
                Questions asks = new Questions(own.address())) {
            for (int n = 0; n < 700; n++) {
                own.note("n-" + n, "Ada");
            }
            List<String> found = new ArrayList<>();
            int pages = 0;
            String after = "";
            do {
                JsonNode page = asks.get("/audit?kind=PenaltyWaived" + after, NamedBook.bearer("dpo"))
                        .json();
                page.path("rows").forEach(row -> found.add(row.path("factId").asText()));
                after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
                pages++;
            } while (!after.isEmpty());

            assertThat(found).containsOnlyOnce("n3");
            assertThat(pages).isEqualTo(2);
            own.comeIn("dpo");
            assertThat(own.page("/console/audit?kind=PenaltyWaived").page().text())
                    .contains("the next one goes on");
            assertThat(own.page("/console/audit").page().text()).doesNotContain("the next one goes on");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "?by=Canari, by, Canari",
        "?kind=PenaltyWaived, what, PenaltyWaived",
        "?order=T-2515, orderId, T-2515",
        "?from=2026-03-11&until=2026-03-11, knownOn, 2026-03-11"
    })
    @DisplayName("is sought by who, what, about what and when")
    void isSought(String query, String field, String value) {
        JsonNode rows = rows(query);

        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path(field).asText()).isEqualTo(value));
        assertThat(rows.size()).isLessThan(rows("").size());
    }

    @Test
    @DisplayName("has decisions about payments, the one of which nobody can read any more who took it without who")
    void hasDecisionsAboutPayments() {
        try (NamedBook own = NamedBook.open();
                Questions asks = new Questions(own.address())) {
            own.decide("known", "Ada", null);
            own.decide("lost", null, "known");
            Function<String, JsonNode> rows = query ->
                    asks.get("/audit" + query, NamedBook.bearer("dpo")).json().path("rows");

            JsonNode all = rows.apply("?kind=PaymentDecided");
            assertThat(all.findValuesAsText("factId")).containsExactly("known", "lost");
            assertThat(all.get(0).path("by").asText()).isEqualTo("Ada");
            assertThat(all.get(1).has("by")).isFalse();
            assertThat(rows.apply("?kind=PaymentDecided&by=Ada").findValuesAsText("factId"))
                    .containsExactly("known");
            own.comeIn("dpo");
            Document page = own.page("/console/audit?kind=PaymentDecided").page();
            assertThat(page.select("tbody tr td:nth-child(2)").eachText()).containsExactly("Ada", "–");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hold | {'reason': 'INSOLVENCY'} | DunningHeld",
                "promise | {'until': '2199-01-01', 'amount': '10.00'} | DunningHeld",
                "release | {'holdId': 'H1'} | DunningReleased",
                "allocation | {'paymentId': 'p', 'amount': '1.00', 'method': 'CARD'} | PaymentReceived"
            })
    @DisplayName("has what somebody commands, with who did")
    void hasWhoCommands(String command, String body, String fact) {
        try (NamedBook own = NamedBook.open();
                Questions asks = new Questions(own.address())) {
            String[] headers = Stream.concat(Stream.of(NamedBook.bearer("collect")), Stream.of("Idempotency-Key", "k1"))
                    .toArray(String[]::new);
            assertThat(asks.post("/orders/T-2515/commands/" + command, body.replace('\'', '"'), headers)
                            .status())
                    .isEqualTo(200);

            JsonNode rows = asks.get("/audit?by=collect&kind=" + fact, NamedBook.bearer("dpo"))
                    .json()
                    .path("rows");
            assertThat(rows)
                    .singleElement()
                    .satisfies(row -> assertThat(row.path("orderId").asText()).isEqualTo("T-2515"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"AAAA", "*", "MDAwMDAwMDAx"})
    @DisplayName("goes on behind no place that no page has named")
    void goesOnBehindNoMadeUpPlace(String after) {
        assertThat(questions
                        .get("/audit?after=" + after, NamedBook.bearer("dpo"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("goes on page by page, with nothing left out and nothing twice")
    void goesOn() {
        List<String> keys = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = questions
                    .get("/audit?limit=2" + (after.isEmpty() ? "" : "&after=" + after), NamedBook.bearer("dpo"))
                    .json();
            keys.addAll(page.path("rows").findValuesAsText("at"));
            after = page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(keys).isEqualTo(rows("?limit=200").findValuesAsText("at"));
    }

    @Test
    @DisplayName("is shown on its page as the API answers it, each leading to what it is about on that day")
    void isShown() {
        book.comeIn("dpo");
        Document page = book.page("/console/audit").page();
        JsonNode rows = rows("");

        assertThat(page.select("tbody tr")).hasSameSizeAs(rows);
        for (int n = 0; n < rows.size(); n++) {
            Element row = page.select("tbody tr").get(n);
            assertThat(row.text())
                    .contains(
                            rows.get(n).path("by").asText(),
                            rows.get(n).path("factId").asText());
            String address = row.select("a").attr("href");
            if (rows.get(n).has("orderId")) {
                assertThat(address)
                        .endsWith("/time?asOf=" + rows.get(n).path("knownOn").asText());
            }
            assertThat(book.page(address).status()).as(address).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("shows who was shown whose names to who answers persons, and to nobody else")
    void showsAccesses() {
        rows("?order=T-2515");
        JsonNode accesses = questions
                .get("/audit/accesses?by=dpo", NamedBook.bearer("dpo"))
                .json()
                .path("rows");

        assertThat(accesses.get(0).path("operation").asText()).isEqualTo("GET /audit");
        assertThat(accesses.get(0).path("orders").get(0).asText()).isEqualTo("T-2515");
        assertThat(accesses.toString()).doesNotContain(NamedBook.NAME);
        assertThat(questions.get("/audit/accesses", NamedBook.bearer("collect")).status())
                .isEqualTo(403);
        book.comeIn("dpo");
        assertThat(book.page("/console/audit/accesses").page().select("tbody tr"))
                .isNotEmpty();
        book.comeIn("collect");
        assertThat(book.page("/console/audit").page().select("main a[href*=accesses]"))
                .isEmpty();
    }

    @Test
    @DisplayName("shows nobody what was done about others’ sellers")
    void endsAtSellers() {
        JsonNode rows = questions
                .get("/audit", NamedBook.bearer(NamedBook.ELSEWHERE))
                .json()
                .path("rows");

        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("seller").asText()).isEqualTo("hexagone"));
        assertThat(questions
                        .get("/audit/accesses", NamedBook.bearer(NamedBook.OWN))
                        .status())
                .isEqualTo(403);
    }
}
