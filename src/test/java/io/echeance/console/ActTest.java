package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.query.http.LateOrder;
import io.echeance.query.http.Token;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A form of the console")
class ActTest {

    private static final String ORDER = "/console/orders/T-2514";
    private static final String PROMISE = ORDER + "/do/promise";

    @AutoClose
    private final ConsoleAtWork work = ConsoleAtWork.open();

    /** As a browser would send it: every field as it stands, and what is changed. */
    static String[] filled(Document page, String... changes) {
        List<String> fields = new ArrayList<>();
        for (Element field : page.select(".act-form input[name], .act-form select[name]")) {
            String value = field.tagName().equals("select")
                    ? field.select("option[selected]").attr("value")
                    : field.val();
            fields.add(field.attr("name"));
            fields.add(value);
        }
        for (int n = 0; n < changes.length; n += 2) {
            int at = fields.indexOf(changes[n]);
            if (at >= 0) {
                fields.set(at + 1, changes[n + 1]);
            } else {
                fields.addAll(List.of(changes[n], changes[n + 1]));
            }
        }
        return fields.toArray(String[]::new);
    }

    @Test
    @DisplayName("for a promise proposes what is late and the next Friday: opened and sent, it is a fact")
    void aPromiseIsProposed() {
        Document form = work.get(PROMISE + "?back=%2Fconsole").page();
        assertThat(form.select("input[name=amount]").val()).isEqualTo("1640.00");
        assertThat(form.select("input[name=until]").val()).isEqualTo("2026-03-20");
        assertThat(form.select("button").eachText()).startsWith("Send");

        Read sent = work.post(PROMISE, filled(form, "step", "send"));

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).startsWith("/console?said=promise&about=OCCITAN%20%C2%B7%20T-2514&held=");
        DunningHeld fact = (DunningHeld) work.book.posted().getLast();
        assertThat(fact.reason()).isEqualTo(HoldReason.PROMISE);
        assertThat(fact.until()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(work.get(sent.header("Location")).page().select("#said").text())
                .isEqualTo("The promise is noted. OCCITAN · T-2514");
        assertThat(work.get("/console").page().select("tbody th a").eachText()).doesNotContain("OCCITAN");
    }

