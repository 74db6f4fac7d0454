package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.StatementImport.Recurring;
import io.echeance.bank.StatementFiles;
import io.echeance.bank.StatementFiles.Refused;
import io.echeance.core.matching.PayerByName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank tells of each payment as it comes, and books the day at night: in lines that say nothing more. */
@DisplayName("What a notification tells of one line")
class NotifiedLineTest {

    private static final String DAY = "2027-01-06";

    private static List<Refused> take(TakenStatements taken, String... files) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (String file : files) {
            named.put("file" + named.size(), file.getBytes(StandardCharsets.UTF_8));
        }
        return new HandOver(
                        taken,
                        Set.of(),
                        new StatementBooks(List.of(), Set.of()),
                        new PayerByName(),
                        null,
                        Recurring.REFUSE)
                .take(StatementFiles.read(named))
                .refused();
    }

    private static String notification(String amount) {
        String text = WrittenBatch.notification(DAY, amount, amount.replace("-", ""));
        return amount.startsWith("-")
                ? text.replace("</TxDtls>", "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf></TxDtls>")
                : text;
    }

    private static String statement(String amount) {
        return WrittenBatch.camt053(WrittenBatch.statement("1000.00", DAY, amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"450.00", "-450.00"})
    @DisplayName("is handed over with it, and tells nothing new afterwards; before, it is refused and not passed over")
    void isHandedOverWithIt(String amount) {
        TakenStatements taken = new TakenStatements();

        assertThat(take(taken, notification(amount)))
                .extracting(Refused::reason)
                .containsExactly(StatementImport.TOO_EARLY);
        assertThat(take(taken, notification(amount), statement(amount))).isEmpty();
        assertThat(take(taken, notification(amount))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"450.00", "-450.00"})
    @DisplayName("comes too late where it was taken without")
    void comesTooLate(String amount) {
        TakenStatements taken = new TakenStatements();
        take(taken, statement(amount));

        assertThat(take(taken, notification(amount))).singleElement().satisfies(refused -> {
            assertThat(refused.reason()).isEqualTo("DETAILS_COME_TOO_LATE");
            assertThat(refused.sentence()).contains(amount + " on 2027-01-06 was taken before without");
        });
    }
}
