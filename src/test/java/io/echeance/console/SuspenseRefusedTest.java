package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.console.ConsoleAtWork.Read;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A decision about money in suspense")
class SuspenseRefusedTest {

    private static final String SUSPENSE = "/console/suspense";

    @AutoClose
    private final ConsoleAtWork work = Morning.open();

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "amount0 | 4000.001 | “To order (1), Amount”: ",
                "amount1 | x        | “To order (2)",
                "aside   | x        | “Set aside”",
                "kept    | x        | “Kept of it on its way”",
            })
    @DisplayName("that cannot be taken so says where, by what stands beside the field")
    void refusalNamesTheField(String field, String value, String said) {
        Read refused = work.post(
                "/console/payments/P9",
                "form",
                work.formOf(SUSPENSE),
                "key",
                "k",
                "step",
                "send",
                "order0",
                "T-2514",
                "amount0",
                field.equals("amount0") ? value : "999.00",
                "order1",
                "T-2515",
                "amount1",
                field.equals("amount1") ? value : "1.00",
                "aside",
                field.equals("aside") ? value : "",
                "reason",
                "TO_CLARIFY",
                "kept",
                field.equals("kept") ? value : "",
                "keptBy",
                "BANK_FEE");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("[role=alert]").text())
                .contains(said)
                .doesNotContain("parts", "setAside", "deductions");
    }

    @Test
    @DisplayName("that somebody else has placed meanwhile says who, and where it is now")
    void saysWhoWasQuicker() {
        String form = work.formOf(SUSPENSE);
        work.book.post(new PaymentApplied(
                "d1",
                ConsoleAtWork.DAY,
                "P9",
                List.of(new PaymentPart("T-2515", null, null, null)),
                null,
                "ann",
                null));

        Read late = work.post(SUSPENSE + "/P9", "form", form, "key", "k1", "orderId", "T-2514");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.page().select("[role=alert]").text())
                .contains("Meanwhile ann has decided about it, on 16 Mar 2026: To T-2515.");
        assertThat(work.book.posted().getLast().factId()).isEqualTo("d1");
    }
}
