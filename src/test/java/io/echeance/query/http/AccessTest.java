package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.query.http.Questions.Answered;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Where tokens are asked for")
class AccessTest {

    private static final String READER = "reader-token";
    private static final String ACTOR = "actor-token";

    @AutoClose
    private static ServedBook book;

    @AutoClose
    private static Questions questions;

    private static String order;

    @BeforeAll
    static void serve() {
        Limits limits = new Limits(4_000, 8_000, Duration.ofSeconds(5), Duration.ofSeconds(1), 8, 20);
        String tokens = "ann:read:%s, bob:collect:%s,flood:read:%s,eve:finance:%s,zoe:finance:%s"
                .formatted(hash(READER), hash(ACTOR), hash("flood"), hash("eve-token"), hash("zoe-token"));
        book = new ServedBook(Token.parse(tokens), limits);
        book.answer();
        questions = new Questions(book.address());
        order = "/orders/" + book.placedOrder();
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(Token.hash(token));
    }

    private static String bearer(String token) {
        return "Bearer " + token;
    }

    @Test
    @DisplayName("who shows none, or a wrong one, learns nothing")
    void nobody() {
        for (Answered answered : List.of(
                questions.get(order),
                questions.get(order, "Authorization", bearer("guess")),
                questions.get(order, "Authorization", "Basic " + READER),
                questions.get("/orders/nobody-knows-it"))) {
            assertThat(answered.status()).isEqualTo(401);
            assertThat(answered.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(answered.json().path("type").asText()).isEqualTo("urn:echeance:problem:not-authenticated");
        }
    }

    @Test
    @DisplayName("an instance without tokens does not answer another one of its group that asks by somebody's")
    void groupIsSetUpAlike() {
        try (ServedBook open = ServedBook.open();
                Questions own = new Questions(open.address())) {
            String placed = "/orders/" + open.placedOrder();

            assertThat(own.get(placed, "Authorization", bearer(READER)).status())
                    .isEqualTo(200);
            assertThat(own.get(placed, PeerClient.MARK, PeerClient.ACTIVE).status())
                    .isEqualTo(200);
            Answered hop = own.get(placed, "Authorization", bearer(READER), PeerClient.MARK, PeerClient.ACTIVE);
            assertThat(hop.status()).isEqualTo(403);
            assertThat(hop.json().path("detail").asText()).contains("query.tokens");
        }
    }

    @Test
    @DisplayName("a reader may ask and not command")
    void reader() {
        assertThat(questions.get(order, "Authorization", bearer(READER)).status())
                .isEqualTo(200);
        Answered answered = questions.post(
                order + "/commands/write-off", "{}", "Authorization", bearer(READER), "Idempotency-Key", "k");
        assertThat(answered.status()).isEqualTo(403);
    }

    @Test
    @DisplayName("a command bears the name of whoever gave it")
    void actor() {
        Answered answered = questions.post(
                order + "/commands/contact",
                "{\"channel\":\"PHONE\"}",
                "Authorization",
                bearer(ACTOR),
                "Idempotency-Key",
                "k");
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.json().path("fact").path("by").asText()).isEqualTo("bob");
    }

    @Test
    @DisplayName("whoever asks too often is told to wait, and others are not")
    void tooOften() {
        List<Answered> flood = IntStream.range(0, 120)
                .mapToObj(n -> questions.get(order, "Authorization", bearer("flood")))
                .toList();
        assertThat(flood).extracting(Answered::status).containsOnly(200, 429).contains(200, 429);
        assertThat(flood)
                .filteredOn(answered -> answered.status() == 429)
                .allMatch(answered -> answered.header("Retry-After").equals("1"));
        assertThat(questions.get(order, "Authorization", bearer(READER)).status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("a token has roles, and perhaps sellers; one with a role of before is told the words of now")
    void rolesAndSellers() {
        Token token = Token.parse("ann:collect+dpo:" + hash("x") + ":alegria+hexagone")
                .getFirst();
        assertThat(token.roles()).containsExactlyInAnyOrder(Role.COLLECT, Role.DPO);
        assertThat(token.sellers()).containsExactlyInAnyOrder("alegria", "hexagone");
        assertThat(Token.parse("ann:admin:" + hash("x")).getFirst().sellers()).isEmpty();

        assertThatThrownBy(() -> Token.parse("ann:act:" + hash("x")))
                .hasMessageContainingAll("role act of earlier versions", "collect", "finance", "decide");
        for (String wrong : List.of(":", ":alegria+", ":a b")) {
            assertThatThrownBy(() -> Token.parse("ann:read:" + hash("x") + wrong))
                    .as(wrong)
                    .hasMessageContaining("sellers");
        }
    }

    @Test
    @DisplayName("who decides under the key of somebody else learns that it was used, and neither by whom nor for what")
    void decidesUnderAnothersKey() {
        String body = "{\"parts\": [{\"orderId\": \"%s\"}]}".formatted(order.substring(order.lastIndexOf('/') + 1));
        Answered first = decide("zoe-token", body);
        assertThat(first.status()).as(first.response().body()).isEqualTo(200);

        Answered again = decide("eve-token", body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.response().body()).contains("somebody else").doesNotContain("zoe");
        assertThat(decide("zoe-token", body).status()).isEqualTo(200);
    }

    private static Answered decide(String token, String body) {
        return questions.post(
                "/payments/P1/decision", body, "Authorization", bearer(token), "Idempotency-Key", "the-same");
    }

    @Test
    @DisplayName("the configuration holds their hashes, and says what is wrong with one without showing it")
    void configuration() {
        for (String wrong : List.of("secret", "ann:read:secret", "ann:boss:" + hash("x"))) {
            assertThatThrownBy(() -> Token.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
        for (String again : List.of("a", "A")) {
            assertThatThrownBy(() -> Token.parse("a:read:" + hash("x") + "," + again + ":collect:" + hash("y")))
                    .hasMessageContaining("twice");
        }
        assertThatThrownBy(() -> new QuerySettings("0.0.0.0", 0, List.of(), null, Limits.USUAL))
                .hasMessageContaining("without tokens");
    }
}