    @Test
    @DisplayName("sends nothing from a day that is over")
    void sendsNothingFromThePast() {
        String address = ORDER + "/do/" + Act.CONTACT.slug();
        int before = work.book.posted().size();
        String[] fields = filled(work.get(address).page(), "note", "no answer", "step", "send");

        assertThat(work.post(address + "?asOf=2026-01-01", fields).status()).isEqualTo(422);
        assertThat(work.post(address + "?knownOn=2026-01-01", fields).status()).isEqualTo(422);
        assertThat(work.book.posted()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console?seller=%zz", "/console/search?q=%", "/console/orders/T-2514?asOf=%"})
    @DisplayName("says of an address that nobody can read that it cannot be read")
    void saysThatAnAddressCannotBeRead(String address) {
        String answer = work.raw("GET " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("This address cannot be read");
    }

    @Test
    @DisplayName("sent twice is one fact")
    void sentTwiceIsOneFact() {
        String[] fields = filled(work.get(PROMISE).page(), "step", "send");
        work.post(PROMISE, fields);
        work.post(PROMISE, fields);

        assertThat(work.book.posted()).hasSize(1);
    }

    @Test
    @DisplayName("shows what will change before anything is sent, and again when one looks")
    void showsWhatWillChange() {
        Document form = work.get(ORDER + "/do/waiver").page();
        assertThat(form.select(".effect tbody th").eachText()).contains("Interest to date");

        Document looked = work.post(PROMISE, filled(work.get(PROMISE).page(), "step", "look", "until", "2026-04-17"))
                .page();
        assertThat(looked.select(".said-list.away li").eachText()).anyMatch(said -> said.startsWith("31 Mar 2026"));
        assertThat(looked.select("input[name=until]").val()).isEqualTo("2026-04-17");
        assertThat(work.book.posted()).isEmpty();
    }

    @Test
    @DisplayName("that a notice was served offers those that the order was sent")
    void offersTheNotices() {
        LateOrder served = LateOrder.of(work.book);
        Document form =
                work.get("/console/orders/" + served.id() + "/do/notice-served").page();

        assertThat(form.select("select[name=noticeId] option").eachAttr("value"))
                .containsExactly(served.notice());
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Act.class)
    @DisplayName("of every kind becomes its fact, without script and by script")
    void everyKindBecomesItsFact(Act act) {
        LateOrder served = LateOrder.of(work.book);
        String order = act == Act.RELEASE
                ? "/console/orders/T-2515"
                : act == Act.NOTICE_SERVED ? "/console/orders/" + served.id() : ORDER;
        String address = order + "/do/" + act.slug();
        String[] changes = {
            "step", "send", "reason", act == Act.HOLD ? "DISPUTE" : "goodwill", "noticeId", served.notice()
        };
        String[] fields = filled(work.get(address).page(), changes);

        assertThat(work.post(address, fields).status()).isEqualTo(303);
        assertThat(work.book.posted().getLast()).isInstanceOf(act.command().fact());
        assertThat(work.get(order).status()).isEqualTo(200);

        try (ConsoleAtWork other = ConsoleAtWork.open()) {
            Document fragment = other.get(address, "HX-Request", "true").page();
            assertThat(fragment.select("header, h1")).isEmpty();
            assertThat(fragment.select("h2#panel-title")).hasSize(1);
            Read byScript = other.send(HttpRequest.newBuilder(URI.create(other.book.address() + address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("HX-Request", "true")
                    .POST(BodyPublishers.ofString(ConsoleAtWork.written(filled(fragment, changes)))));
            assertThat(byScript.header("HX-Redirect")).contains("said=" + act.slug());
        }
    }

    @Test
    @DisplayName("comes back with what was entered and the reason, where it is refused")
    void comesBackWithTheReason() {
        Read refused = work.post(PROMISE, filled(work.get(PROMISE).page(), "step", "send", "amount", "-5"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text()).isNotBlank();
        assertThat(refused.page().select("input[name=amount]").val()).isEqualTo("-5");
        assertThat(work.book.posted()).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "amount | -5 | an amount must be positive",
                "amount | 0 | an amount must be positive",
                "amount | abc | amount",
                "until | 2020-01-01 | a promise is for 16 Mar 2026 or later, not for 1 Jan 2020",
                "amount | 9999999999999999999999999999999999999999 | is too large an amount",
                "amount | 12.345 | \"12.345\" is not an amount",
                "until | 9999-12-31 | no date lies before",
                "until | 2027-02-30 | “By when”",
            })
    @DisplayName("says why it would be refused, before it is sent")
    void saysWhyItWouldBeRefused(String field, String value, String why) {
        Read looked = work.post(PROMISE, filled(work.get(PROMISE).page(), "step", "look", field, value));

        assertThat(looked.page().select("[role=alert]").text()).contains(why);
        assertThat(looked.page().select(".said-list")).isEmpty();
    }

    @Test
    @DisplayName("shows what will change of an amount as people write it")
    void showsWhatWillChangeOfAnAmountAsPeopleWriteIt() {
        String written = "1 640,00 €";
        String[] fields = filled(work.get(PROMISE).page(), "step", "look", "amount", written, "until", "2026-04-17");
        Document looked = work.post(PROMISE, fields).page();

        assertThat(looked.select(".said-list.away li")).isNotEmpty();
        assertThat(looked.select("input[name=amount]").val()).isEqualTo(written);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({"key, ''", "key, a b", "key, é", "form, ''", "step, ''"})
    @DisplayName("that is damaged is answered by a page, and does nothing it does not say")
    void thatIsDamagedIsAnsweredByAPage(String field, String value) {
        Read answered = work.post(PROMISE, filled(work.get(PROMISE).page(), "step", "send", field, value));

        assertThat(answered.status()).isEqualTo(field.equals("key") ? 400 : field.equals("form") ? 403 : 303);
        assertThat(answered.header("Content-Type")).doesNotContain("json");
        assertThat(work.book.posted()).hasSize(field.equals("step") ? 1 : 0);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {PROMISE, "/console/customers/technolowgic/BOCAGE", "/console", "/console/suspense"})
    @DisplayName("shows today, and says so, wherever no other day can be shown")
    void showsTodayWhereNoOtherDayCanBeShown(String path) {
        Document page = work.get(path + "?asOf=2026-02-01").page();

        assertThat(page.select("body.past")).isEmpty();
        assertThat(page.select("a[href*=asOf]")).isEmpty();
    }

    @Test
    @DisplayName("of another session is not taken, and none is offered in the past or to who may only read")
    void onlyWhereItMayBeSent() {
        assertThat(work.post(PROMISE, filled(work.get(PROMISE).page(), "step", "send", "form", "made-up"))
                        .status())
                .isEqualTo(403);
        assertThat(work.book.posted()).isEmpty();
        assertThat(work.get(ORDER).page().select(".act")).isNotEmpty();
        assertThat(work.get(ORDER + "?asOf=2026-03-01").page().select(".act")).isEmpty();
        Token reader = Token.parse("bob:read:" + Sha256.of("bobs-token")).getFirst();
        try (ConsoleAtWork read = ConsoleAtWork.open(reader)) {
            read.post("/console/login", "token", "bobs-token");
            assertThat(read.get(ORDER).page().select(".act")).isEmpty();
            assertThat(read.get("/console").page().select(".act")).isEmpty();
            assertThat(read.get(PROMISE).status()).isEqualTo(403);
        }
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1200.00 | 1200.00",
                "1200 | 1200.00",
                "1 200,50 € | 1200.50",
                "1.200,50 | 1200.50",
                "1,200.50 | 1200.50",
                "1,200 | 1,200", // thousands, or three decimals?
                "12.345 | 12,345",
                "1,234,567 | 1234567.00",
                "12,5 | 12.50",
                "12.345.678 | 12345678.00",
                "0,05 | 0.05",
                "abc | abc"
            })
    @DisplayName("takes amounts as people write them")
    void takesAmountsAsPeopleWriteThem(String written, String meant) {
        assertThat(ActScreen.plain(written)).isEqualTo(meant);
    }
}
