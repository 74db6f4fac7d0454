package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.matching.Lead;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NoAlertGround;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.shares.FunderShare.ShareState;
import io.echeance.core.terms.Quality;
import io.echeance.query.http.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The console's words")
class WordsTest {

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*(?:[.][\\w-]+)+)\"");
    private static final Pattern SAID = Pattern.compile("say\\(\"([\\w.-]+)\"[,)]");
    private static final Pattern PREFIX =
            Pattern.compile("\"([a-z][\\w.-]*)[.]\" [+]|(?:word|count)\\(\"([a-z][\\w.-]*)\"");
    private static final Pattern CODE = Pattern.compile("@`|\\$\\{|@[\\w.-]+\\(|@\\w+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{3,}");

    @Test
    @DisplayName("are the same in both languages, none of them empty, each with the same places to fill")
    void areTheSameInBothLanguages() {
        Properties english = read("en");
        Properties french = read("fr");

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(french.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(french.getProperty(key)).as(key).isNotBlank();
        }
    }

    @Test
    @DisplayName("are all used, and all that are used are there")
    void areUsed() {
        Set<String> known = read("en").stringPropertyNames();
        Set<String> used = new TreeSet<>();
        Set<String> prefixes = new TreeSet<>();
        for (String source : sources()) {
            LITERAL.matcher(source).results().forEach(found -> used.add(found.group(1)));
            SAID.matcher(source).results().forEach(found -> used.add(found.group(1)));
            SAID.matcher(source).results().forEach(found -> assertThat(known).contains(found.group(1)));
            for (Matcher found = PREFIX.matcher(source); found.find(); ) {
                prefixes.add(found.group(1) == null ? found.group(2) : found.group(1));
            }
        }

        assertThat(known)
                .filteredOn(key ->
                        !used.contains(key) && prefixes.stream().noneMatch(prefix -> key.startsWith(prefix + ".")))
                .isEmpty();
    }

    @Test
    @DisplayName("stand in no template")
    void standInNoTemplate() {
        for (String template : templates()) {
            String text = withoutCode(template).replaceAll("(?s)<[^>]*>", " ").replace("Échéance", "");

            assertThat(LETTERS.matcher(text)
                            .results()
                            .map(found -> found.group())
                            .toList())
                    .as(template.substring(0, Math.min(80, template.length())))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("say in the visitor's language why something was refused: no template marks that as English")
    void areNotEnglishWhereSomethingIsRefused() {
        for (String template : templates()) {
            assertThat(template.lines().filter(line -> line.contains("role=\"alert\"") || line.contains("detail")))
                    .noneMatch(line -> line.contains("lang=\"en\""));
        }
        assertThat(Reason.values()).allSatisfy(reason -> {
            assertThat(reason.with("x").french()).as(reason.name()).hasSizeGreaterThan(15);
        });
    }

    @Test
    @DisplayName("have one for everything that the domain may say")
    void haveOneForEverything() {
        for (String language : Words.LANGUAGES) {
            Words words = Words.in(language);
            knows(words, "silence", NoAlertGround.values());
            knows(words, "lead", Lead.LeadRule.values());
            knows(words, "status", Statement.Status.values());
            knows(words, "quality", Quality.values());
            knows(words, "kind", Document.Kind.values());
            knows(words, "role", Role.values());
            knows(words, "share", ShareState.values());
            knows(words, "detail", HoldReason.values());
            knows(words, "standing", StandingKind.values());
            knows(words, "standing-state", StandingState.values());
            knows(words, "outcome", DecisionOutcome.values());
            knows(words, "sign", Happening.Sign.values());
            facts(Fact.class)
                    .forEach(fact -> assertThat(words.knows("fact." + fact.getSimpleName()))
                            .as(fact.getSimpleName())
                            .isTrue());
        }
    }

    @Test
    @DisplayName("write amounts, days and rates as people of the language do")
    void writeAsPeopleDo() {
        Words french = Words.in("fr");
        Words english = Words.in("en");

        assertThat(french.money(Money.of("-1234567.50"))).isEqualTo("−1\u202f234\u202f567,50\u00a0€");
        assertThat(english.money(Money.of("-1234567.50"))).isEqualTo("−€1,234,567.50");
        assertThat(french.percent(Percent.of("10.75"))).isEqualTo("10,75\u00a0%");
        assertThat(english.change(Money.of("3.00"))).isEqualTo("+€3.00");
        assertThat(french.date(java.time.LocalDate.of(2026, 3, 1))).isEqualTo("1 mars 2026");
        assertThat(french.step("d+30")).isEqualTo("J+30");
        assertThat(english.step("d-5")).isEqualTo("D−5");
        assertThat(french.source("ECB 2026-S1 + 10, 3 x legal rate 2026-S1"))
                .isEqualTo("taux BCE du 2026-S1, plus 10\u00a0%, 3 × taux légal du 2026-S1");
        assertThat(english.count("days-late", 1)).isEqualTo("1 day late");
        assertThat(french.count("days-late", 0)).isEqualTo("0 jour de retard");
    }

    private static void knows(Words words, String kind, Enum<?>[] constants) {
        for (Enum<?> constant : constants) {
            assertThat(words.knows(kind + "." + constant.name()))
                    .as("%s.%s", kind, constant)
                    .isTrue();
        }
    }

    /** Every kind of fact. */
    private static Stream<Class<?>> facts(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(WordsTest::facts) : Stream.of(type);
    }

    /** A template without what jte reads: declarations, expressions, calls; what a call is given as content stays. */
    private static String withoutCode(String template) {
        String lines = template.replaceAll("(?m)^@(import|param) .*$|^!\\{.*}$", "");
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < lines.length()) {
            Matcher code = CODE.matcher(lines).region(at, lines.length());
            if (!code.lookingAt()) {
                text.append(lines.charAt(at++));
                continue;
            }
            at = code.end();
            for (int depth = code.group().matches(".*[({]") ? 1 : 0; depth > 0; at++) {
                if (lines.startsWith("@`", at)) {
                    break;
                }
                depth += "({".indexOf(lines.charAt(at)) >= 0 ? 1 : ")}".indexOf(lines.charAt(at)) >= 0 ? -1 : 0;
            }
        }
        return text.toString();
    }

    private static List<String> places(String sentence) {
        return Pattern.compile("\\{\\d}")
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }

    private static Properties read(String language) {
        Properties words = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("src", "main", "resources", "console", "messages_" + language + ".properties"))) {
            words.load(file);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> templates() {
        return read(Path.of("src", "main", "jte"), ".jte");
    }

    private static List<String> sources() {
        return Stream.concat(
                        templates().stream(),
                        read(Path.of("src", "main", "java", "io", "echeance", "console"), ".java").stream())
                .toList();
    }

    private static List<String> read(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .map(WordsTest::text)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
