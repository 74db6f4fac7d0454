package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Odd texts")
class OddTextTest {

    private static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("markup", "<script>alert(1)</script><img src=x onerror=alert(1)><b>");
        TEXTS.put("quotes", "\"'`><a href=\"javascript:alert(1)\" onclick='alert(1)'>{{7*7}}${7*7}");
        TEXTS.put("Arabic", "جامعة الدار البيضاء \u202e\u2067abc");
        TEXTS.put("emoji", "👩‍👩‍👧‍👦🏳️‍🌈 École 🎓");
        TEXTS.put("a lone surrogate", "x\ud83d y");
        TEXTS.put("controls", "a\u0000b\r\nSet-Cookie: x=1\tc\u0085");
        TEXTS.put("a long word", "x".repeat(500));
        TEXTS.put("10,000 characters", "é ".repeat(5_000));
        TEXTS.put("per cent", "%2e%2e%2f%00%zz/../../../etc/passwd?#&=+");
        TEXTS.put("nothing but blanks", " \u00a0\u2003 ");
    }

    @AutoClose
    private static ConsoleAtWork work = ConsoleAtWork.open();

    static Set<String> names() {
        return TEXTS.keySet();
    }

    private static void isHarmless(String what, Read read) {
        assertThat(read.status()).as(what).isLessThan(500);
        Document page = read.page();
        assertThat(page.select("img, b:not([data-part]):not(.amount), script:not([src]), a[href^=javascript]"))
                .as(what)
                .isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .as(what)
                .isEmpty();
        assertThat(read.response().headers().map()).as(what).doesNotContainKey("set-cookie-x");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @DisplayName("in addresses are not found, or not understood, and never anything else")
    void inAddresses(String name) {
        String odd = EveryPageTest.encoded(String.valueOf(TEXTS.get(name)));
        String inPath = odd.length() > 1_500 ? odd.substring(0, 1_200) : odd;
        for (String route : Screens.all().keySet()) {
            String path = route.replace("{act}", "promise").replaceAll("\\{\\w+}", inPath);
            isHarmless(path, work.get(path));
        }
        for (String query : List.of(
                "/console?seller=",
                "/console?owner=",
                "/console?reason=",
                "/console?said=",
                "/console/search?q=",
                "/console/ageing?seller=",
                "/console/ageing?on=",
                "/console/orders/T-2515?asOf=",
                "/console/orders/T-2515/time?knownOn=",
                "/console/orders/T-2515/explain?amount=",
                "/console/orders/T-2515/explain?amount=paid&of=",
                "/console/orders/T-2515/letter?on=2026-03-04&step=d%2B3&payer=",
                "/console/orders/T-2515/letter/sheet?on=2026-03-04&payer=BOCAGE&step=",
                "/console/orders/T-2515/do/promise?back=",
                "/console/orders/T-2515/what-if?amount=",
                "/console/orders/T-2515/what-if?funder=",
                "/console/customers/technolowgic/BOCAGE?kind=")) {
            isHarmless(query, work.get(query + (odd.length() > 6_000 ? odd.substring(0, 6_000) : odd)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    @DisplayName("in forms are taken as text, or refused with a reason")
    void inForms(String name) {
        List<String> forms = new ArrayList<>();
        for (Act act : Act.values()) {
            if (act != Act.NOTICE_SERVED) { // Of an order without a notice there is nothing to send.
                forms.add("/console/orders/T-2514/do/" + act.slug());
            }
        }
        forms.add("/console/customers/technolowgic/MISTRAL/decide/SURCHARGE_PROPOSED");
        for (String address : forms) {
            for (String step : List.of("look", "send")) {
                Read sent = work.post(address, filled(work.get(address).page(), String.valueOf(TEXTS.get(name)), step));
                isHarmless(address, sent);
                assertThat(sent.status()).as(address).isIn(200, 303, 400, 413, 422);
            }
        }
        isHarmless("order", work.get("/console/orders/T-2514"));
        isHarmless("worklist", work.get("/console?all=true"));
        isHarmless("time", work.get("/console/orders/T-2514/time"));
        isHarmless("customer", work.get("/console/customers/technolowgic/OCCITAN"));
    }

    private static String[] filled(Document page, String text, String step) {
        List<String> fields = new ArrayList<>();
        for (Element field : page.select(".act-form input[name], .act-form select[name]")) {
            boolean free = field.tagName().equals("input")
                    && !field.attr("type").equals("hidden")
                    && !field.attr("type").equals("date");
            String value = field.tagName().equals("select")
                    ? field.select("option[selected]").attr("value")
                    : field.val();
            fields.add(field.attr("name"));
            fields.add(free && !field.attr("name").equals("amount") ? text : value);
        }
        fields.addAll(List.of("step", step));
        return fields.toArray(String[]::new);
    }
}
