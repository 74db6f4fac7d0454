package io.echeance.console;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules of WCAG 2.2 AA that a machine can check, on the page as it is shown. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String BROKEN = """
        rules => axe.run(document, {
            runOnly: rules.length ? rules : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations']
        }).then(found => found.violations.flatMap(rule => rule.nodes.map(node =>
            rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.any.map(why => why.message).join('; '))))
        """;

    private Axe() {}

    /** @param rules only these; none: all */
    @SuppressWarnings("unchecked")
    static List<String> broken(Page page, String... rules) {
        if (!(boolean) page.evaluate("() => 'axe' in window")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate(BROKEN, rules);
    }

    private static String script() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
