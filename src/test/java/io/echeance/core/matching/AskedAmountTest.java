package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The school asks for 600.00 by number 12, in two instalments; a bank does not say who paid. */
@DisplayName("A number of which nothing but the amount speaks")
class AskedAmountTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 3, 2);
    private static final LocalDate PAID = LocalDate.of(2026, 3, 10);

    private final InMemory matching = new InMemory();

    private void asks(String number, String orderId, LocalDate on, String... amounts) {
        KnownName name = new KnownName(
                number,
                orderId,
                List.of("C-" + orderId),
                List.of(amounts).stream().map(Money::of).toList());
        matching.learn(name, on);
        name.amounts(on).forEach(asked -> matching.learn(asked, on));
    }

    private String paid(String reference, @Nullable String payer, String amount) {
        matching.learn(new KnownName("CMD-12345", "CMD-12345", List.of("C-CMD-12345")), ISSUED);
        return matching
                .take(
                        new PaymentReceived("f", null, PAID, "P", payer, Money.of(amount), Method.TRANSFER, reference),
                        PAID)
                .stream()
                .filter(Step.Sent.class::isInstance)
                .map(step -> String.valueOf(((Step.Sent) step).fact().orderId()))
                .collect(Collectors.joining());
    }

    @ParameterizedTest(name = "{2} beside {0}, of {1}, on {3}: {4}")
    @CsvSource(nullValues = "-", textBlock = """
        school-2026-000013, O-2,     600.00, 2026-03-02, -
        school-2026-000021, O-2,     600.00, 2026-03-02, -
        school-2026-900012, O-2,     600.00, 2026-03-02, -
        school-2025-000012, O-2,     600.00, 2026-03-02, -
        school-2026-000034, O-2,     600.00, 2026-03-02, CMD-12345
        school-2026-000013, O-2,     601.00, 2026-03-02, CMD-12345
        other-2026-000013,  O-2,     600.00, 2026-03-02, CMD-12345
        school-2026-000013, CMD-12345, 600.00, 2026-03-02, CMD-12345
        school-2026-000013, O-2,     600.00, 2026-03-10, CMD-12345
        """)
    @DisplayName("goes alone where no number that is near to it asks for the same")
    void goesAloneWhereNoneIsNear(String near, String orderId, String amount, LocalDate on, @Nullable String goesTo) {
        asks("school-2026-000012", "CMD-12345", ISSUED, "300.00", "300.00");
        asks(near, orderId, on, amount);

        assertThat(paid("school-2026-000012", null, "600.00")).isEqualTo(goesTo == null ? "" : goesTo);
    }

    @ParameterizedTest(name = "{0}, paid by {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
        school-2026-000012,                   -,         -
        FACTURE SCHOOL 2026 000012 MERCI,     -,         -
        FACTURE SCHOOL 2026 000012 MERCI,     C-CMD-12345, CMD-12345
        school-2026-000012,                   C-CMD-12345, CMD-12345
        FACTURE SCHOOL-2026-000012 CMD-12345,   -,         CMD-12345
        RF,                                   -,         CMD-12345
        CMD-12345,                              -,         CMD-12345
        """)
    @DisplayName("goes alone where an order, check digits or who paid speak for it too")
    void goesAloneWhereSomethingElseSpeaks(String reference, @Nullable String payer, @Nullable String goesTo) {
        asks("school-2026-000012", "CMD-12345", ISSUED, "300.00", "300.00");
        asks("school-2026-000013", "O-2", ISSUED, "300.00", "150.00");
        String written = reference.equals("RF")
                ? "REF " + CreditorReference.of("school-2026-000012").orElseThrow()
                : reference;

        assertThat(paid(written, payer, "300.00")).isEqualTo(goesTo == null ? "" : goesTo);
        assertThat(matching.suspense()).hasSize(goesTo == null ? 1 : 0);
    }

    @Test
    @DisplayName("waits until all is known of the day before it came, whichever partition is ahead")
    void waitsUntilTheDayBeforeIsKnown() {
        asks("school-2026-000012", "CMD-12345", ISSUED, "600.00");
        matching.close(PAID.minusDays(2));

        assertThat(paid("school-2026-000012", null, "600.00")).isEmpty();
        assertThat(matching.suspense()).as("it is asked about").isEmpty();
        asks("school-2026-000013", "O-2", PAID.minusDays(1), "600.00");
        matching.close(PAID.minusDays(1));

        assertThat(matching.suspense()).hasSize(1);
    }
}
