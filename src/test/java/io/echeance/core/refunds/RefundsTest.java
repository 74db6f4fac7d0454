package io.echeance.core.refunds;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Situation;
import io.echeance.core.receipts.Receipts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes back to a payer: newly said, or said anew with a smaller amount. */
class RefundsTest {

    @ParameterizedTest(name = "credit {0}, said {1}, paid {2}, kept {3}: {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "0.00, -, -, 0.00, ''",
                "100.00, -, -, 0.00, 'refund/1 100.00'",
                "100.00, -, -, 100.00, ''", // something may still absorb it
                "100.00, -, -, 24.00, 'refund/1 76.00'", // as much of it as it may
                "110.00, '100.00', -, 24.00, ''", // what was promised stays promised
                "130.00, '100.00', -, 24.00, 'refund/2 6.00'",
                "100.00, '100.00', -, 0.00, ''",
                "130.00, '100.00', -, 0.00, 'refund/2 30.00'",
                "130.00, '100.00', -, 130.00, ''",
                // less is owed than was said: the youngest first, as far as it is not paid
                "80.00, '100.00', -, 0.00, 'refund/1 80.00'",
                "110.00, '100.00 30.00', -, 110.00, 'refund/2 10.00'",
                "90.00, '100.00 30.00', -, 90.00, 'refund/2 0.00, refund/1 90.00'",
                "0.00, '100.00', -, 0.00, 'refund/1 0.00'",
                "-5.00, '100.00', -, 0.00, 'refund/1 0.00'", // refunded too much: nothing more is owed
                "20.00, '100.00 30.00', '1 100.00', 0.00, 'refund/2 20.00'",
                "0.00, '100.00 30.00', '1 60.00', 0.00, 'refund/2 0.00, refund/1 60.00'",
                "0.00, '100.00', '1 100.00', 0.00, ''",
                "50.00, '100.00', '1 100.00', 0.00, 'refund/2 50.00'",
                "50.00, '100.00', '1 120.00', 0.00, 'refund/2 50.00'", // paid more than was said
                "60.00, -, '1 40.00', 0.00, 'refund/1 100.00'" // paid before it was said: part of it
            })
    void isSaidByDifference(String credit, @Nullable String said, @Nullable String paid, String kept, String expected) {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15");
        if (paid != null) {
            String[] numberAndAmount = paid.split(" ");
            order.refunded("O/C/refund/" + numberAndAmount[0], "C", numberAndAmount[1], "2026-03-01");
        }
        Situation situation = order.asOf("2026-03-31");
        Refunds refunds = new Refunds(situation, "C", Money.of(credit), Money.of(kept), day("2026-04-30"));

        assertThat(text(refunds.toSay(said(said), Receipts.of(situation, "C"), Map.of(), List.of("art. 7"))))
                .isEqualTo(expected);
    }

    @Test
    void aSmallerAmountKeepsItsDateAndItsGround() {
        Situation situation = AnOrder.of("technolowgic", "2026-01-15").asOf("2026-03-31");
        Refunds refunds = new Refunds(situation, "C", Money.of("80.00"), Money.ZERO, day("2026-04-30"));

        assertThat(refunds.toSay(said("100.00"), Receipts.of(situation, "C"), Map.of(), List.of("another")))
                .containsExactly(new RefundDue(
                        day("2026-03-31"),
                        "O",
                        "O/C/refund/1",
                        "C",
                        Money.of("80.00"),
                        day("2026-03-15"),
                        List.of("as said")));
    }

    @Test
    void oneThatCameBackIsOwedAgainUnderItsIdWithANewLastDay() {
        AnOrder order = AnOrder.of("technolowgic", "2026-01-15")
                .refunded("O/C/refund/1", "C", "100.00", "2026-03-01")
                .returned("O/C/refund/1", "2026-03-10");
        Situation situation = order.asOf("2026-03-31");
        Receipts receipts = Receipts.of(situation, "C");
        Refunds owed = new Refunds(situation, "C", Money.of("100.00"), Money.ZERO, day("2026-04-30"));
        Refunds less = new Refunds(situation, "C", Money.of("60.00"), Money.ZERO, day("2026-04-30"));
        Refunds nothing = new Refunds(situation, "C", Money.ZERO, Money.ZERO, day("2026-04-30"));
        Map<String, LocalDate> cameBack = Map.of("O/C/refund/1", day("2026-04-09"));

        assertThat(owed.toSay(said("100.00"), receipts, cameBack, List.of()))
                .extracting(refund -> refund.refundId() + " " + refund.amount() + " by " + refund.dueBy())
                .containsExactly("O/C/refund/1 100.00 by 2026-04-09");
        assertThat(less.toSay(said("100.00"), receipts, cameBack, List.of()))
                .extracting(refund -> refund.amount() + " by " + refund.dueBy())
                .containsExactly("60.00 by 2026-04-09");
        assertThat(nothing.toSay(said("100.00"), receipts, cameBack, List.of()))
                .extracting(refund -> refund.amount() + " by " + refund.dueBy())
                .containsExactly("0.00 by 2026-03-15");
    }

    @Test
    void theTenthIsYoungerThanTheNinth() {
        Situation situation = AnOrder.of("technolowgic", "2026-01-15").asOf("2026-03-31");
        Refunds refunds = new Refunds(situation, "C", Money.of("105.00"), Money.ZERO, day("2026-04-30"));
        List<RefundDue> said = said("10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00 10.00 20.00");

        assertThat(text(refunds.toSay(said.reversed(), Receipts.of(situation, "C"), Map.of(), List.of())))
                .isEqualTo("refund/10 15.00");
    }

    @Test
    void anotherPayersRefundsAreItsOwn() {
        Situation situation = AnOrder.of("technolowgic", "2026-01-15").asOf("2026-03-31");
        Refunds refunds = new Refunds(situation, "OPCO", Money.of("50.00"), Money.ZERO, day("2026-04-30"));

        assertThat(refunds.toSay(said("100.00"), Receipts.of(situation, "OPCO"), Map.of(), List.of("art. 7")))
                .containsExactly(new RefundDue(
                        day("2026-03-31"),
                        "O",
                        "O/OPCO/refund/1",
                        "OPCO",
                        Money.of("50.00"),
                        day("2026-04-30"),
                        List.of("art. 7")));
    }

    private static List<RefundDue> said(@Nullable String amounts) {
        List<RefundDue> said = new ArrayList<>();
        for (String amount : amounts == null ? new String[0] : amounts.split(" ")) {
            String id = "O/C/refund/" + (said.size() + 1);
            said.add(new RefundDue(
                    day("2026-02-15"), "O", id, "C", Money.of(amount), day("2026-03-15"), List.of("as said")));
        }
        return said;
    }

    private static String text(List<RefundDue> refunds) {
        return String.join(
                ", ",
                refunds.stream()
                        .map(refund -> refund.refundId().substring("O/C/".length()) + " " + refund.amount())
                        .toList());
    }
}
