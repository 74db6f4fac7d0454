package io.echeance.house;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a reader may count on in every source file; each pattern is written so that it does not find itself. */
@DisplayName("Every source file")
class HouseRulesTest {

    private static final int LONGEST_FILE = 300;
    private static final int LONGEST_LINE = 120;

    private static final Pattern SAYS_NOTHING =
            Pattern.compile("(Utils?|Helpers?|Manager|Impl)[.]java$|^(Base|Common)[A-Z]\\w*[.]java$");
    private static final Pattern LEFT_FOR_LATER = Pattern.compile("\\b(TO[D]O|FIX[M]E|X{3}|HA[C]K)\\b");
    private static final Pattern SLEEPS = Pattern.compile("Thread[.]sleep|TimeUnit[.]\\w+[.]sleep");
    private static final Pattern DOES_NOT_TEST =
            Pattern.compile("@Dis[a]bled|assume[T]rue\\(false|assert[T]rue\\(true");
    private static final Pattern PRINTS = Pattern.compile("System[.](out|err)[.]|print[S]tackTrace");
    private static final Pattern CITATION =
            Pattern.compile("\"(C\\. (civ|com|conso)\\.|CGI|CCP), |contains\\(\"(L|D|R)\\.? ?\\d");
    private static final Pattern SWITCH_DEFAULT = Pattern.compile("^\\s*default\\s*(->|:)");
    private static final Pattern BINARY_FRACTION = Pattern.compile("\\b(double|float|Double|Float)\\b");
    private static final Pattern TOLD = Pattern.compile("\\b[t]old\\b|[a-z0-9_]T[o]ld|\\bT[o]ld|_t[o]ld");
    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|^\\s*([*]|/[*]|//).*|/[*].*?[*]/|//.*");
    private static final Pattern COMMENT = Pattern.compile("^\\s*([*]|/[*]|//).*|//.*");

    private static final List<Path> MAIN = sources(Path.of("src", "main", "java"));
    private static final List<Path> TEST = Stream.of("test", "browser-test")
            .flatMap(root -> sources(Path.of("src", root, "java")).stream())
            .toList();
    private static final List<Path> ALL =
            Stream.concat(MAIN.stream(), TEST.stream()).toList();

    @Test
    @DisplayName("is short enough to be read in one go")
    void isShort() {
        assertThat(ALL).hasSizeGreaterThan(10);
        assertThat(ALL).filteredOn(file -> lines(file).size() > LONGEST_FILE).isEmpty();
        assertThat(linesWhere(ALL, (file, line) -> line.length() > LONGEST_LINE && !line.startsWith("import ")))
                .isEmpty();
    }

    @Test
    @DisplayName("has a name that says something")
    void hasAName() {
        assertThat(ALL)
                .filteredOn(file ->
                        SAYS_NOTHING.matcher(file.getFileName().toString()).find())
                .isEmpty();
        assertThat(MAIN)
                .filteredOn(file -> Stream.of("util", "common", "helper", "base", "misc")
                        .anyMatch(name -> file.getParent().endsWith(name)))
                .isEmpty();
    }

    @Test
    @DisplayName("stands in a package that introduces itself and is null-marked")
    void standsInAPackageThatIntroducesItself() {
        assertThat(MAIN.stream().map(Path::getParent).distinct())
                .filteredOn(folder -> !introducesItself(folder.resolve("package-info.java")))
                .isEmpty();
    }

    @Test
    @DisplayName("is finished")
    void isFinished() {
        assertThat(linesWith(ALL, LEFT_FOR_LATER)).isEmpty();
    }

    @Test
    @DisplayName("awaits conditions instead of sleeping")
    void doesNotSleep() {
        assertThat(linesWith(ALL, SLEEPS)).isEmpty();
    }

    @Test
    @DisplayName("of the tests tests")
    void testsTest() {
        assertThat(linesWith(TEST, DOES_NOT_TEST)).isEmpty();
    }

    @Test
    @DisplayName("but the commands leaves the standard streams alone")
    void onlyCommandsPrint() {
        assertThat(linesWith(without(MAIN, "app"), PRINTS)).isEmpty();
    }

    /** Facts are received, what we say is announced. */
    @Test
    @DisplayName("does not call both what came in and what went out the same")
    void saysReceivedOrAnnounced() {
        assertThat(TOLD.matcher("boolean wasTold").find()).isTrue();
        assertThat(linesWhere(
                        ALL,
                        (file, line) ->
                                TOLD.matcher(TEXT.matcher(line).replaceAll("")).find()))
                .isEmpty();
    }

    @Test
    @DisplayName("of the core lets the compiler say which case is missing, and knows no binary fraction")
    void coreSwitchesAreExhaustive() {
        List<Path> core = within(MAIN, "core");

        assertThat(core).isNotEmpty();
        assertThat(linesWith(core, SWITCH_DEFAULT)).isEmpty();
        assertThat(linesWhere(core, HouseRulesTest::isFraction)).isEmpty();
    }

    /** The pack judge cites cases and articles of its own, in words. */
    @Test
    @DisplayName("but the list of grounds cites no article to rest on, and looks for none in a text")
    void groundsStandInOnePlace() {
        List<Path> others = without(MAIN, "core/lint").stream()
                .filter(file -> !file.endsWith("Basis.java"))
                .toList();

        assertThat(linesWith(others, CITATION)).isEmpty();
    }

    @Test
    @DisplayName("of the core has names for its types, nested ones too, that no other type of the core has")
    void noNameOfATypeIsUsedTwiceInTheCore() {
        Map<String, List<String>> byName = new ClassFileImporter()
                .importPackages("io.echeance.core").stream()
                        .filter(type -> type.getSource()
                                .orElseThrow()
                                .getUri()
                                .toString()
                                .contains("/classes/"))
                        .filter(type -> !type.isAnonymousClass()
                                && !type.getSimpleName().equals("package-info"))
                        .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getName, toList())));

        assertThat(byName).hasSizeGreaterThan(300);
        assertThat(byName.values()).filteredOn(types -> types.size() > 1).isEmpty();
    }

    /** JavaMoney's {@code multiply(double)} and its like have to be there; that file refuses them. */
    private static boolean isFraction(Path file, String line) {
        return BINARY_FRACTION.matcher(COMMENT.matcher(line).replaceAll("")).find()
                && !file.endsWith("UndividedAmount.java");
    }

    private static boolean introducesItself(Path packageInfo) {
        if (!Files.exists(packageInfo)) {
            return false;
        }
        String text = String.join("\n", lines(packageInfo));
        return text.startsWith("/**") && text.contains("@NullMarked\npackage ");
    }

    private static List<Path> within(List<Path> files, String room) {
        return files.stream().filter(file -> isWithin(file, room)).toList();
    }

    private static List<Path> without(List<Path> files, String room) {
        return files.stream().filter(file -> !isWithin(file, room)).toList();
    }

    private static boolean isWithin(Path file, String room) {
        return file.startsWith(Path.of("src", "main", "java", "io", "echeance", room));
    }

    private static List<String> linesWith(List<Path> files, Pattern pattern) {
        Predicate<String> finds = pattern.asPredicate();
        return linesWhere(files, (file, line) -> finds.test(line));
    }

    private static List<String> linesWhere(List<Path> files, BiPredicate<Path, String> condition) {
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String line : lines(file)) {
                number++;
                if (condition.test(file, line)) {
                    found.add(file + ":" + number + ": " + line.strip());
                }
            }
        }
        return found;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
