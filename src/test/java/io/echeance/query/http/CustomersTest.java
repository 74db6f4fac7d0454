package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.query.http.Questions.Answered;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A customer")
class CustomersTest {

    private static final String KEY = "Idempotency-Key";

    @AutoClose
    private final ServedBook book = ServedBook.open();

    @AutoClose
    private final Questions questions = new Questions(book.address());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', 1",
        "?seller=technolowgic, 1",
        "?seller=hexagone, 0",
        "?standing=BLOCK_PROPOSED, 1",
        "?standing=LOYALTY_PRICE, 0"
    })
    @DisplayName("stands in a list by seller and standing")
    void standsInAList(String query, int rows) {
        Answered answered = questions.get("/customers" + query);

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.json().path("rows")).hasSize(rows);
    }

    @Test
    @DisplayName("has a page: how it stands and why, what was decided, its orders, and all of it as one story")
    void hasAPage() {
        JsonNode customer = questions.get("/customers/technolowgic/ACME").json();

        assertThat(customer.path("standing")
                        .path("standings")
                        .path(0)
                        .path("kind")
                        .asText())
                .isEqualTo("BLOCK_PROPOSED");
        assertThat(customer.path("decisions").path(0).path("by").asText()).isEqualTo("ann");
        assertThat(customer.path("orders")).isNotEmpty();
        assertThat(customer.path("timeline").findValuesAsText("what")).contains("ORDER_PLACED", "DECIDED");
        assertThat(customer.path("timeline").findValuesAsText("on")).isSorted();
    }

    @Test
    @DisplayName("is decided about by a person, whose decision is posted with its end")
    void isDecidedAbout() {
        Answered answered = decide("""
            {"kind": "BLOCK_PROPOSED", "outcome": "ACCEPTED", "reason": "three times", "until": "2027-12-31",
             "grounds": ["T-1/ACME/INVOICE/1#1"]}\
            """);

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(202);
        StandingDecided posted = (StandingDecided) book.decisions().getFirst();
        assertThat(posted.by()).isEqualTo("anybody");
        assertThat(posted.grounds()).containsExactly("T-1/ACME/INVOICE/1#1");
        assertThat(answered.json().path("factId").asText()).isEqualTo(posted.factId());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "422 | {'kind': 'BLOCK_PROPOSED', 'outcome': 'ACCEPTED', 'reason': 'x'} | until is missing",
                "422 | {'kind': 'LOYALTY_PRICE', 'outcome': 'REFUSED', 'reason': 'x'} | there is nothing to decide",
                "422 | {'kind': 'BLOCK_PROPOSED', 'outcome': 'REFUSED', 'reason': ' '} | a decision says why",
                "422 | {'kind': 'BLOCK_PROPOSED', 'outcome': 'ENDED', 'reason': 'x'} | only what was accepted",
                "400 | {'kind': 'BLOCK_PROPOSED', 'outcome': 'REFUSED'} | reason"
            })
    @DisplayName("is not decided about without a reason and an end")
    void isNotDecidedAbout(int status, String body, String detail) {
        Answered answered = decide(body.replace('\'', '"'));

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(status);
        assertThat(answered.json().path("detail").asText()).contains(detail);
        assertThat(book.decisions()).isEmpty();
    }

    @Test
    @DisplayName("is decided about once under one key: the same again changes nothing, something else is refused")
    void isDecidedAboutOnce() {
        String refused = "{\"kind\": \"BLOCK_PROPOSED\", \"outcome\": \"REFUSED\", \"reason\": \"%s\"}";
        Answered first = decide(refused.formatted("they had called"));
        Answered again = decide(refused.formatted("they had called"));
        Answered other = decide(refused.formatted("they had not"));
        Answered dated = decide(refused.formatted("they had called").replace("}", ", \"on\": \"2020-01-01\"}"));

        assertThat(List.of(first.status(), again.status(), other.status(), dated.status()))
                .containsExactly(202, 202, 409, 409);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(book.decisions()).hasSize(1);
        assertThat(other.json().path("type").asText()).isEqualTo("urn:echeance:problem:contradiction");
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "2027-06-02, 400, NOT_YET",
        "2199-01-01, 400, NOT_YET",
        "2027-05-31, 422, DAY_CLOSED",
        "1990-01-01, 422, DAY_CLOSED"
    })
    @DisplayName("is decided about on the day that is open, on no other")
    void isDecidedAboutToday(String on, int status, String reason) {
        Answered answered = decide("""
            {"kind": "BLOCK_PROPOSED", "outcome": "REFUSED", "reason": "they had called", "on": "%s"}\
            """.formatted(on));

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(status);
        assertThat(answered.json().path("reason").asText()).isEqualTo(reason);
        assertThat(book.decisions()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"SURCHARGE_PROPOSED, ACCEPTED", "PREPAYMENT_PROPOSED, ACCEPTED", "PREPAYMENT_PROPOSED, REFUSED"})
    @DisplayName("is not decided about what nobody has proposed: nothing is held against it then")
    void isNotDecidedAboutWhatNobodyProposed(String kind, String outcome) {
        Answered answered = decide("""
            {"kind": "%s", "outcome": "%s", "reason": "three times", "until": "2027-12-31"}\
            """.formatted(kind, outcome));

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(422);
        assertThat(answered.json().path("reason").asText()).isEqualTo("NOT_PROPOSED");
        assertThat(book.decisions()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"technolowgic/nobody", "nobody/ACME", "techno%2Flowgic/ACME"})
    @DisplayName("whom nobody knows is not decided about")
    void isKnownToWhoDecides(String customer) {
        String body = "{\"kind\": \"BLOCK_PROPOSED\", \"outcome\": \"REFUSED\", \"reason\": \"they had called\"}";
        Answered answered = questions.post("/customers/" + customer + "/commands/decide", body, KEY, "key-1");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(404);
        assertThat(book.decisions()).isEmpty();
    }

    private Answered decide(String body) {
        return questions.post("/customers/technolowgic/ACME/commands/decide", body, KEY, "key-1");
    }
}
