package io.echeance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.lint.CleanPack;
import io.echeance.core.lint.TermPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong in a pack is told with file, line and key, all of it at once. */
class TermPackProblemsTest {

    private static final String FILE = "clean@2026-01-01.yaml";

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/packs/problems.txt", delimiter = '|')
    void a_wrong_value_is_reported_with_its_line_and_key(String before, String after, String received)
            throws IOException {
        assertThat(problems(before, after))
                .map(Problem::toString)
                .anyMatch(problem -> problem.contains(FILE + received));
    }

    @Test
    void a_rule_is_one_that_there_is() throws IOException {
        assertThat(problems("dueDays: 30", "dueDays: 30\n  rules: { NUMBER: SHADOW, ORDER: OFF }"))
                .isEmpty();
        assertThat(problems("dueDays: 30", "dueDays: 30\n  rules: { NUMBER: LATER }"))
                .map(Problem::toString)
                .anyMatch(problem -> problem.contains(FILE
                        + ":11: payment.rules.NUMBER: expected one of APPLIES, PROPOSES, SHADOW, OFF, found 'LATER'"));
        assertThat(problems("dueDays: 30", "dueDays: 30\n  rules: { AMOUNT: APPLIES }"))
                .map(Problem::toString)
                .anyMatch(problem -> problem.contains(FILE + ":11: payment.rules.AMOUNT: unknown key; known here: "
                        + "CREDITOR_REFERENCE, NUMBER, ORDER"));
    }

    @Test
    void an_unknown_key_is_reported_with_those_that_are_known() throws IOException {
        assertThat(problems("dueDays: 30", "dueDays: 30\n  dueWeeks: 4"))
                .map(Problem::toString)
                .anyMatch(problem -> problem.contains(
                        FILE + ":11: payment.dueWeeks: unknown key; known here: billing, depositAllowed, "
                                + "depositPercent, dueDays"));
    }

    @Test
    void a_deposit_in_percent_is_a_percentage_of_a_pack_that_allows_deposits() throws IOException {
        String allowed = "depositAllowed: true\n  depositPercent: ";
        assertThat(problems("depositAllowed: false", allowed + "30")).isEmpty();
        assertThat(problems("depositAllowed: false", allowed + "12.5")).isEmpty();
        assertThat(problems("depositAllowed: false", "depositAllowed: false\n  depositPercent: 30"))
                .map(Problem::toString)
                .singleElement()
                .asString()
                .endsWith(FILE + ":13: payment.depositPercent: a deposit in percent needs 'depositAllowed: true'");
        for (String percent : List.of("0", "0.00", "100.01", "-5", "a third")) {
            assertThat(problems("depositAllowed: false", allowed + percent))
                    .as(percent)
                    .singleElement()
                    .extracting(Problem::key)
                    .isEqualTo("payment.depositPercent");
        }
    }

    @Test
    void a_missing_key_is_reported_where_it_should_stand() throws IOException {
        assertThat(problems("  depositAllowed: false\n", ""))
                .map(Problem::toString)
                .singleElement()
                .asString()
                .endsWith(FILE + ":9: payment.depositAllowed: missing: true or false");
    }

    @Test
    void a_missing_section_is_one_problem_not_one_for_each_of_its_keys() throws IOException {
        assertThat(problems("ending:", "ends:"))
                .map(Problem::key)
                .containsOnlyOnce("ending")
                .noneMatch(key -> key.startsWith("ending."));
    }

    @Test
    void all_problems_of_a_file_come_at_once() throws IOException {
        assertThat(problems(
                        "vat: STANDARD", "vat: HALF", "dueDays: 30", "dueDays: x", "action: REMIND", "action: SING"))
                .map(Problem::key)
                .containsExactly("vat", "payment.dueDays", "late.ladder[0].action");
    }

    @Test
    void all_problems_of_all_files_come_at_once() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), CleanPack.text("vat: STANDARD", "vat: HALF"));
        Files.writeString(folder.resolve("b.yaml"), "name: [");
        assertThatThrownBy(() -> TermPacks.in(folder))
                .isInstanceOfSatisfying(
                        UnreadableReferenceData.class,
                        unreadable -> assertThat(unreadable.problems())
                                .map(problem ->
                                        Path.of(problem.file()).getFileName().toString())
                                .contains("a.yaml", "b.yaml"))
                .hasMessageContaining("this is not YAML");
    }

    @Test
    void a_file_is_called_by_the_name_and_day_of_its_version() throws IOException {
        assertThat(problems("name: clean", "name: tidy"))
                .map(Problem::sentence)
                .containsExactly("name and inForceOn call this file tidy@2026-01-01.yaml");
    }

    @Test
    void a_key_may_not_stand_twice() throws IOException {
        assertThat(problems("vat: STANDARD", "vat: STANDARD\nvat: STANDARD"))
                .map(Problem::toString)
                .anyMatch(problem -> problem.contains(FILE + ":6"));
    }

    @Test
    void an_alias_is_not_followed() throws IOException {
        assertThat(problems("seller: clean", "seller: &s clean", "billing: AT_DELIVERY", "billing: *s"))
                .map(Problem::sentence)
                .containsExactly("write the value out: aliases (*name) are not followed");
    }

    @Test
    void a_file_that_is_empty_or_no_map_is_reported() {
        assertThatThrownBy(() -> TermPackReader.read(FILE, ""))
                .isInstanceOf(UnreadableReferenceData.class)
                .hasMessageContaining(FILE + ":1: expected a map of keys, found nothing");
        assertThatThrownBy(() -> TermPackReader.read(FILE, "- a\n- b"))
                .isInstanceOf(UnreadableReferenceData.class)
                .hasMessageContaining("expected a map of keys, found a list");
    }

    static List<TermPack> packs() {
        return TermPacks.bundled().packs();
    }

    @ParameterizedTest
    @MethodSource("packs")
    void a_pack_that_is_shown_reads_back_as_the_same(TermPack pack) {
        String shown = TermPackWriter.write(pack);
        assertThat(TermPackReader.read(pack.terms().id() + ".yaml", shown)).isEqualTo(pack);
    }

    @Test
    void a_shown_value_has_its_clause_behind_it() {
        assertThat(TermPackWriter.write(TermPacks.bundled().pack("technolowgic").orElseThrow()))
                .contains("  dueDays: 30 # art. 5.1\n", "  funderLadder: # ours\n", "      rate: 10.75\n");
    }

    private List<Problem> problems(String... beforeAndAfter) throws IOException {
        String text = CleanPack.text(beforeAndAfter);
        try {
            TermPackReader.read(FILE, text);
            return List.of();
        } catch (UnreadableReferenceData unreadable) {
            return unreadable.problems();
        }
    }
}
