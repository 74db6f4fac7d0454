package io.echeance.console;

import static io.echeance.console.ActTest.filled;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.query.http.LateOrder;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a form of the console says: it")
class ActWordsTest {

    private static final String ORDER = "/console/orders/T-2514";
    private static final String PROMISE = ORDER + "/do/promise";

    @AutoClose
    private final ConsoleAtWork work = ConsoleAtWork.open();

    @Test
    @DisplayName("has nothing to send where the order was sent no notice, or has no hold, and says so")
    void saysThatThereIsNothing() {
        Document notice = work.get(ORDER + "/do/notice-served").page();
        Document hold = work.get(ORDER + "/do/release").page();

        assertThat(notice.select(".act-form form, .act-form select")).isEmpty();
        assertThat(notice.select(".act-form").text()).contains("No formal notice of this order has gone out");
        assertThat(hold.select(".act-form form, .act-form select")).isEmpty();
        assertThat(hold.select(".act-form").text()).contains("Nothing holds dunning today");
    }

    @Test
    @DisplayName("tells holds to release apart by why, how much, since when, until when and by whom")
    void tellsHoldsApart() {
        work.post(PROMISE, filled(work.get(PROMISE).page(), "step", "send", "amount", "40"));
        String hold = ORDER + "/do/hold";
        work.post(hold, filled(work.get(hold).page(), "step", "send", "reason", "GRACE"));

        assertThat(work.get(ORDER + "/do/release")
                        .page()
                        .select("[name=holdId] option")
                        .eachText())
                .containsExactlyInAnyOrder(
                        "promise to pay · €40.00 · since 16 Mar 2026 · until 20 Mar 2026 · by anybody",
                        "delay of grace · since 16 Mar 2026 · by anybody");
    }

    @ParameterizedTest(name = "{0}: {1} = {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "promise | until | 2020-01-01 | une promesse est pour le 16 mars 2026 ou après, non pour le 1 janv."
                        + " 2020",
                "promise | until | 9999-12-31 | aucune date n’est avant",
                "promise | amount | 1700 | il reste dû 1",
                "contact | note | a\u0007b | « Ce qui fut dit » a un caractère de commande",
                "assign | to | a\u202eb | « Qui » a un caractère de commande",
            })
    @DisplayName("says why in French to who reads French, and names a field as it stands on it")
    void saysWhyInFrench(String act, String field, String value, String why) {
        work.get("/console/language/fr?back=/console");
        String address = ORDER + "/do/" + act;
        for (String step : act.equals("promise") ? List.of("look", "send") : List.of("send")) {
            Read refused =
                    work.post(address, filled(work.get(address).page(), "step", step, field, value.translateEscapes()));
            assertThat(refused.page().select("[role=alert]").text()).as(step).contains(why);
        }
        assertThat(work.book.posted()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | As it stands it would not be taken: such a hold stands since | the receipt of",
                "fr | Tel quel, ce serait refusé : une telle suspension court déjà depuis le | la réception de",
            })
    @DisplayName("says at once why it would do nothing as it opens, instead of asking for more")
    void saysAtOnceWhyItWouldDoNothing(String language, String held, String served) {
        work.get("/console/language/" + language + "?back=/console");
        LateOrder late = LateOrder.of(work.book);
        String notice = "/console/orders/" + late.id() + "/do/notice-served";
        work.post(notice, filled(work.get(notice).page(), "step", "send"));

        Document hold = work.get("/console/orders/T-2515/do/hold").page();
        assertThat(hold.select(".effect").text()).contains(held);
        assertThat(hold.select("[role=alert]")).isEmpty();
        assertThat(work.get(notice).page().select(".effect").text()).contains(served);
    }

    @Test
    @DisplayName("asks for what is missing where it opens without it, and says nothing of a refusal")
    void asksForWhatIsMissing() {
        Document form = work.get(ORDER + "/do/waiver").page();

        assertThat(form.select(".effect").text()).doesNotContain("would not be taken");
    }

    @Test
    @DisplayName("refuses a promise that stands by its days, and by no id of a machine")
    void namesNoMachine() {
        String[] one = {"step", "send", "amount", "40"};
        work.post(PROMISE, filled(work.get(PROMISE).page(), one));
        Read again = work.post(PROMISE, filled(work.get(PROMISE).page(), one));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("[role=alert]").text())
                .endsWith("such a promise stands since 16 Mar 2026, until 20 Mar 2026");
    }
}
