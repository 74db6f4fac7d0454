package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.order.CollectionFact.DunningReleased;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What was just done")
class UndoTest {

    private static final String ORDER = "/console/orders/T-2514";

    @AutoClose
    private final ConsoleAtWork work = ConsoleAtWork.open();

    @Test
    @DisplayName("says what was done to nobody but the session that did it, and only as it was said")
    void saysItOnlyToWhoDidIt() {
        String address = ORDER + "/do/" + Act.CONTACT.slug();
        Document form = work.get(address + "?back=%2Fconsole%3Fsaid%3Dwrite-off%26about%3DEVIL")
                .page();
        String said = work.post(address, ActTest.filled(form, "note", "no answer", "step", "send"))
                .header("Location");
        assertThat(said).startsWith("/console?said=contact&about=OCCITAN");
        assertThat(work.get(said).page().select("#said").text()).contains("OCCITAN · T-2514");

        String held = work.post(
                        ORDER + "/do/" + Act.HOLD.slug(),
                        ActTest.filled(
                                work.get(ORDER + "/do/" + Act.HOLD.slug()).page(), "step", "send"))
                .header("Location");
        assertThat(work.get(held).page().select(".undo")).hasSize(1);
        for (String forged : List.of(
                held.replace("T-2514", "T-2515"),
                held.replaceFirst("held=[^&]*", "held=another"),
                held.replaceFirst("at=\\d+", "at=1"),
                held.replaceFirst("&at=.*", ""),
                "/console?said=write-off&about=EVIL")) {
            Document page = work.get(forged).page();
            assertThat(page.select("#said").text()).as(forged).isEmpty();
            assertThat(page.select(".undo")).as(forged).isEmpty();
        }
        try (ConsoleAtWork other = ConsoleAtWork.open()) {
            assertThat(other.get(held).page().select("#said").text()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"PROMISE", "HOLD"})
    @DisplayName("for a promise or a hold leads back at once: the order is where it was in the list")
    void isTakenBackAtOnce(Act act) {
        List<String> before = work.get("/console").page().select("tbody th a").eachText();
        String address = ORDER + "/do/" + act.slug();
        Read sent = work.post(
                address, ActTest.filled(work.get(address + "?back=%2Fconsole").page(), "step", "send"));
        Document done = work.get(sent.header("Location")).page();
        assertThat(done.select("tbody th a").eachText()).doesNotContain("OCCITAN");
        Element undo = done.select(".undo").first();

        List<String> fields = new ArrayList<>(List.of("step", "undo"));
        undo.select("input").forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
        Read undone = work.post(undo.attr("action"), fields.toArray(String[]::new));

        assertThat(undone.header("Location"))
                .startsWith("/console?said=" + (act == Act.PROMISE ? "unpromised" : "release")
                        + "&about=OCCITAN%20%C2%B7%20T-2514&");
        assertThat(work.book.posted().getLast())
                .isInstanceOfSatisfying(
                        DunningReleased.class,
                        released -> assertThat(released.holdId())
                                .isEqualTo(work.book.posted().getFirst().factId()));
        assertThat(work.get("/console").page().select("tbody th a").eachText()).isEqualTo(before);
    }

    @Test
    @DisplayName("that takes back what somebody else has taken back meanwhile says so, and does nothing")
    void isNotTakenBackTwice() {
        String address = ORDER + "/do/" + Act.HOLD.slug();
        String said = work.post(address, ActTest.filled(work.get(address).page(), "step", "send"))
                .header("Location");
        List<String> fields = new ArrayList<>(List.of("step", "undo"));
        Element undo = work.get(said).page().select(".undo").first();
        undo.select("input").forEach(field -> fields.addAll(List.of(field.attr("name"), field.val())));
        String release = ORDER + "/do/" + Act.RELEASE.slug();
        work.post(release, ActTest.filled(work.get(release).page(), "step", "send", "reason", "settled"));

        Read late = work.post(undo.attr("action"), fields.toArray(String[]::new));

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("[role=alert]").text()).contains("was released on 16 Mar 2026");
        assertThat(work.book.posted()).hasSize(2);
    }

    @Test
    @DisplayName("about a hold that the order never had stands among its facts, and says that it does nothing")
    void aboutNothing() {
        work.book.post(new DunningReleased("stray", "T-2514", ConsoleAtWork.DAY, "never", null, null));

        assertThat(work.get(ORDER)
                        .page()
                        .select(".fact-DunningReleased, li, tr")
                        .eachText())
                .anyMatch(line -> line.contains("without effect: the order has no such hold"));
    }
}
