package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A creditor reference")
class CreditorReferenceTest {

    @ParameterizedTest
    @CsvSource({
        // The examples that the standard's own pages and banks give.
        "539007547034, RF18539007547034",
        "2348236, RF332348236",
        "A-7, RF25A7",
        // The seller's first four letters, year and sequence.
        "technolowgic-2026-000012, RF47TECH2026000012",
        "alegria-2025-000001, RF48ALEG2025000001",
        "T-2026-017, RF66T2026017"
    })
    @DisplayName("is made of a number or an order, with its check digits")
    void isMadeOfAName(String name, String reference) {
        assertThat(CreditorReference.of(name)).contains(reference);
        assertThat(CreditorReference.isValid(reference)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "an-order-of-more-than-21-letters", "Заказ-7", "注文-12"})
    @DisplayName("is not made of what it cannot hold")
    void isNotMadeOfWhatItCannotHold(String name) {
        assertThat(CreditorReference.of(name)).isEmpty();
    }

    @Test
    @DisplayName("is refused with any one character wrong, or two that stand side by side changed over")
    void findsEachSlip() {
        String right = CreditorReference.of("technolowgic-2026-000012").orElseThrow();
        for (int at = 4; at < right.length(); at++) {
            // A letter counts as two digits, so one in the place of a digit makes another length.
            String others = Character.isDigit(right.charAt(at)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            for (int n = 0; n < others.length(); n++) {
                String slip = right.substring(0, at) + others.charAt(n) + right.substring(at + 1);
                assertThat(CreditorReference.isValid(slip)).as(slip).isEqualTo(slip.equals(right));
            }
        }
        for (int at = 4; at < right.length() - 1; at++) {
            String swapped = swapped(right, at);
            assertThat(CreditorReference.isValid(swapped)).as(swapped).isEqualTo(swapped.equals(right));
        }
    }

    private static String swapped(String text, int at) {
        char[] letters = text.toCharArray();
        char first = letters[at];
        letters[at] = letters[at + 1];
        letters[at + 1] = first;
        return new String(letters);
    }
}
