package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.query.http.Questions.Answered;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A command that may do nothing")
class IdleCommandsTest {

    @AutoClose
    private final CommandedOrder order = new CommandedOrder();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\u0000", "\\u001b", "\\u202e", "\\u2066"})
    @DisplayName("is refused where a text has a control character, or one that turns what stands behind it")
    void textsThatShowOtherwise(String character) {
        for (String[] one : new String[][] {
            {"contact", "{'channel': 'PHONE', 'note': 'a" + character + "b'}"},
            {"assign", "{'to': 'a" + character + "b'}"},
            {"write-off", "{'reason': 'a" + character + "b'}"}
        }) {
            Answered answered = order.command(one[0], one[1], "key-1");
            assertThat(answered.status()).as(one[0]).isEqualTo(422);
            assertThat(answered.json().path("detail").asText()).contains("control character");
        }
        assertThat(order.command("contact", "{'channel': 'PHONE', 'note': 'Zoé\\n\\t❤ שלום'}", "key-1")
                        .status())
                .isEqualTo(200);
        assertThat(order.book.posted()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"\\ud800", "\\udc00\\ud800"})
    @DisplayName("is refused where a text has half a character: another text would be written")
    void textsThatCannotBeWritten(String half) {
        Answered answered = order.command("contact", "{'channel': 'PHONE', 'note': 'a" + half + "b'}", "key-1");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(400);
        assertThat(answered.json().path("detail").asText()).contains("half a character");
        assertThat(order.book.posted()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "release | {'holdId': 'h1'} | NO_SUCH_HOLD | no hold h1 | pas de suspension h1",
                "waiver | {'receivable': 'X/1#1'} | NO_SUCH_DEBT | no debt X/1#1 | pas de créance X/1#1",
                "waiver | {'receivable': 'all', 'on': '2020-01-01'} | NO_PENALTY | nothing was late | aucune pénalité",
                "notice-served | {'noticeId': 'n/1'} | NO_SUCH_NOTICE | no formal notice n/1 | aucune mise en demeure",
                "hold | {'reason': 'DISPUTE', 'payerId': 'X'} | NO_SUCH_PAYER | X neither owes | X ne doit rien",
                "contact | {'channel': 'PHONE', 'payerId': 'X'} | NO_SUCH_PAYER | X neither owes | X ne doit rien",
                "resubmit | {'until': '2199-01-01'} | NOT_WITHIN_A_YEAR | within a year | dans l’année",
                "resubmit | {'until': '2020-01-01'} | NOT_WITHIN_A_YEAR | after today | après aujourd’hui",
                "notice-served | {'noticeId': 'NOTICE', 'on': 'EARLY'} | NOT_SENT_YET | not before | non avant",
                "notice-served | {'noticeId': 'NOTICE', 'on': 'LATE'} | NOT_RECEIVED_YET | after today | après auj",
                "promise | {'until': 'SOON', 'amount': 'MORE'} | MORE_THAN_OWED | is outstanding | il reste dû",
                "assign | {} | ASSIGNED_ALREADY | nobody takes care | personne ne suit",
            })
    @DisplayName("about what the order does not have is refused in a sentence of either language, and not posted")
    void aboutWhatIsNotThere(String command, String body, String reason, String english, String french) {
        Answered answered = order.command(command, body, "key-1");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.json().path("reason").asText()).isEqualTo(reason);
        assertThat(answered.json().path("detail").asText()).contains(english);
        assertThat(order.command(command, body, "key-1", "Accept-Language", "fr")
                        .json()
                        .path("detail")
                        .asText())
                .contains(french);
        assertThat(order.book.posted()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "hold | {'reason': 'DISPUTE'} | HELD_ALREADY",
                "hold | {'reason': 'DISPUTE', 'until': 'SOON'} | HELD_ALREADY",
                "promise | {'until': 'SOON', 'amount': '1.00'} | HELD_ALREADY",
                "release | {'holdId': 'h1'} | HOLD_HAS_ENDED",
                "waiver | {'receivable': 'all'} | FORGIVEN_ALREADY",
                "notice-served | {'noticeId': 'NOTICE'} | SERVED_ALREADY",
                "write-off | {} | WRITTEN_OFF_ALREADY",
                "assign | {'to': 'rosa'} | ASSIGNED_ALREADY",
                "resubmit | {'until': 'SOON'} | PUT_OFF_ALREADY",
            })
    @DisplayName("that has been done is the same under its key, and under another it is told that it has")
    void doneAlready(String command, String body, String reason) {
        order.hold("h1");
        assertThat(order.command(command, body, "key-1").status()).isEqualTo(200);
        assertThat(order.command(command, body, "key-1").status()).isEqualTo(200);

        Answered again = order.command(command, body, "key-2");

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().path("reason").asText()).isEqualTo(reason);
        assertThat(order.book.posted()).hasSize(2);
    }

    @Test
    @DisplayName("adds a hold that lasts longer, is promised otherwise, or that its sender names himself")
    void moreHolds() {
        for (String hold : List.of(
                "{'reason': 'DISPUTE', 'until': 'SOON'}",
                "{'reason': 'DISPUTE'}",
                "{'reason': 'DISPUTE', 'holdId': 'second'}")) {
            assertThat(order.command("hold", hold, "key-" + order.book.posted().size())
                            .status())
                    .as(hold)
                    .isEqualTo(200);
        }
        for (String amount : List.of("1.00", "2.00")) {
            assertThat(order.command("promise", "{'until': 'SOON', 'amount': '" + amount + "'}", amount)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    @DisplayName("promises parts of what is outstanding, and no more than all of it together")
    void promisesParts() {
        assertThat(order.command("promise", "{'until': 'SOON', 'amount': '10.00'}", "key-1")
                        .status())
                .isEqualTo(200);
        Answered whole = order.command("promise", "{'until': 'SOON', 'amount': 'OWED'}", "key-2");
        assertThat(whole.json().path("reason").asText()).isEqualTo("MORE_THAN_OWED");
        assertThat(whole.json().path("detail").asText())
                .contains(order.owed() + " is outstanding, of which 10.00 is promised already");
        Money rest = order.owed().minus(Money.of("10.00"));
        for (String hold : List.of("", ", 'holdId': 'mine'")) {
            assertThat(order.command(
                                    "promise",
                                    "{'until': 'SOON', 'amount': '" + rest + "'" + hold + "}",
                                    "key-" + hold.length())
                            .status())
                    .isEqualTo(hold.isEmpty() ? 200 : 422);
        }
        String first = order.book.posted().getFirst().factId();
        assertThat(order.command("release", "{'holdId': '" + first + "'}", "key-4")
                        .status())
                .isEqualTo(200);
        assertThat(order.command("promise", "{'until': 'SOON', 'amount': '9.00'}", "key-5")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("promises again what is left once a part of it was paid as promised")
    void promisesWhatIsLeft() {
        order.command("promise", "{'until': 'SOON', 'amount': '10.00'}", "key-1");
        order.command("allocation", "{'paymentId': 'P-1', 'amount': '10.00', 'method': 'TRANSFER'}", "key-2");

        assertThat(order.command("promise", "{'until': 'SOON', 'amount': 'MORE'}", "key-3")
                        .status())
                .isEqualTo(422);
        assertThat(order.command("promise", "{'until': 'SOON', 'amount': 'OWED'}", "key-3")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"false, NOTHING_OWED", "true, WRITTEN_OFF_ALREADY"})
    @DisplayName("gives up or promises what nobody owes, and is refused")
    void nothingIsOwed(boolean isWrittenOff, String reason) {
        String body = isWrittenOff
                ? "{'reason': 'insolvent'}"
                : "{'paymentId': 'P-1', 'amount': 'OWED', 'method': 'TRANSFER'}";
        assertThat(order.command(isWrittenOff ? "write-off" : "allocation", body, "key-1")
                        .status())
                .isEqualTo(200);
        payWhatFollows();
        for (String command : List.of("write-off", "promise")) {
            Answered answered = order.command(
                    command, command.equals("promise") ? "{'until': 'SOON', 'amount': '1.00'}" : "{}", command);
            assertThat(answered.status()).as(command).isEqualTo(422);
            assertThat(answered.json().path("reason").asText()).isEqualTo(reason);
        }
    }

    /** A fee and interest may be asked for once the principal is paid. */
    private void payWhatFollows() {
        if (order.owed().isPositive()) {
            order.command("allocation", "{'paymentId': 'P-2', 'amount': 'OWED', 'method': 'TRANSFER'}", "key-follows");
        }
    }

    @Test
    @DisplayName("names no id of a machine to who promises twice, and says promise of a promise")
    void namesNoMachine() {
        order.command("promise", "{'until': 'SOON', 'amount': '1.00'}", "key-1");
        Answered again = order.command("promise", "{'until': 'SOON', 'amount': '1.00'}", "key-2");

        assertThat(again.json().path("detail").asText())
                .startsWith("such a promise stands since " + order.today() + ", until ")
                .doesNotContain("command-");
    }

    @Test
    @DisplayName("releases a hold before it begins, and for an earlier day than it was released on")
    void releasesBefore() {
        order.command("hold", "{'reason': 'GRACE', 'holdId': 'h1', 'on': 'SOON'}", "key-1");
        String earlier = order.today().minusDays(3).toString();

        assertThat(order.command("release", "{'holdId': 'h1'}", "key-2").status())
                .isEqualTo(200);
        assertThat(order.command("release", "{'holdId': 'h1', 'on': '" + earlier + "'}", "key-3")
                        .status())
                .isEqualTo(200);
        assertThat(order.command("release", "{'holdId': 'h1', 'on': '" + earlier + "'}", "key-4")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("that takes back a hold which was commanded just now waits for it, and is told to come again")
    void takesBackWhatIsOnItsWay() {
        order.book.deafen(true);
        String holdId = order.command("hold", CommandedOrder.DISPUTE, "key-1")
                .json()
                .path("factId")
                .asText();

        Answered early = order.command("release", "{'holdId': '" + holdId + "'}", "undo");
        assertThat(early.status()).isEqualTo(503);
        assertThat(early.header("Retry-After")).isNotEmpty();

        order.book.deafen(false);
        order.book.post(order.book.posted().getFirst());
        assertThat(order.command("release", "{'holdId': '" + holdId + "'}", "undo")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("is not asked of what others write: a fact about nothing is kept, and the list of facts says so")
    void aboutNothingAndKept() {
        order.book.post(new DunningReleased("stray", order.id, order.today(), "never", null, null));
        order.hold("h1");
        order.command("release", "{'holdId': 'h1'}", "key-1");

        JsonNode facts =
                order.questions.get("/orders/" + order.id + "/facts").json().path("facts");

        assertThat(facts.findValuesAsText("idle")).containsExactly("NO_SUCH_HOLD");
    }

    @Test
    @DisplayName("is said to do nothing by a forecast that assumes it, in the words by which it would be refused")
    void isForetold() {
        String assumed = """
            {"until": "%s", "facts": [
              {"type": "DunningHeld", "on": "%s", "holdId": "h1", "reason": "DISPUTE", "by": "ann"},
              {"type": "DunningReleased", "on": "%s", "holdId": "h2", "by": "ann"}]}\
            """.formatted(order.today().plusDays(9), order.today(), order.today());
        String forecast = "/orders/" + order.id + "/forecast";
        JsonNode idle = order.questions.post(forecast, assumed).json().path("idle");
        JsonNode inFrench = order.questions
                .post(forecast, assumed, "Accept-Language", "fr")
                .json()
                .path("idle");

        assertThat(idle.findValuesAsText("reason")).containsExactly("NO_SUCH_HOLD");
        assertThat(idle.path(0).path("fact").asInt()).isEqualTo(1);
        assertThat(idle.path(0).path("detail").asText()).contains("no hold h2");
        assertThat(inFrench.path(0).path("detail").asText()).contains("pas de suspension h2");
    }
}
