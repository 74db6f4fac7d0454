package io.echeance.core.dunning;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionAlert.DebtsCleared;
import io.echeance.core.order.CollectionAlert.StepWithdrawn;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Issued.StepTaken;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import io.echeance.core.settlement.Debts;
import io.echeance.core.settlement.Settlement;
import io.echeance.core.terms.PaymentTerms.Method;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 100.00 fell due on 1 March, and the customer was reminded of it on 4 March; today is 10 March. */
class ClearedTest {

    private static final ReceivableKey DEBT = ReceivableKey.parse("O/C/INVOICE/1#1");
    private static final String TODAY = "2026-03-10";

    @ParameterizedTest(name = "reminded at {0}, paid {1} by value of {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "3, -, -, ''",
                "3, 99.99, 2026-03-09, ''", // a cent is open
                "3, 100.00, 2026-03-09, 'cleared O/C/INVOICE/1#1'",
                "3, 100.00, 2026-03-04, 'cleared O/C/INVOICE/1#1'", // on the day of the reminder: rightly sent
                "3, 100.00, 2026-03-03, 'd+3 withdrawn, cleared O/C/INVOICE/1#1'", // before it: wrongly
                "3, 99.99, 2026-03-03, ''",
                "-7, 100.00, 2026-03-09, ''", // before the due date nobody was dunned
                "-7, 100.00, 2026-02-20, 'd-7 withdrawn'"
            })
    void announcesThatWhatWasDunnedIsPaid(int offset, @Nullable String paid, @Nullable String paidOn, String expected) {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15");
        if (paid != null && paidOn != null) {
            order.receivedOn(day(TODAY), payment(paid, paidOn));
        }
        StepTaken step = new StepTaken(DEBT, offset, day("2026-03-01").plusDays(offset), Money.of("100.00"), null);

        assertThat(text(cleared(order, Issued.NOTHING, step))).isEqualTo(expected);
    }

    @Test
    void aStepThatClaimedNothingIsNotWithdrawn() {
        AnOrder order =
                AnOrder.of("technolowgic", "2026-01-15").receivedOn(day(TODAY), payment("100.00", "2026-03-01"));
        StepTaken passed = new StepTaken(DEBT, 3, day("2026-03-04"), null, null);

        assertThat(text(cleared(order, Issued.NOTHING, passed))).isEqualTo("cleared O/C/INVOICE/1#1");
    }

    @Test
    void isSaidOnceUnlessTheDebtFallsOpenAgain() {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15").paid("p1", AnOrder.CUSTOMER, "100.00", "2026-03-09");
        StepTaken step = new StepTaken(DEBT, 3, day("2026-03-04"), Money.of("100.00"), null);
        Issued before = announced(DEBT);

        assertThat(text(cleared(order, before, step))).as("said before").isEmpty();
        assertThat(cleared(order, before, step).debts()).containsExactly(DEBT);
        assertThat(cleared(order.returned("p1", TODAY), before, step).debts())
                .as("open again: when it is settled it is said anew")
                .isEmpty();
    }

    @Test
    void aSecondOneOnTheSameDayWaitsForTheNextMorning() {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15").paid("p1", AnOrder.CUSTOMER, "100.00", "2026-03-09");
        StepTaken step = new StepTaken(DEBT, 3, day("2026-03-04"), Money.of("100.00"), null);

        Cleared cleared = cleared(order, Issued.NOTHING.withAnnounced("cleared/C/" + TODAY), step);

        assertThat(text(cleared)).isEmpty();
        assertThat(cleared.announced().nextOn()).isEqualTo(day("2026-03-11"));
    }

    private static PaymentReceived payment(String amount, String valueOn) {
        return new PaymentReceived(
                "p1", AnOrder.ID, day(valueOn), "p1", AnOrder.CUSTOMER, Money.of(amount), Method.TRANSFER, AnOrder.ID);
    }

    private static Issued announced(ReceivableKey cleared) {
        Issued none = Issued.NOTHING;
        return new Issued(
                none.documents(),
                none.steps(),
                none.notices(),
                none.accelerations(),
                none.refunds(),
                none.sharesAnnounced(),
                new TreeSet<>(List.of(cleared)),
                none.announced(),
                none.accessSuspended(),
                none.documentsWithheld(),
                none.givenUp(),
                none.vatDue(),
                none.vatGivenUp(),
                null);
    }

    private static Cleared cleared(AnOrder order, Issued before, StepTaken step) {
        Situation situation = order.asOf(TODAY);
        Settlement settlement = Settlement.of(
                situation,
                Receipts.byPayer(situation),
                List.of(Debts.document(Kind.INVOICE, AnOrder.CUSTOMER, 1, "100.00 on 2026-03-01")),
                List.of());
        return Cleared.of(situation, settlement, new Steps(List.of(step)), before);
    }

    private static String text(Cleared cleared) {
        return cleared.announced().outputs().stream().map(ClearedTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Output output) {
        return switch (output) {
            case StepWithdrawn withdrawn -> withdrawn.step() + " withdrawn";
            case DebtsCleared cleared ->
                "cleared "
                        + cleared.receivables().stream()
                                .map(debt -> debt.key().toString())
                                .collect(Collectors.joining(" and "));
            default -> output.toString();
        };
    }
}
