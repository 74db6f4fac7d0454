package io.echeance.core.shares;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.decision.Decider;
import io.echeance.core.order.Account;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Status;
import io.echeance.json.FactJson;
import io.echeance.json.FactJson.Parsed;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order that lapses")
class LapseKnownLateTest {

    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private static final LocalDate KNOWN = LocalDate.of(2026, 3, 14);

    private static Account received(Account account, LocalDate on, String fact) {
        Parsed.Received parsed = (Parsed.Received) FactJson.parse(fact.replace('\'', '"'), "f" + fact.hashCode());
        return DECIDER.take(account, parsed.fact(), on).account();
    }

    private static Statement statement(Account account, LocalDate morning) {
        return Objects.requireNonNull(DECIDER.statement(account, morning));
    }

    @Test
    @DisplayName("by a window that was over before we knew of it does so the next morning, by itself,"
            + " though an amendment has left nothing to be accepted since")
    void lapsesByItself() {
        Account account = Account.opened("L-1");
        account = received(account, LocalDate.of(2026, 1, 19), """
            {'type': 'FundingDecided', 'orderId': 'L-1', 'on': '2026-01-19', 'funderId': 'OPCO-1',
             'outcome': 'GRANTED', 'granted': '335.00'}\
            """);
        account = received(account, LocalDate.of(2026, 3, 10), """
            {'type': 'OrderAmended', 'orderId': 'L-1', 'on': '2026-02-23',
             'lines': [{'kind': 'TUITION', 'description': 'tuition', 'net': '277.09'}]}\
            """);
        account = received(account, KNOWN, """
            {'type': 'OrderPlaced', 'orderId': 'L-1', 'on': '2026-01-19', 'termsId': 'ecole-librairie',
             'customer': {'id': 'C', 'quality': 'CONSUMER'},
             'lines': [{'kind': 'TUITION', 'description': 'tuition', 'net': '3044.35'}],
             'service': {'start': '2026-03-16', 'end': '2026-08-08'},
             'funding': [{'funderId': 'OPCO-1', 'mode': 'SUBROGATION', 'requested': '668.00'}],
             'beginBeforeWithdrawalEnds': false}\
            """);

        assertThat(statement(account, KNOWN).status()).isEqualTo(Status.PLACED);
        assertThat(account.nextOn()).isEqualTo(KNOWN.plusDays(1));
        assertThat(statement(account, KNOWN.plusDays(1)).status()).isEqualTo(Status.CANCELLED);
    }
}
