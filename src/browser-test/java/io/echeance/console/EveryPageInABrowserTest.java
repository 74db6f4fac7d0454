package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.EveryPageTest.Address;
import io.echeance.query.http.Token;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every page, in a browser,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageInABrowserTest {

    /** Whether what stands in the field to search before anything is written could be written there, all in sight. */
    private static final String ROOM_FOR_THE_HINT = """
        () => {
          const field = document.querySelector('#q');
          field.value = field.placeholder;
          const fits = field.scrollWidth <= field.clientWidth;
          field.value = '';
          return fits;
        }\
        """;

    private static final String CUT_OFF = """
        () => [...document.querySelectorAll('body *')].filter(one => {
            const box = one.getBoundingClientRect();
            const cut = one.matches('.sheet') ? one.scrollWidth > one.clientWidth : box.right > innerWidth + 1;
            return cut && box.width > 0 && !one.closest('.reel');
        }).map(one => one.outerHTML.slice(0, 150))
        """;
    private static final String AMOUNTS =
            "() => [...document.querySelectorAll('data.amount')].map(one => [one.value, one.innerText])";

    private ConsoleAtWork work;
    private final Map<String, Tab> tabs = new LinkedHashMap<>();

    @BeforeAll
    void open() {
        work = Morning.open();
        Words.LANGUAGES.forEach(language -> tabs.put(language, Tab.open(work.book.address(), language)));
    }

    @AfterAll
    void close() {
        tabs.values().forEach(Tab::close);
        work.close();
    }

    static Stream<Address> pages() {
        return EveryPageTest.pages();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    @DisplayName(
            "breaks no rule of WCAG 2.2 AA, light, dark and 320 px wide, shows each amount to the cent, asks no other"
                    + " host")
    void isAsItShouldBe(Address address) {
        Tab tab = tabs.get(address.language())
                .light()
                .wide(Tab.WIDE)
                .go(address.path())
                .whole();

        SoftAssertions all = new SoftAssertions();
        showsEachAmountAsItIs(all, tab, address.language());
        all.assertThat(Axe.broken(tab.page)).as("light").isEmpty();
        all.assertThat((List<?>) tab.page.evaluate(CUT_OFF)).as("cut off").isEmpty();
        all.assertThat(Axe.broken(tab.dark().page, "color-contrast")).as("dark").isEmpty();
        tab.light().wide(Tab.NARROW);
        all.assertThat(Axe.broken(tab.page)).as("320 px").isEmpty();
        all.assertThat((List<?>) tab.page.evaluate(CUT_OFF))
                .as("cut off at 320 px")
                .isEmpty();
        all.assertThat(tab.wrong()).isEmpty();
        all.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("and the one that asks for a token, breaks no rule either, light, dark and 320 px wide")
    void loginIsAsItShouldBe(String language) {
        Token rosa = Token.parse("rosa:collect:" + Sha256.of("a-long-enough-token-of-rosa"))
                .getFirst();
        try (ConsoleAtWork guarded = ConsoleAtWork.open(rosa);
                Tab tab = Tab.open(guarded.book.address(), language)) {
            tab.go("/console/login");
            tab.page.locator("#token").fill("a wrong one");
            tab.page.locator("#token").press("Enter");
            tab.page.waitForSelector("[role=alert]");
            SoftAssertions all = new SoftAssertions();
            all.assertThat(Axe.broken(tab.page)).as("light").isEmpty();
            all.assertThat(Axe.broken(tab.dark().page, "color-contrast"))
                    .as("dark")
                    .isEmpty();
            tab.light().wide(Tab.NARROW);
            all.assertThat(Axe.broken(tab.page)).as("320 px").isEmpty();
            all.assertThat((List<?>) tab.page.evaluate(CUT_OFF)).as("cut off").isEmpty();
            all.assertThat(tab.wrong()).allMatch(said -> said.contains("401"));
            all.assertAll();
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("has its head in one line at 1280 px, and the hint in the field to search whole")
    void hasItsHeadInOneLine(String language) {
        hasItsHeadInOneLine(tabs.get(language).light().wide(Tab.WIDE).go("/console/suspense"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"en", "fr"})
    @DisplayName("and so for who came in with a token, and can go out")
    void hasItsHeadInOneLineForWhoCameIn(String language) {
        Token claire = Token.parse("claire:dpo+finance:" + Sha256.of("a-long-enough-token-of-claire"))
                .getFirst();
        try (ConsoleAtWork guarded = ConsoleAtWork.open(claire);
                Tab tab = Tab.open(guarded.book.address(), language)) {
            tab.go("/console/persons");
            tab.page.locator("#token").fill("a-long-enough-token-of-claire");
            tab.page.locator("#token").press("Enter");
            tab.page.waitForSelector(".me form");
            hasItsHeadInOneLine(tab);
        }
    }

    private static void hasItsHeadInOneLine(Tab tab) {
        assertThat(tab.page.locator(".bar").boundingBox().height).isLessThan(70);
        assertThat(tab.page.evaluate(ROOM_FOR_THE_HINT)).isEqualTo(true);
    }

    private static void showsEachAmountAsItIs(SoftAssertions all, Tab tab, String language) {
        for (Object amount : (List<?>) tab.page.evaluate(AMOUNTS)) {
            List<?> pair = (List<?>) amount;
            all.assertThat(read(language, (String) pair.get(1))).isEqualTo(new BigDecimal((String) pair.get(0)));
        }
    }

    /** As somebody reads it who knows how amounts are written in his language. */
    private static BigDecimal read(String language, String seen) {
        String digits = seen.replaceAll("[\\s\\u00a0\\u202f€]", "").replace('\u2212', '-');
        return new BigDecimal(language.equals("fr") ? digits.replace(',', '.') : digits.replace(",", ""));
    }
}
