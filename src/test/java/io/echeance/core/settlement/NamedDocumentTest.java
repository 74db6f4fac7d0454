package io.echeance.core.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The number of a document inside a payment's text")
class NamedDocumentTest {

    private static final String NUMBER = "TECHNOLOWGIC-2026-000013";
    private static final String SIGNS = "OoIiÖöĺ０¹①⑩㏩é -/.٣TECHNOLOWGIC2026000013";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "TECHNOLOWGIC-2026-000013, true",
        "VIR FACTURE TECHNOLOWGIC 2026 000013 MERCI, true",
        "FACTURE TECHNOLOWGIC 2O26 OOOO13, true",
        "réglement technolowgic/2026/0000i3, true",
        "ＴＥＣＨＮＯＬＯＷＧＩＣ ２０２６ ００００１３, true",
        "TECHNOLOWGIC-2026-000014, false",
        "X12345, false",
        "ORDER 2026, false"
    })
    @DisplayName("is found as banks deliver it")
    void isFound(String text, boolean found) {
        assertThat(NamedDocument.mayChange(payment(text), NUMBER)).isEqualTo(found);
    }

    @Test
    @DisplayName("is never passed over by what is asked first: whether the text has digits enough")
    void isNotPassedOver() {
        SplittableRandom random = new SplittableRandom(1);
        int found = 0;
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder(NUMBER);
            for (int change = random.nextInt(8); change > 0; change--) {
                int at = random.nextInt(text.length());
                text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            String written = text.toString();
            boolean names = written.equals(NUMBER) || ReferenceText.of(written).names(NUMBER);
            boolean digits = written.chars().filter(Character::isDigit).count() >= 4;
            found += names ? 1 : 0;
            assertThat(NamedDocument.mayChange(payment(written), NUMBER))
                    .as(written)
                    .isEqualTo(names && digits);
        }
        assertThat(found).isGreaterThan(1_000);
    }

    private static PaymentReceived payment(String text) {
        return new PaymentReceived(
                "f", "O-1", LocalDate.of(2026, 7, 1), "p", "CUSTOMER", Money.of("10.00"), Method.TRANSFER, text);
    }
}
