package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.query.command.Command;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.http.ServedBook.Keys;
import io.echeance.serde.RandomRecords;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A command")
class CommandsTest {

    private static final String KEY = "Idempotency-Key";
    private static final String DISPUTE = """
        {"reason": "DISPUTE"}\
        """;

    @AutoClose
    private final ServedBook book =
            ServedBook.open(new Limits(4_000, 8_000, Duration.ofSeconds(5), Duration.ofSeconds(1), 8, 0));

    @AutoClose
    private final Questions questions = new Questions(book.address());

    private final String orderId = book.placedOrder();

    private Answered command(String command, String body, String key) {
        return questions.post("/orders/" + orderId + "/commands/" + command, body.replace('\'', '"'), KEY, key);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hold | {'reason': 'DISPUTE'} | DunningHeld",
                "promise | {'until': '2199-01-01', 'amount': '100.00'} | DunningHeld",
                "release | {'holdId': 'h1', 'reason': 'settled'} | DunningReleased",
                "waiver | {'receivable': 'all', 'reason': 'goodwill'} | PenaltyWaived",
                "notice-served | {'noticeId': 'n/1', 'channel': 'LRAR'} | NoticeServed",
                "allocation | {'paymentId': 'p', 'payerId': 'A', 'amount': '1.00', 'method': 'CARD'} | PaymentReceived",
                "write-off | {'reason': 'insolvent'} | DebtWrittenOff",
                "contact | {'channel': 'PHONE', 'note': 'pays on Friday'} | ContactNoted",
                "resubmit | {'until': '2199-01-01'} | Resubmitted",
                "assign | {'to': 'alice'} | Assigned",
            })
    @DisplayName("becomes a fact, and is answered once the account has it")
    void becomesAFact(String command, String body, String fact) {
        Answered answered = command(command, body, "key-1");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.json().path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(answered.json().path("fact").path("type").asText()).isEqualTo(fact);
        assertThat(answered.json().path("fact").path("by").asText())
                .as("who commands it")
                .isNotEmpty();
        Fact posted = book.posted().getLast();
        assertThat(posted.factId()).isEqualTo(answered.json().path("factId").asText());
        assertThat(Objects.requireNonNull(book.orders.get(orderId))
                        .account()
                        .evidence()
                        .withId(posted.factId()))
                .contains(posted);
    }

    @Test
    @DisplayName("there is for each fact of the collections team")
    void isThereForEachFactOfTheCollectionsTeam() {
        assertThat(Stream.of(Command.values()).<Class<?>>map(Command::fact))
                .containsAll(RandomRecords.variants(CollectionFact.class).toList());
    }

    @Test
    @DisplayName("under the same key again is the same fact, and posted once")
    void again() {
        Answered first = command("hold", DISPUTE, "key-1");
        Answered second = command("hold", DISPUTE, "key-1");
        Answered other = command("hold", "{'reason': 'GRACE'}", "key-1");
        Answered third = command("hold", DISPUTE, "key-2");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("fact")).isEqualTo(first.json().get("fact"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(third.json().path("factId").asText())
                .isNotEqualTo(first.json().path("factId").asText());
        assertThat(book.posted()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("sealed")
    @DisplayName("is answered though its words lie under seal, and again is the same")
    void sealed(Keys keys, String command, String body) {
        book.seal(keys);

        assertThat(command(command, body, "key-1").status()).isEqualTo(200);
        assertThat(command(command, body, "key-1").status()).isEqualTo(200);
        assertThat(command(command, "{'on': '2026-01-05'" + body.replaceFirst("\\{(?=.)", ", "), "key-1")
                        .status())
                .as("on another day")
                .isEqualTo(409);
        assertThat(book.posted()).hasSize(1);
    }

    static Stream<Arguments> sealed() {
        return Stream.of(Keys.values())
                .flatMap(keys -> Stream.of(
                        Arguments.of(keys, "hold", "{'reason': 'DISPUTE'}"),
                        Arguments.of(keys, "notice-served", "{'noticeId': 'n/1', 'channel': 'LRAR'}"),
                        Arguments.of(
                                keys,
                                "allocation",
                                "{'paymentId': 'p', 'payerId': 'A', 'amount': '1.00', 'method': 'CARD'}"),
                        Arguments.of(keys, "release", "{'holdId': 'h1', 'reason': 'settled'}"),
                        Arguments.of(keys, "waiver", "{'receivable': 'all', 'reason': 'goodwill'}"),
                        Arguments.of(keys, "write-off", "{'reason': 'insolvent'}"),
                        Arguments.of(keys, "contact", "{'channel': 'PHONE', 'note': 'pays on Friday'}"),
                        Arguments.of(keys, "resubmit", "{'until': '2199-01-01'}"),
                        Arguments.of(keys, "assign", "{'to': 'alice'}")));
    }

    @Test
    @DisplayName("with other words under the same key is another one, where words can be opened")
    void otherWords() {
        book.seal(Keys.THERE);
        command("write-off", "{'reason': 'insolvent'}", "key-1");

        assertThat(command("write-off", "{'reason': 'forgotten'}", "key-1").status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("that the account refuses is answered with the reason, and not posted")
    void refused() {
        Answered answered = command("promise", "{'until': '2199-01-01', 'amount': '-5.00'}", "key-1");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.json().path("reason").asText()).isEqualTo("AMOUNT_NOT_POSITIVE");
        assertThat(book.posted()).isEmpty();
    }

    @Test
    @DisplayName("that the account has not taken in time is accepted, with the place where it will show")
    void posted() {
        book.deafen(true);
        Answered answered = command("write-off", "{}", "key-1");

        assertThat(answered.status()).isEqualTo(202);
        assertThat(answered.header("Location")).isEqualTo("/orders/" + orderId + "/facts");
        assertThat(answered.json().path("outcome").asText()).isEqualTo("POSTED");
    }

    @Test
    @DisplayName("needs a key, an order, a name and the right fields")
    void wrong() {
        String hold = "/orders/" + orderId + "/commands/hold";
        assertThat(questions.post(hold, "{}").status()).isEqualTo(400);
        assertThat(command("hold", "{'reason': 'PROMISE'}", "k").status()).isEqualTo(400);
        assertThat(command("hold", "{'reason': 'DISPUTE', 'why': 1}", "k").status())
                .isEqualTo(400);
        assertThat(command("promise", "{'amount': '5.00'}", "k").status()).isEqualTo(400);
        assertThat(command("destroy", "{}", "k").status()).isEqualTo(404);
        assertThat(questions
                        .post("/orders/nobody/commands/write-off", "{}", KEY, "k")
                        .status())
                .isEqualTo(404);
        assertThat(book.posted()).isEmpty();
    }
}
