package io.echeance.app.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static String letter(String orderId, String payer, String step) {
        return FileName.ofLetter(DAY, orderId, payer, step).text();
    }

    @Test
    void aLetterIsNamedAfterItsDayOrderPayerAndStep() {
        assertThat(letter("T-2501", "ACME", "d-7")).isEqualTo("2026-03-02-T-2501-ACME-d-7");
        assertThat(letter("T 1/é", "OPCO-2", "d+30")).isEqualTo("2026-03-02-T%201%2F%C3%A9-OPCO%2D2-d+30");
    }

    @Test
    void differentLettersHaveDifferentNames() {
        List<String> ids = List.of("COL", "COL-1", "1-X", "X", "-", "--", "d", "d-7", "%2D", "1", "a".repeat(200));
        Set<String> names = new HashSet<>();
        for (String order : ids) {
            for (String payer : ids) {
                for (String step : List.of("d-7", "d+7", "d-77")) {
                    assertThat(names.add(letter(order, payer, step)))
                            .as("%s, %s, %s", order, payer, step)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aLongNameIsCutAndItsDigestTellsItFromOthers() {
        String order = "é".repeat(200);

        assertThat(letter(order, "ACME", "d-7")).hasSizeLessThan(230).isNotEqualTo(letter(order, "ACME", "d-8"));
        assertThat(FileName.of("x".repeat(242)).text()).hasSizeLessThan(230).contains("~");
        assertThat(FileName.of("x".repeat(200)).text()).isEqualTo("x".repeat(200));
    }

    @Test
    void noNameLeavesItsFolder() {
        assertThat(FileName.of("../x").text()).isEqualTo("%2E.%2Fx");
        assertThat(FileName.of("").text()).isEqualTo("%");
        assertThat(FileName.of(".").text()).isEqualTo("%2E");
    }
}
