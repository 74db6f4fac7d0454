package io.echeance.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which presentation of a debit came back. p3@5: presented, valued on the 3rd, told on the 5th; r: returned. */
class ReturnsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "p1@1 r3@3, p1@1 by r3@3",
        "p3@3 r3@3, p3@3 by r3@3",
        "r3@4 p3@5, p3@5 by r3@4", // told late, after its return
        "r3@3 p5@5, p5@5 by r3@3", // refused before its value date
        "r2@2 r3@3 p5@5, p5@5 by r2@2", // the second was told twice
        "r2@2 r3@3 p5@5 p6@6, p5@5 by r2@2",
        "p1@1 r3@3 p3@5, p1@1 by r3@3", // presented again on the day of the return: it stands
        "p1@1 r3@3 r3@4 p3@5, p1@1 by r3@3", // told twice, then presented: it stands
        "p1@1 r3@3 r3@5 p3@5, p1@1 by r3@3 p3@5 by r3@5", // of one day, the payment comes first
        "p1@1 r3@3 r3@4 p3@5 r3@6, p1@1 by r3@3 p3@5 by r3@6",
        "p1@1 r3@3 r4@4 p5@6, p1@1 by r3@3", // told twice with two dates, then presented: it stands
        "p1@1 r3@3 r7@7 p5@8, p1@1 by r3@3 p5@8 by r7@7", // a return after a presentation is that one's
        "p1@1 r3@3 p5@5 r8@8 p9@9 r9@10, p1@1 by r3@3 p5@5 by r8@8 p9@9 by r9@10",
        "p1@1 p5@5, ''"
    })
    void byDateThenAsTheyBecameKnown(String received, String expected) {
        List<KnownFact> facts = new ArrayList<>();
        for (String one : received.split(" ")) {
            facts.add(fact(one));
        }
        assertThat(text(facts)).isEqualTo(expected);

        Collections.reverse(facts); // the order of arrival within a day does not show
        assertThat(text(facts)).isEqualTo(expected);
    }

    private static KnownFact fact(String received) {
        String[] days = received.substring(1).split("@");
        LocalDate on = LocalDate.of(2026, 4, Integer.parseInt(days[0]));
        LocalDate knownOn = LocalDate.of(2026, 4, Integer.parseInt(days[1]));
        return new KnownFact(
                knownOn,
                received.startsWith("r")
                        ? new PaymentReturned(received, "T-1", on, "P", null)
                        : new PaymentReceived(
                                received, "T-1", on, "P", "A", Money.of("10.00"), Method.SEPA_DEBIT, "T-1"));
    }

    private static String text(List<KnownFact> facts) {
        return Returns.byMovement(facts).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(taken -> taken.getKey() + " by " + taken.getValue().fact().factId())
                .collect(Collectors.joining(" "));
    }
}
