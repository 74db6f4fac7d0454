package io.echeance.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import io.echeance.core.terms.StatutoryRates;
import org.junit.jupiter.api.Test;

class StatutoryRatesFileTest {

    private static final String HEADER = "semester,legal_individual,legal_other,ecb_mro_first_day,source\n";

    @Test
    void every_semester_since_2015_is_there_without_a_gap() {
        Semester semester = new Semester(2015, 1);
        for (StatutoryRates.SemesterRates row : StatutoryRatesFile.bundled().all()) {
            assertThat(row.semester()).isEqualTo(semester);
            semester = semester.next();
        }
        assertThat(semester).isEqualTo(new Semester(2027, 1));
    }

    @Test
    void a_row_holds_both_legal_rates_and_the_ecbs() {
        assertThat(StatutoryRatesFile.bundled().of(Semester.parse("2024-S2")))
                .contains(new StatutoryRates.SemesterRates(
                        Semester.parse("2024-S2"), Percent.of("8.16"), Percent.of("4.92"), Percent.of("4.25")));
    }

    @Test
    void all_wrong_lines_are_reported_at_once() {
        assertThatThrownBy(() -> StatutoryRatesFile.read(
                        "rates.csv",
                        "# a remark\n" + HEADER + "2026-S3,1,2,3,x\n2026-S1,1,two,3,x\n2026-S2,1,2,3\n"
                                + "2025-S1,1,2,3,x\n2025-S1,1,2,3,x\n"))
                .isInstanceOfSatisfying(
                        UnreadableReferenceData.class,
                        unreadable -> assertThat(unreadable.problems())
                                .map(Problem::line)
                                .containsExactly(3, 4, 5, 7))
                .hasMessageContaining("rates.csv:3: 2026-S3: expected a semester such as 2026-S1");
    }

    @Test
    void other_columns_are_refused() {
        assertThatThrownBy(() -> StatutoryRatesFile.read("rates.csv", "semester,rate\n2026-S1,2.62\n"))
                .isInstanceOf(UnreadableReferenceData.class)
                .hasMessageContaining("rates.csv:1: the first line must be semester,legal_individual");
    }
}
