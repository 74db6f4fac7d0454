package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.house.Everything;
import io.echeance.query.http.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Of the links of the console")
class LinksTest {

    /** What is no page: files, and what does something. */
    private static final String ELSEWHERE =
            "/console/(language|documents|logout|login)/.*|.*/export|.*[.](zip|html|csv|txt)";

    @AutoClose
    private static ConsoleAtWork work = Morning.open();

    /** How many links of a kind are followed for each who may ask. */
    private static final int OF_A_KIND = Everything.isWanted() ? 3 : 1;

    static Stream<String> dated() {
        return EveryPageTest.PAGES.stream()
                .filter(page -> !work.get(page).page().select("form.dates").isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dated")
    @DisplayName("those of the bar of dates keep what else the page is asked for: to another day and back to today")
    void datesKeepThePage(String path) {
        String past = path + (path.contains("?") ? "&" : "?") + "asOf=2026-03-02";
        Document page = work.get(path.contains("asOf") ? path : past).page();
        Element back = page.selectFirst("form.dates a");

        assertThat(back).isNotNull();
        assertThat(work.get(back.attr("href")).status()).as(back.attr("href")).isEqualTo(200);
        assertThat(work.get(back.attr("href")).page().select("h1").text())
                .isEqualTo(page.select("h1").text());
        StringBuilder form = new StringBuilder(page.select("form.dates").attr("action") + "?asOf=2026-03-03");
        page.select("form.dates input[type=hidden]")
                .forEach(field -> form.append('&')
                        .append(field.attr("name"))
                        .append('=')
                        .append(EveryPageTest.encoded(field.attr("value"))));
        assertThat(work.get(form.toString()).status()).as(form.toString()).isEqualTo(200);
        assertThat(work.get(form.toString()).page().select("h1").text())
                .isEqualTo(page.select("h1").text());
    }

    @Test
    @DisplayName("all lead somewhere, on every page and on each kind of page that these lead to")
    void allLeadSomewhere() {
        List<String> start = new ArrayList<>(EveryPageTest.PAGES);
        start.remove("/console/nowhere");

        Set<String> known = new LinkedHashSet<>();
        assertThat(dead(work, start, known, 3)).isEmpty();
        assertThat(known).hasSizeGreaterThan(100);
    }

    static Stream<String> holders() {
        return Stream.of("collect", "decide", "finance", "dpo", "read", "admin")
                .flatMap(role -> Stream.of(role, role + "::technolowgic"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("holders")
    @DisplayName("none is shown to who may not follow it, whatever his role and his sellers")
    void noneIsShownToWhoMayNotFollowIt(String holder) {
        String[] roleAndSellers = holder.split("::");
        String sellers = roleAndSellers.length == 1 ? "" : ":" + roleAndSellers[1];
        String token = "token-of-" + roleAndSellers[0];
        try (ConsoleAtWork own = Morning.open(Token.parse("eve:" + roleAndSellers[0] + ":" + Sha256.of(token) + sellers)
                .getFirst())) {
            own.post("/console/login", "token", token);
            List<String> start = EveryPageTest.PAGES.stream()
                    .filter(page -> own.get(page).status() == 200)
                    .toList();

            assertThat(start).contains("/console/keys");
            assertThat(dead(own, start, new LinkedHashSet<>(), OF_A_KIND)).isEmpty();
        }
    }

    /** Addresses that are linked to and show no page. */
    private static List<String> dead(ConsoleAtWork read, List<String> start, Set<String> known, int ofEach) {
        Deque<String> toRead = new ArrayDeque<>(start);
        known.addAll(toRead);
        TreeMap<String, Integer> ofKind = new TreeMap<>();
        List<String> dead = new ArrayList<>();
        while (!toRead.isEmpty()) {
            String path = toRead.remove();
            ConsoleAtWork.Read page = read.get(path);
            if (page.status() != 200) {
                dead.add(path + " " + page.status());
                continue;
            }
            for (String link : page.page().select("a[href^=/console]").eachAttr("href")) {
                String address = link.replaceAll("#.*", "");
                if (!address.matches(ELSEWHERE)
                        && ofKind.merge(kind(address), 1, Integer::sum) <= ofEach
                        && known.add(address)) {
                    toRead.add(address);
                }
            }
        }
        return dead;
    }

    /** The route, and the names of what is asked. */
    private static String kind(String address) {
        String route = Screens.all().keySet().stream()
                .filter(one -> EveryPageTest.isAt(one, address))
                .findFirst()
                .orElse(address);
        return route
                + (address.contains("?")
                        ? address.substring(address.indexOf('?')).replaceAll("=[^&]*", "")
                        : "");
    }

    @Test
    @DisplayName("that of the audit to who has asked for a right and has no order leads to a page that says so")
    void leadsToWhoHasNoOrder() {
        try (ConsoleAtWork own = Morning.open()) {
            own.book.post(
                    new RightAsked("r", "technolowgic", "NOONE", ConsoleAtWork.DAY, PersonRight.ACCESS, "mail", "Ada"));

            List<String> links =
                    own.get("/console/audit?by=Ada").page().select("tbody a").eachAttr("href");
            assertThat(links).singleElement().satisfies(link -> {
                assertThat(link).contains("NOONE");
                assertThat(own.get(link).status()).isEqualTo(200);
                assertThat(own.get(link).page().select("main a").eachAttr("href"))
                        .allSatisfy(
                                further -> assertThat(own.get(further).status()).isEqualTo(200));
            });
        }
    }
}
