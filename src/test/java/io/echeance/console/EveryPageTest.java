package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every page of the console")
class EveryPageTest {

    private static final String DEBT = "T-2515%2FBOCAGE%2FINVOICE%2F1%231";
    static final List<String> PAGES = List.of(
            "/console",
            "/console?all=true",
            "/console?reason=LATE&seller=technolowgic",
            "/console/customers/technolowgic/BOCAGE",
            "/console/customers/technolowgic/BOCAGE?kind=care",
            "/console/orders/T-2515/do/promise",
            "/console/orders/T-2515/do/hold",
            "/console/orders/T-2515/do/release",
            "/console/orders/T-2515/do/contact",
            "/console/orders/T-2515/do/resubmit",
            "/console/orders/T-2515/do/assign",
            "/console/orders/T-2515/do/waiver",
            "/console/orders/T-2515/do/notice-served",
            "/console/orders/T-2515/do/write-off",
            "/console/search",
            "/console/search?q=BOCAGE",
            "/console/search?q=nobody",
            "/console/keys",
            "/console/suspense",
            "/console/payments/P9",
            "/console/payments/P11",
            "/console/ageing",
            "/console/ageing?on=2026-03-01&seller=technolowgic",
            "/console/promises",
            "/console/deadlines",
            "/console/health",
            "/console/orders/T-2514/what-if",
            "/console/orders/T-2514/what-if?amount=1000&on=2026-03-30",
            "/console/approvals",
            "/console/customers/technolowgic/MISTRAL",
            "/console/customers/technolowgic/MISTRAL/decide/PREPAYMENT_PROPOSED",
            "/console/orders/T-2515/letters",
            "/console/orders/T-2515/letter?on=2026-03-04&payer=BOCAGE&step=d%2B3",
            "/console/orders/T-2515/time",
            "/console/orders/T-2515/time?asOf=2026-02-01&knownOn=2026-02-20",
            "/console/orders/T-2515/time?ahead=true",
            "/console/orders/H-34/time",
            "/console/customers/technolowgic/BOCAGE/time",
            "/console/sellers/technolowgic/time",
            "/console/sellers/hexagone/time?knownOn=2025-12-31",
            "/console/time",
            "/console/audit",
            "/console/audit?kind=ContactNoted&seller=technolowgic&until=2026-03-10",
            "/console/audit?by=nobody",
            "/console/audit/accesses",
            "/console/audit/accesses?person=BOCAGE",
            "/console/persons",
            "/console/persons/EVA",
            "/console/persons/OWES",
            "/console/persons/GOING",
            "/console/persons/nobody",
            "/console/persons/EVA/ask",
            "/console/persons/EVA/answer/technolowgic/right-access",
            "/console/months",
            "/console/sellers/technolowgic/months",
            "/console/sellers/hexagone/months",
            "/console/sellers/technolowgic/months/2025-07",
            "/console/sellers/technolowgic/months/2026-02",
            "/console/sellers/technolowgic/months/2026-03",
            "/console/orders/T-2515",
            "/console/orders/E-102",
            "/console/orders/H-34?asOf=2025-08-01",
            "/console/orders/H-34?asOf=2020-01-01",
            "/console/orders/T-2515/explain?amount=outstanding",
            "/console/orders/T-2515/explain?amount=late&payer=BOCAGE",
            "/console/orders/T-2515/explain?amount=interestToDate&of=" + DEBT,
            "/console/orders/T-2515/explain?amount=outstanding&of=" + DEBT,
            "/console/orders/T-2515/explain?amount=paid",
            "/console/nowhere");
    private static final int PAGE_BYTES = 60 << 10;
    private static final int SCRIPT_BYTES = 25 << 10;
    private static final int STYLE_BYTES = 12 << 10;
    private static final int OWN_SCRIPT_BYTES = 6 << 10;

    @AutoClose
    private static ConsoleAtWork work = Morning.open();

    record Address(String language, String path) {
        @Override
        public String toString() {
            return language + " " + path;
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "/console/orders/T-2515?asOf=2026-02-30",
                "/console/orders/T-2515?asOf=x",
                "/console/orders/T-2515?knownOn=20260101",
                "/console/orders/T-2515/time?asOf=%2B999999999-12-31",
                "/console/orders/T-2515/time?asOf=-999999999-01-01",
                "/console/orders/T-2515/explain?amount=late&asOf=%2B12026-01-01",
                "/console/ageing?on=%2B999999999-12-31",
                "/console/ageing?on=yesterday",
                "/console/orders/T-2514/what-if?until=%2B999999999-12-31",
                "/console/orders/T-2514/what-if?amount=1&on=-0001-01-01"
            })
    @DisplayName("says that a date is none, and nothing else goes wrong")
    void saysThatADateIsNone(String path) {
        Read read = work.get(path);

        assertThat(read.status()).isIn(400, 422);
        assertThat(read.page().select("h1")).hasSize(1);
    }

