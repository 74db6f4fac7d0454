package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The numbers of a series")
class NumbersTest {

    @Test
    @DisplayName("are whole when each from 1 to the last is there once, in any order")
    void areWhole() {
        assertThat(Numbers.of(List.of("hexagone-2026-000002", "hexagone-2026-000001", "hexagone-2026-000003")))
                .isEqualTo(new Numbers(1, 3, 0, 0));
    }

    @Test
    @DisplayName("show what is missing and what came twice")
    void showGaps() {
        assertThat(Numbers.of(List.of("a-000002", "a-000002", "a-000005"))).isEqualTo(new Numbers(2, 5, 3, 1));
    }
}
