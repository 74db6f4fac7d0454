package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The time machine")
class TimeMachineTest {

    private static final String ORDER = "/console/orders/T-2515/time";

    @AutoClose
    private static ConsoleAtWork work = ConsoleAtWork.open();

    private static JsonNode asked(String path) {
        try {
            return RecordJson.parse(work.get(path).response().body());
        } catch (Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Money sum(JsonNode frame, String amount) {
        Money sum = Money.ZERO;
        for (JsonNode payer : frame.path("payers")) {
            sum = sum.plus(Money.of(payer.path(amount).asText()));
        }
        return sum;
    }

    private static Money shown(Element row, String amount) {
        return Money.of(row.select("[data-as=" + amount + "] data").val());
    }

    @Test
    @DisplayName("shows the API's figures of every day on which something changed, and what had happened")
    void showsTheFigures() {
        Document page = work.get(ORDER).page();
        JsonNode frames = asked("/orders/T-2515/frames").path("frames");

        List<Element> rows = page.select("[data-shot]");
        assertThat(rows).hasSameSizeAs(frames).hasSizeGreaterThan(6);
        for (int n = 0; n < frames.size(); n++) {
            Element row = rows.get(n);
            JsonNode frame = frames.get(n);
            assertThat(row.select("th time").attr("datetime"))
                    .isEqualTo(frame.path("day").asText());
            assertThat(shown(row, "paid")).isEqualTo(sum(frame, "paid"));
            assertThat(shown(row, "late")).isEqualTo(sum(frame, "late"));
            assertThat(shown(row, "due").plus(shown(row, "late"))).isEqualTo(sum(frame, "outstanding"));
            assertThat(shown(row, "interest")).isEqualTo(sum(frame, "interestToDate"));
            assertThat(row.select("[data-as=now] p"))
                    .hasSize(frame.path("came").size() + frame.path("said").size());
        }
        assertThat(page.select(".reel a")).hasSizeGreaterThan(4);
    }

    @Test
    @DisplayName("goes by links without a script: the shown day is the date bar's, and each amount explains itself")
    void goesByLinks() {
        Element third = work.get(ORDER).page().select("[data-shot] th a").get(2);
        Document then = work.get(third.attr("href")).page();
        String day = third.select("time").attr("datetime");

        assertThat(then.select("[data-part=day] time").attr("datetime")).isEqualTo(day);
        assertThat(then.select("#asOf").val()).isEqualTo(day);
        assertThat(then.select("[data-shot][aria-current] th time").attr("datetime"))
                .isEqualTo(day);
        assertThat(then.select("body").hasClass("past")).isTrue();
        String late = then.select("[data-shot][aria-current] [data-as=late] a").attr("href");
        assertThat(work.get(late).page().select(".answer data").val())
                .isEqualTo(then.select("[data-part=late] data").val());
        String next = then.select("[data-by=1]").attr("href");
        assertThat(LocalDate.parse(
                        work.get(next).page().select("[data-part=day] time").attr("datetime")))
                .isAfter(LocalDate.parse(day));
        assertThat(then.select("[data-part=play]").hasAttr("hidden")).isTrue();
    }

    @Test
    @DisplayName("knows only what was known, and goes on into what comes when asked")
    void knowsWhatWasKnown() {
        Document known = work.get(ORDER + "?knownOn=2026-03-01").page();
        assertThat(known.select("[data-shot]"))
                .hasSameSizeAs(asked("/orders/T-2515/frames?knownOn=2026-03-01").path("frames"));
        assertThat(known.select("[data-as=now]").text()).contains("Reminder").doesNotContain("Dunning held");
        assertThat(work.get(ORDER).page().select("[data-as=now]").text()).contains("Dunning held");

        Document ahead = work.get(ORDER + "?ahead=true").page();
        assertThat(ahead.select("tr.to-come")).isNotEmpty();
        assertThat(ahead.select("tr.to-come a")).isEmpty();
    }

    @Test
    @DisplayName("of a customer has a lane for each order; of a seller the sums of all its orders")
    void ofMany() {
        Document customer =
                work.get("/console/customers/technolowgic/BOCAGE/time").page();
        assertThat(customer.select(".lane-name"))
                .hasSize(asked("/customers/technolowgic/BOCAGE/frames")
                        .path("orders")
                        .size());

        Document seller = work.get("/console/sellers/technolowgic/time").page();
        JsonNode frames = asked("/sellers/technolowgic/frames").path("frames");
        Element last = seller.select("[data-shot]").last();
        JsonNode lastFrame = frames.get(frames.size() - 1);
        assertThat(seller.select("[data-shot]")).hasSizeBetween(30, frames.size());
        assertThat(shown(last, "late"))
                .isEqualTo(Money.of(lastFrame.path("late").asText()));
        assertThat(shown(last, "paid"))
                .isEqualTo(Money.of(lastFrame.path("paid").asText()));
        assertThat(work.get("/console/time").page().select(".tabs [aria-current]"))
                .hasSize(1);
        assertThat(work.get("/console/sellers/nobody/time").status()).isEqualTo(404);
        assertThat(work.get("/console/customers/technolowgic/NOBODY/time")
                        .page()
                        .select(".empty"))
                .isNotEmpty();
    }
}
