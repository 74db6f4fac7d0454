package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.StatementEntry;
import io.echeance.core.money.Money;
import io.echeance.query.Issuing;
import io.echeance.query.http.Questions.Answered;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A month of the books")
class MonthsTest {

    private static final String IBAN = "FR7630006000011234567890189";
    private static final String MARCH = "{\"entries\": 2, \"debit\": \"150.00\"}";

    @AutoClose
    private final ServedBook book = ServedBook.open();

    @AutoClose
    private final Questions questions = new Questions(book.address());

    @BeforeEach
    void serve() {
        book.ledgers.post(List.of(entry("e1", 3, "100.00"), entry("e2", 3, "50.00"), entry("e3", 5, "7.00")));
        book.ledgers.issue("technolowgic", new Issuing(1, new TreeMap<>(Map.of("2027", 12L))));
    }

    /** In 2027; today is 1 June. */
    private static LedgerEntry entry(String id, int month, String amount) {
        LocalDate on = LocalDate.of(2027, month, 15);
        return new StatementEntry(IBAN, id, on, Money.of(amount), false).posted("technolowgic", on);
    }

    private Answered close(String month, String body, String key) {
        return questions.post("/sellers/technolowgic/months/" + month + "/close", body, "Idempotency-Key", key);
    }

    private JsonNode months() {
        return questions.get("/sellers/technolowgic/months").json();
    }

    private JsonNode month(String month) {
        return questions.get("/sellers/technolowgic/months/" + month).json();
    }

    @Test
    @DisplayName("stands in a list, the latest first, with what it came to and whether it may be closed")
    void standsInAList() {
        JsonNode all = months();

        assertThat(all.path("next").asText()).isEqualTo("2027-03");
        assertThat(all.path("months").findValuesAsText("month")).containsExactly("2027-05", "2027-03");
        assertThat(all.path("months").findValuesAsText("state")).containsExactly("LATER", "NEXT");
        assertThat(all.path("months").findValuesAsText("debit")).containsExactly("7.00", "150.00");
    }

    @Test
    @DisplayName("says what it came to by journal and account, and what is to be looked at")
    void saysWhatItCameTo() {
        JsonNode march = month("2027-03");

        assertThat(march.path("totals").findValuesAsText("account")).containsExactly("471000", "512100");
        assertThat(march.path("checks").findValuesAsText("check"))
                .containsExactly(
                        "BOOKS", "BANK", "SUSPENSE", "SUSPENSE_ACCOUNT", "DRAFTS", "APPROVALS", "REFUNDS", "NUMBERS");
        assertThat(check(march, "BOOKS").path("outcome").asText()).isEqualTo("GOOD");
        assertThat(check(march, "DRAFTS").path("count").asInt()).isEqualTo(1);
        assertThat(check(march, "APPROVALS").path("count").asInt()).isEqualTo(1);
        assertThat(check(march, "NUMBERS").path("count").asInt()).isEqualTo(12);
        assertThat(check(march, "SUSPENSE_ACCOUNT").path("amount").asText())
                .as("nothing that waits is known to be on the account")
                .isEqualTo("157.00");
        assertThat(check(march, "SUSPENSE_ACCOUNT").path("outcome").asText()).isEqualTo("LOOK");
    }

    private static JsonNode check(JsonNode month, String name) {
        for (JsonNode one : month.path("checks")) {
            if (one.path("check").asText().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no check " + name);
    }

    @Test
    @DisplayName("is closed with what was seen, by who asks, and the next one follows")
    void isClosed() {
        Answered closed = close("2027-03", MARCH, "k1");

        assertThat(closed.status()).as(closed.response().body()).isEqualTo(200);
        assertThat(closed.json().path("outcome").asText()).isEqualTo("TAKEN");
        JsonNode march = month("2027-03");
        assertThat(march.path("state").asText()).isEqualTo("CLOSED");
        assertThat(march.path("asClosed").asBoolean()).isTrue();
        assertThat(march.path("closed").path("by").asText()).isEqualTo("anybody");
        assertThat(march.path("closed").path("on").asText()).isEqualTo("2027-06-01");
        assertThat(months().path("next").asText())
                .as("a month without an entry too")
                .isEqualTo("2027-04");
        assertThat(close("2027-04", "{\"entries\": 0, \"debit\": \"0.00\"}", "k2")
                        .status())
                .isEqualTo(200);
        assertThat(month("2027-05").path("state").asText()).isEqualTo("NEXT");
    }

    @Test
    @DisplayName("is closed once under one key, however often that is sent")
    void isClosedOnce() {
        JsonNode first = close("2027-03", MARCH, "k1").json();
        Answered again = close("2027-03", MARCH, "k1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(first);
        assertThat(close("2027-03", "{\"entries\": 3, \"debit\": \"150.00\"}", "k1")
                        .status())
                .isEqualTo(409);
        Answered other = close("2027-03", MARCH, "k2");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("reason").asText()).isEqualTo("MONTH_CLOSED");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2027-02, MONTH_CLOSED",
        "2027-05, EARLIER_MONTH_OPEN",
        "2027-06, MONTH_NOT_OVER",
        "2027-07, MONTH_NOT_OVER",
        "2027-03, MONTH_CLOSED"
    })
    @DisplayName("is refused when it is closed, not over, or behind one that is open")
    void isRefused(String month, String reason) {
        close("2027-03", MARCH, "k1");

        Answered refused = close(month, "{\"entries\": 0, \"debit\": \"0.00\"}", "k2");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asText()).isEqualTo(reason);
    }

    @Test
    @DisplayName("is not closed with figures that have changed since they were seen")
    void isNotClosedUnseen() {
        book.ledgers.post(List.of(entry("e4", 3, "1.00")));

        Answered refused = close("2027-03", MARCH, "k1");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("reason").asText()).isEqualTo("FIGURES_HAVE_CHANGED");
        assertThat(refused.json().path("detail").asText()).contains("3 entries and debits of 151.00");
    }

    @Test
    @DisplayName("shows when the books say something else of it than when it was closed")
    void showsADifference() {
        close("2027-03", MARCH, "k1");
        book.ledgers.post(List.of(entry("e4", 3, "1.00")));

        JsonNode march = month("2027-03");

        assertThat(march.path("asClosed").asBoolean()).isFalse();
        assertThat(march.path("debit").asText()).isEqualTo("151.00");
        assertThat(march.path("closed").path("debit").asText()).isEqualTo("150.00");
    }

    @Test
    @DisplayName("is a file of entries, which names parties by their ids")
    void isAFile() {
        Answered file = questions.get("/sellers/technolowgic/months/2027-03/entries");

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).contains("technolowgic-2027-03.txt");
        assertThat(file.response().body().lines()).hasSize(5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2027-3", "2027-13", "march", "+2027-03"})
    @DisplayName("is written like 2027-03")
    void isWrittenSo(String month) {
        assertThat(questions.get("/sellers/technolowgic/months/" + month).status())
                .isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"entries\": \"2\", \"debit\": \"150.00\"}", "{\"entries\": 2}"})
    @DisplayName("asks who closes it which figures he has seen")
    void asksWhatWasSeen(String body) {
        assertThat(close("2027-03", body, "k1").status()).isEqualTo(400);
    }
}
