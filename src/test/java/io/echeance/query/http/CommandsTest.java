package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.Fact;
import io.echeance.query.command.Command;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.http.ServedBook.Keys;
import io.echeance.serde.RandomRecords;
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

    @AutoClose
    private final CommandedOrder order = new CommandedOrder();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hold | {'reason': 'DISPUTE'} | DunningHeld",
                "promise | {'until': '2199-01-01', 'amount': '60.00'} | DunningHeld",
                "release | {'holdId': 'h1', 'reason': 'settled'} | DunningReleased",
                "waiver | {'receivable': 'all', 'reason': 'goodwill'} | PenaltyWaived",
                "notice-served | {'noticeId': 'NOTICE', 'channel': 'LRAR'} | NoticeServed",
                "allocation | {'paymentId': 'p', 'payerId': 'A', 'amount': '1.00', 'method': 'CARD'} | PaymentReceived",
                "write-off | {'reason': 'insolvent'} | DebtWrittenOff",
                "contact | {'channel': 'PHONE', 'note': 'pays on Friday'} | ContactNoted",
                "resubmit | {'until': 'SOON'} | Resubmitted",
                "assign | {'to': 'alice'} | Assigned",
            })
    @DisplayName("becomes a fact, and is answered once the account has it")
    void becomesAFact(String command, String body, String fact) {
        order.hold("h1");
        Answered answered = order.command(command, body, "key-1");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.json().path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(answered.json().path("fact").path("type").asText()).isEqualTo(fact);
        assertThat(answered.json().path("fact").path("by").asText())
                .as("who commands it")
                .isNotEmpty();
        Fact posted = order.book.posted().getLast();
        assertThat(posted.factId()).isEqualTo(answered.json().path("factId").asText());
        assertThat(Objects.requireNonNull(order.book.orders.get(order.id))
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
        Answered first = order.command("hold", CommandedOrder.DISPUTE, "key-1");
        Answered second = order.command("hold", CommandedOrder.DISPUTE, "key-1");
        Answered other = order.command("hold", "{'reason': 'GRACE'}", "key-1");
        Answered third = order.command("hold", "{'reason': 'INSOLVENCY'}", "key-2");

        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().get("fact")).isEqualTo(first.json().get("fact"));
        assertThat(other.status()).isEqualTo(409);
        assertThat(third.json().path("factId").asText())
                .isNotEqualTo(first.json().path("factId").asText());
        assertThat(order.book.posted()).hasSize(2);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("sealed")
    @DisplayName("is answered though its words lie under seal, and again is the same")
    void sealed(Keys keys, String command, String body) {
        order.hold("h1");
        order.book.seal(keys);

        assertThat(order.command(command, body, "key-1").status()).isEqualTo(200);
        assertThat(order.command(command, body, "key-1").status()).isEqualTo(200);
        assertThat(order.command(command, "{'on': '2026-01-05'" + body.replaceFirst("\\{(?=.)", ", "), "key-1")
                        .status())
                .as("on another day")
                .isEqualTo(409);
        assertThat(order.book.posted()).hasSize(2);
    }

    static Stream<Arguments> sealed() {
        return Stream.of(Keys.values())
                .flatMap(keys -> Stream.of(
                        Arguments.of(keys, "hold", "{'reason': 'DISPUTE'}"),
                        Arguments.of(keys, "notice-served", "{'noticeId': 'NOTICE', 'channel': 'LRAR'}"),
                        Arguments.of(
                                keys,
                                "allocation",
                                "{'paymentId': 'p', 'payerId': 'A', 'amount': '1.00', 'method': 'CARD'}"),
                        Arguments.of(keys, "release", "{'holdId': 'h1', 'reason': 'settled'}"),
                        Arguments.of(keys, "waiver", "{'receivable': 'all', 'reason': 'goodwill'}"),
                        Arguments.of(keys, "write-off", "{'reason': 'insolvent'}"),
                        Arguments.of(keys, "contact", "{'channel': 'PHONE', 'note': 'pays on Friday'}"),
                        Arguments.of(keys, "resubmit", "{'until': 'SOON'}"),
                        Arguments.of(keys, "assign", "{'to': 'alice'}")));
    }

    @Test
    @DisplayName("with other words under the same key is another one, where words can be opened")
    void otherWords() {
        order.book.seal(Keys.THERE);
        order.command("write-off", "{'reason': 'insolvent'}", "key-1");

        assertThat(order.command("write-off", "{'reason': 'forgotten'}", "key-1")
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("that the account refuses is answered with the reason, and not posted")
    void refused() {
        Answered answered = order.command("promise", "{'until': '2199-01-01', 'amount': '-5.00'}", "key-1");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.json().path("reason").asText()).isEqualTo("AMOUNT_NOT_POSITIVE");
        assertThat(order.book.posted()).isEmpty();
    }

    @Test
    @DisplayName("that the account has not taken in time is accepted, with the place where it will show")
    void posted() {
        order.book.deafen(true);
        Answered answered = order.command("write-off", "{}", "key-1");

        assertThat(answered.status()).isEqualTo(202);
        assertThat(answered.header("Location")).isEqualTo("/orders/" + order.id + "/facts");
        assertThat(answered.json().path("outcome").asText()).isEqualTo("POSTED");
    }

    @Test
    @DisplayName("needs a key, an order, a name and the right fields")
    void wrong() {
        String hold = "/orders/" + order.id + "/commands/hold";
        assertThat(order.questions.post(hold, "{}").status()).isEqualTo(400);
        assertThat(order.command("hold", "{'reason': 'PROMISE'}", "k").status()).isEqualTo(400);
        assertThat(order.command("hold", "{'reason': 'DISPUTE', 'why': 1}", "k").status())
                .isEqualTo(400);
        assertThat(order.command("promise", "{'amount': '5.00'}", "k").status()).isEqualTo(400);
        assertThat(order.command("destroy", "{}", "k").status()).isEqualTo(404);
        assertThat(order.questions
                        .post("/orders/nobody/commands/write-off", "{}", CommandedOrder.KEY, "k")
                        .status())
                .isEqualTo(404);
        assertThat(order.book.posted()).isEmpty();
    }
}