    static Stream<Address> pages() {
        return PAGES.stream().flatMap(path -> Words.LANGUAGES.stream().map(language -> new Address(language, path)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("is a whole page that anybody can read, in its language")
    void isWhole(Address address) {
        Read read = work.get(address.path(), "Accept-Language", address.language());
        Document page = read.page();

        assertThat(read.status()).isEqualTo(address.path().endsWith("nowhere") ? 404 : 200);
        assertThat(page.select("html").attr("lang")).isEqualTo(address.language());
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("main")).hasSize(1);
        assertThat(page.select("header")).hasSize(1);
        assertThat(page.text()).doesNotContainPattern("[?][a-z]+[.][\\w.-]+[?]");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(fieldsWithoutName(page)).isEmpty();
        assertThat(page.select("button, a").stream().filter(EveryPageTest::isNameless))
                .isEmpty();
        assertThat(page.select("table").stream()
                        .filter(table -> table.select("> caption").isEmpty()
                                || table.select("th[scope]").isEmpty()))
                .isEmpty();
        assertThat(page.select("svg").stream().filter(svg -> svg.select("title").isEmpty()))
                .isEmpty();
        assertThat(page.select("[aria-labelledby]").stream()
                        .filter(section -> page.getElementById(section.attr("aria-labelledby")) == null))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName("keeps to its policy, its weight and its three questions")
    void keepsToItsBudget(Address address) {
        Read read = work.get(address.path(), "Accept-Language", address.language());
        Document page = read.page();

        assertThat(read.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.select("[style], style, script:not([src])")).isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
        assertThat(page.select("[src]:not(iframe), link[href]").stream()
                        .map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href"))
                        .filter(source -> !source.startsWith("/assets/")))
                .isEmpty();
        assertThat(Assets.zipped(read.response().body().getBytes(StandardCharsets.UTF_8)))
                .hasSizeLessThan(PAGE_BYTES);
        assertThat(page.select("script, link[rel=stylesheet], link[rel=icon]")).hasSizeLessThanOrEqualTo(5);
        assertThat(Integer.parseInt(read.header("Echeance-Questions"))).isLessThanOrEqualTo(3);
    }

    @Test
    @DisplayName("stands in this list: no address of the console is forgotten")
    void standsHere() {
        assertThat(Screens.all().keySet()).allSatisfy(route -> assertThat(PAGES).anyMatch(page -> isAt(route, page)));
    }

    /** Whether a page is at an address with names in place of its parts. */
    static boolean isAt(String route, String page) {
        String path = page.contains("?") ? page.substring(0, page.indexOf('?')) : page;
        return path.matches(route.replaceAll("[{]\\w+[}]", "[^/]+"));
    }

    @Test
    @DisplayName("brings little, which the browser keeps for ever")
    void bringsLittle() {
        Assets assets = Assets.bundled();

        int script = 0;
        for (String name : List.of("htmx.js", "console.js", "console.css", "icon.svg")) {
            Read read = work.get(assets.address(name));
            assertThat(read.status()).isEqualTo(200);
            assertThat(read.header("Cache-Control")).contains("immutable");
            int bytes = Assets.zipped(read.response().body().getBytes(StandardCharsets.UTF_8)).length;
            script += name.endsWith(".js") ? bytes : 0;
            if (name.endsWith(".css")) {
                assertThat(bytes).isLessThan(STYLE_BYTES);
            }
            if (name.equals("console.js")) {
                assertThat(read.response().body()).hasSizeLessThan(OWN_SCRIPT_BYTES);
            }
        }

        assertThat(script).isLessThan(SCRIPT_BYTES);
        assertThat(work.get("/assets/00000000/console.js").status()).isEqualTo(404);
    }

    @Test
    @DisplayName("shows what people write as text, whatever it is")
    void showsWhatPeopleWriteAsText() {
        try (ConsoleAtWork odd = ConsoleAtWork.oddly()) {
            String order = "/console/orders/" + encoded(ConsoleAtWork.ODD_ORDER);
            String payer = encoded(ConsoleAtWork.ODD_PAYER);
            List<String> pages = List.of(
                    "/console",
                    "/console?all=true",
                    "/console?reason=LATE&seller=technolowgic",
                    "/console/customers/technolowgic/BOCAGE",
                    "/console/customers/technolowgic/BOCAGE?kind=care",
                    order + "/do/promise",
                    order + "/do/release",
                    order + "/do/waiver",
                    "/console/search?q=" + payer,
                    "/console/search?q=" + encoded("<b>none</b>"),
                    order,
                    order + "?asOf=2026-03-10",
                    order + "/explain?amount=interestToDate",
                    order + "/explain?amount=outstanding&payer=" + payer,
                    "/console/" + encoded("<img onerror=alert(1)>"),
                    "/console?said=" + encoded("<img onerror=alert(1)>"));
            for (String path : pages) {
                Document page = odd.get(path).page();

                assertThat(page.select("img, script:not([src]), b")).as(path).isEmpty();
                assertThat(page.select("script")).as(path).hasSize(2);
                assertThat(page.getAllElements().stream()
                                .flatMap(element -> element.attributes().asList().stream())
                                .filter(attribute -> attribute.getKey().startsWith("on")))
                        .as(path)
                        .isEmpty();
            }
            assertThat(odd.get(order).page().select("h1").text()).contains("<script>alert(1)</script>'\"&{{7*7}}");
            assertThat(odd.get(order).page().select(".lead").text()).contains(ConsoleAtWork.ODD_PAYER);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<String> fieldsWithoutName(Document page) {
        return page.select("input:not([type=hidden]), select, textarea").stream()
                .filter(field -> page.select("label[for=" + field.id() + "]").isEmpty())
                .map(Element::outerHtml)
                .toList();
    }

    private static boolean isNameless(Element element) {
        return element.text().isBlank() && !element.hasAttr("aria-label");
    }
}
