package io.echeance.console;

import io.echeance.console.EveryPageTest.Address;
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

@DisplayName("Every page, in a browser,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageInABrowserTest {

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
        Tab tab = tabs.get(address.language()).light().wide(Tab.WIDE).go(address.path());

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
