package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Pictures of every screen under {@code target/browser/screens}: whole pages, both languages, light and dark. With
 * {@code -Dapprove} those of the page about the console are written anew.
 */
@DisplayName("Pictures of every screen, in a browser,")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensInABrowserTest {

    private static final Path ALL = Path.of("target", "browser", "screens");
    private static final Path BEST = Path.of("topology-docs", "pictures");
    private static final int MOST_BYTES = 120_000;
    private static final String PROMISE = "a-promise";
    private static final String CERTIFICATE = "a-certificate";

    /** Those that say more than the first page at their address. */
    private static final Map<String, String> TELLING = Map.of(
            "/console/orders/{id}/explain",
            "/console/orders/T-2514/explain?amount=interestToDate&of=T-2514%2FOCCITAN%2FINVOICE%2F1%231",
            "/console/orders/{id}",
            "/console/orders/T-2514",
            "/console/customers/{seller}/{id}",
            "/console/customers/technolowgic/OCCITAN",
            "/console/search",
            "/console/search?q=BOCAGE",
            "/console/orders/{id}/what-if",
            "/console/orders/T-2514/what-if?amount=1000&on=2026-03-30");

    private static final List<String> IN_THE_PAGES = List.of(
            "worklist", PROMISE, "customers", "orders", "orders-explain", "orders-what-if", "suspense", "ageing");

    private ConsoleAtWork work;

    @BeforeAll
    void open() {
        work = Morning.open();
    }

    @AfterAll
    void close() {
        work.close();
    }

    /** The pages by the names of their pictures. */
    static Map<String, String> screens() {
        Map<String, String> screens = new LinkedHashMap<>();
        for (String route : Screens.all().keySet()) {
            String name = route.replaceAll("^/console/?|/[{]\\w+[}]", "").replace('/', '-');
            String first = EveryPageTest.PAGES.stream()
                    .filter(page -> EveryPageTest.isAt(route, page))
                    .findFirst()
                    .orElseThrow();
            screens.put(name.isEmpty() ? "worklist" : name, TELLING.getOrDefault(route, first));
        }
        return screens;
    }

    @Test
    @DisplayName("are taken in both languages, light and dark")
    void areTaken() throws IOException {
        Files.createDirectories(ALL);
        for (String language : Words.LANGUAGES) {
            try (Tab tab = Tab.open(work.book.address(), language)) {
                screens().forEach((name, path) -> {
                    tab.light().go(path).whole();
                    take(tab, name + "-" + language);
                });
                tab.light().go("/console");
                tab.page.keyboard().press("j");
                tab.page.keyboard().press("j"); // The first has nothing late, and nothing to promise.
                tab.page.keyboard().press("p");
                tab.page.waitForSelector("dialog[open] .effect");
                take(tab, PROMISE + "-" + language);
                assertThat(Axe.broken(tab.page)).isEmpty();
                tab.go("/console/persons/GOING");
                tab.page.locator("[value=look]").click();
                tab.page.waitForSelector(".certificate");
                take(tab, CERTIFICATE + "-" + language);
                assertThat(Axe.broken(tab.page)).isEmpty();
                assertThat(tab.wrong()).isEmpty();
            }
        }
        try (var taken = Files.list(ALL)) {
            assertThat(taken).hasSizeGreaterThanOrEqualTo((screens().size() + 2) * 4);
        }
    }

    private static void take(Tab tab, String name) {
        tab.page.screenshot(picture(ALL.resolve(name + "-light.png")).setFullPage(true));
        tab.dark().page.screenshot(picture(ALL.resolve(name + "-dark.png")).setFullPage(true));
        tab.light();
    }

    private static ScreenshotOptions picture(Path file) {
        return new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED);
    }

    @Test
    @DisplayName("stand in the pages, small enough to load at once")
    void standInThePages() throws IOException {
        if (System.getProperty("approve") != null) {
            Files.createDirectories(BEST);
            for (String name : IN_THE_PAGES) {
                Picture.small(ALL.resolve(name + "-en-light.png"), BEST.resolve(name + ".png"));
            }
        }
        for (String name : IN_THE_PAGES) {
            assertThat(BEST.resolve(name + ".png")).exists();
            assertThat(Files.size(BEST.resolve(name + ".png"))).as(name).isLessThan(MOST_BYTES);
        }
    }
}
