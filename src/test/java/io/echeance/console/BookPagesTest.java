package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.query.http.Questions;
import io.echeance.serde.record.SuspenseEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages about the whole book")
class BookPagesTest {

    private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 14);

    @AutoClose
    private ConsoleAtWork work;

    @AutoClose
    private Questions questions;

    @BeforeEach
    void open() {
        PaymentReceived payment = new PaymentReceived(
                "f1", null, RECEIVED, "P9", null, Money.of("1000.00"), Method.TRANSFER, "T2514 <b>merci</b>");
        SuspenseEntry entry = new SuspenseEntry(
                null,
                payment,
                RECEIVED,
                false,
                null,
                List.of(new Proposal("T-2514", "T-2514", List.of("OCCITAN"))),
                null,
                false);
        work = ConsoleAtWork.on(ConsoleAtWork.DAY, List.of(entry));
        questions = new Questions(work.book.address());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/console/suspense?after=AAAA",
                "/console/suspense?aside=2026-02-30",
                "/console/approvals?after=AAAA",
                "/console/promises?after=AAAA",
                "/console/customers/technolowgic/BOCAGE?after=2026-02-30",
                "/console?after=AAAA"
            })
    @DisplayName("say that a list does not go on at a place that nobody has given out")
    void sayThatAListDoesNotGoOnThere(String address) {
        assertThat(work.get(address).status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/console/sellers/nobody/time",
                "/console/sellers/nobody/months",
                "/console/sellers/nobody/months/2026-02",
                "/console/sellers/technolowgic/months/9999-01"
            })
    @DisplayName("are not there for a seller that nobody knows, nor for a month that has not begun")
    void areNotThereForNobody(String address) {
        assertThat(work.get(address).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("show the aged balance of the API, line by line")
    void showTheAgedBalance() {
        JsonNode answer = questions.get("/ageing").json();
        Document page = work.get("/console/ageing").page();
        List<List<String>> lines = new ArrayList<>();
        answer.path("lines").forEach(line -> lines.add(amounts(line.path("amounts"))));

        assertThat(page.select("tbody tr").stream()
                        .map(row -> row.select("data").eachAttr("value").subList(0, 5)))
                .isEqualTo(lines);
        assertThat(page.select("tfoot data").eachAttr("value").subList(0, 5)).isEqualTo(amounts(answer.path("total")));
        assertThat(page.select("rect.bucket")).hasSize(5);
    }

    @Test
    @DisplayName("show the amounts of the API: what waits, what was promised")
    void showTheAmountsOfTheApi() {
        assertThat(work.get("/console/suspense")
                        .page()
                        .select("article h2 data")
                        .eachAttr("value"))
                .isEqualTo(found("/lists/suspense", "amount"));
        assertThat(work.get("/console/promises")
                        .page()
                        .select("section[aria-labelledby=broken] td.num data")
                        .eachAttr("value"))
                .isEqualTo(questions
                        .get("/worklist?reason=BROKEN_PROMISE&all=true")
                        .json()
                        .findValuesAsText("late"));
    }

    @Test
    @DisplayName("show each day that ends something as the API has it, of every kind, the earliest first")
    void showEveryKindOfDeadline() {
        List<String> deadlines = new ArrayList<>();
        for (JsonNode row : questions.get("/lists/deadlines?limit=100").json().path("rows")) {
            row.path("deadlines")
                    .forEach(one -> deadlines.add(String.join(
                            " ",
                            row.path("orderId").asText(),
                            one.path("on").asText(),
                            one.path("payer").asText(),
                            one.hasNonNull("amount") ? one.path("amount").asText() : "-")));
        }
        List<String> shown =
                work.get("/console/deadlines").page().select("section[aria-labelledby=near] tbody tr").stream()
                        .map(row -> String.join(
                                " ",
                                row.select("th a").text(),
                                row.select("time").attr("datetime"),
                                row.select("td").first().text(),
                                row.select("data").isEmpty()
                                        ? "-"
                                        : row.select("data").val()))
                        .toList();

        assertThat(deadlines).isNotEmpty();
        assertThat(shown).containsExactlyInAnyOrderElementsOf(Set.copyOf(deadlines));
        assertThat(shown.stream().map(line -> line.split(" ")[1])).isSorted();
        for (DeadlineKind kind : DeadlineKind.values()) {
            JsonNode ofKind =
                    questions.get("/lists/deadlines?limit=100&what=" + kind).json();
            assertThat(Set.copyOf(deadlines))
                    .hasSizeGreaterThanOrEqualTo(ofKind.path("rows").size());
        }
    }

    private List<String> found(String list, String field) {
        return questions.get(list).json().findValuesAsText(field);
    }

    private static List<String> amounts(JsonNode amounts) {
        return List.of("notDue", "to30", "to60", "to90", "over90").stream()
                .map(name -> amounts.path(name).asText())
                .toList();
    }

    @Test
    @DisplayName("show what waits in suspense with its proposals, and place it by one button")
    void placeWhatWaits() {
        Document page = work.get("/console/suspense").page();
        assertThat(page.select("q").text()).isEqualTo("T2514 <b>merci</b>");
        assertThat(page.select("button[name=orderId]").attr("value")).isEqualTo("T-2514");
        String form = page.select(".decide input[name=form]").first().val();
        assertThat(work.get("/console/suspense/P9").header("Location")).isEqualTo("/console/suspense");

        Read placed = work.post("/console/suspense/P9", "form", form, "key", "k1", "orderId", "T-2514");
        assertThat(placed.header("Location")).startsWith("/console/suspense?said=decision&payment=P9");
        PaymentApplied decision = (PaymentApplied) work.book.posted().getLast();
        assertThat(decision.paymentId()).isEqualTo("P9");
        assertThat(decision.parts().getFirst().orderId()).isEqualTo("T-2514");

        assertThat(work.post(
                                "/console/suspense/P9",
                                "form",
                                form,
                                "key",
                                "k2",
                                "replaces",
                                decision.factId(),
                                "amount",
                                "1000.00",
                                "reason",
                                "TO_CLARIFY")
                        .status())
                .isEqualTo(303);
        assertThat(((PaymentApplied) work.book.posted().getLast()).setAside()).isNotNull();
        assertThat(work.post("/console/suspense/P9", "form", "x", "key", "k3", "orderId", "T-2514")
                        .status())
                .isEqualTo(403);
        assertThat(work.post("/console/suspense/P9", "form", form, "key", "k4", "orderId", " ")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @DisplayName("say on the worklist not to call whom waiting money may be from")
    void sayNotToCall() {
        assertThat(work.get("/console?all=true")
                        .page()
                        .select(".reason-MONEY_WAITS")
                        .text())
                .contains("waits in suspense since 14 Mar 2026: do not call");
    }

    @Test
    @DisplayName("show promises: those of today, those to come, those that broke")
    void showPromises() {
        assertThat(work.get("/console/promises")
                        .page()
                        .select("section[aria-labelledby=broken] tbody th a")
                        .eachText())
                .containsExactlyInAnyOrder("OCCITAN", "HAMEL");
        String promise = "/console/orders/T-2514/do/promise";
        String form =
                work.get(promise).page().select("input[name=form]").first().val();
        work.post(promise, "form", form, "key", "k", "step", "send", "amount", "10", "until", "2026-03-16");
        assertThat(work.get("/console/promises")
                        .page()
                        .select("section[aria-labelledby=due] tbody th")
                        .eachText())
                .containsExactly("T-2514");
    }

    @Test
    @DisplayName("play an order ahead: what a payment changes is what the forecast says")
    void playAnOrderAhead() {
        Document page = work.get("/console/orders/T-2514/what-if?amount=1.640,00&on=2026-03-20")
                .page();
        assertThat(page.select("tbody th").eachText()).contains("Outstanding", "Late");
        assertThat(page.select("tr:has(th:contains(Late)) td data").last().attr("value"))
                .isEqualTo("0.00");
        assertThat(work.get("/console/orders/T-2514/what-if?until=1999-01-01").status())
                .isEqualTo(422);
        assertThat(work.get("/console/orders/T-2514/what-if?on=soon").status()).isEqualTo(400);
    }

    @Test
    @DisplayName("say how the instance is")
    void sayHowTheInstanceIs() {
        assertThat(work.get("/console/health").page().select(".answer").text()).contains("All is well");
    }
}
