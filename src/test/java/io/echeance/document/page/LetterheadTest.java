package io.echeance.document.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A letterhead")
class LetterheadTest {

    @ParameterizedTest
    @CsvSource({
        "Technolowgic, T",
        "Hexagone School, HS",
        "L'École de la Librairie, ÉL",
        "Institut Saint-Exupéry de Lyon, IS",
        "école sans majuscule, É"
    })
    @DisplayName("bears the first initials of the name")
    void initials(String name, String initials) {
        assertThat(Letterhead.initials(name)).isEqualTo(initials);
    }

    @Test
    @DisplayName("writes an account as banks do, however it was given")
    void ibanInFours() {
        assertThat(Letterhead.inFours("FR7630006000011234567890189"))
                .isEqualTo("FR76\u00A03000\u00A06000\u00A00112\u00A03456\u00A07890\u00A0189");
        assertThat(Letterhead.inFours("FR76 3000 6000 0112")).isEqualTo("FR76\u00A03000\u00A06000\u00A00112");
    }
}
