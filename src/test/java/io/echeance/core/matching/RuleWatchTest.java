package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.PaymentAlert.RuleDemoted;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.RuleMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Ten debtors owe 80.00 each: debtor n of the order Y-7000n, for which number n asks. */
@DisplayName("A rule that persons correct")
class RuleWatchTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 10);

    private final InMemory matching = new InMemory();
    private final List<Alert> alerts = new ArrayList<>();
    private LocalDate today = DAY;
    private int decisions;

    @BeforeEach
    void learn() {
        for (int n = 0; n < 10; n++) {
            learn(n, "technolowgic", List.of());
        }
    }

    private void learn(int n, String seller, List<NameRule> rules) {
        String order = order(n);
        List<Money> asked = List.of(Money.of("80.00"));
        matching.learn(new KnownName(order, order, List.of("D" + n)), today);
        matching.learn(new KnownName(number(seller, n), order, List.of("D" + n), asked, null, rules), today);
    }

    private static String order(int n) {
        return "Y-7000" + n;
    }

    private static String number(String seller, int n) {
        return String.format(Locale.ROOT, "%s-2027-%06d", seller, n);
    }

    /** Whether it went to an order. */
    private boolean pays(String id, String reference) {
        return pays(id, null, null, reference);
    }

    private boolean pays(String id, @Nullable String order, @Nullable String payer, String reference) {
        PaymentReceived payment =
                new PaymentReceived(id, order, today, id, payer, Money.of("80.00"), Method.TRANSFER, reference);
        return matching.take(payment, today).stream().anyMatch(Step.Sent.class::isInstance);
    }

    private void decides(String payment, @Nullable SetAside aside, String... orders) {
        PaymentApplied decision = new PaymentApplied(
                "d" + ++decisions,
                today,
                payment,
                List.of(orders).stream()
                        .map(order -> new PaymentPart(order, null, orders.length == 1 ? null : Money.of("40.00"), null))
                        .toList(),
                aside,
                "eve",
                null,
                List.of());
        assertThat(matching.take(decision, today)).noneMatch(Step.Refused.class::isInstance);
    }

    private void close() {
        matching.close(today);
        today = today.plusDays(1);
        alerts.addAll(matching.announce(today));
    }

    private void isCorrectedTwice() {
        assertThat(pays("A", number("technolowgic", 1))).isTrue();
        assertThat(pays("B", "VIR TECHNOLOWGIC 2027 000002 MERCI")).isTrue();
        decides("A", null, order(3));
        decides("B", null, order(4));
    }

    @Test
    @DisplayName("twice only proposes from the morning after, and operations are told once")
    void proposes() {
        isCorrectedTwice();
        assertThat(pays("C", number("technolowgic", 5))).isTrue();
        close();

        assertThat(alerts).containsExactly(new RuleDemoted(today, "technolowgic", MatchingRule.NUMBER));
        assertThat(pays("D", number("technolowgic", 6))).isFalse();
        assertThat(pays("E", "VIR TECHNOLOWGIC 2027 000007 MERCI")).isFalse();
        assertThat(matching.suspense())
                .extracting(waits ->
                        waits.proposals().stream().map(Proposal::orderId).toList())
                .containsExactly(List.of(order(6)), List.of(order(7)));
        decides("D", null, order(6));
        close();
        close();
        assertThat(alerts).hasSize(1);
    }

    @Test
    @DisplayName("proposes too where its sender is known, who is asked for then")
    void proposesOfAKnownSender() {
        isCorrectedTwice();
        close();

        assertThat(pays("D", null, "D6", number("technolowgic", 6))).isFalse();
        assertThat(matching.suspense().getFirst().proposals())
                .containsExactly(new Proposal(number("technolowgic", 6), order(6), List.of("D6")));
    }

    @Test
    @DisplayName("once goes on")
    void goesOn() {
        pays("A", number("technolowgic", 1));
        decides("A", null, order(3));
        close();

        assertThat(alerts).isEmpty();
        assertThat(pays("D", number("technolowgic", 6))).isTrue();
    }

    @Test
    @DisplayName("is corrected by parts elsewhere, by setting aside, by nothing; not by saying the same")
    void isCorrectedByWhatMovesMoneyAway() {
        pays("A", number("technolowgic", 1));
        decides("A", null, order(1));
        close();
        pays("B", number("technolowgic", 2));
        decides("B", null, order(2), order(3));
        close();
        assertThat(alerts).isEmpty();

        pays("C", number("technolowgic", 4));
        decides("C", new SetAside(Money.of("80.00"), SetAside.Why.TO_CLARIFY));
        close();
        assertThat(alerts).hasSize(1);
    }

    @Test
    @DisplayName("is corrected once, however often a person changes his mind")
    void isCorrectedOnce() {
        pays("A", number("technolowgic", 1));
        decides("A", null, order(3));
        PaymentApplied again = new PaymentApplied(
                "d9", today, "A", List.of(new PaymentPart(order(4), null, null, null)), null, "eve", "d1", List.of());
        matching.take(again, today);
        close();

        assertThat(alerts).isEmpty();
    }

    /** A payment that number n had placed. */
    private void comesBack(String id, int n) {
        assertThat(pays(id, number("technolowgic", n))).isTrue();
        assertThat(matching.take(new PaymentReturned("r" + id, null, today, id, "AM04"), today))
                .noneMatch(Step.Refused.class::isInstance);
    }

    @Test
    @DisplayName("is not corrected by clearing away money that has come back, but by saying that it was another's")
    void isNotCorrectedByWhatHasComeBack() {
        for (int n = 1; n <= 4; n++) {
            comesBack("A" + n, n);
        }
        decides("A1", new SetAside(Money.of("80.00"), SetAside.Why.SENT_BACK));
        decides("A2", null);
        decides("A3", null, order(5));
        close();
        assertThat(alerts).isEmpty();

        decides("A4", null, order(6));
        close();
        assertThat(alerts)
                .as("who says that it was another's, twice, says that the rule erred")
                .hasSize(1);
    }

    @Test
    @DisplayName("is not corrected where a person moves what an order's name had placed when it was presented again")
    void isNotCorrectedOfWhatAnotherRulePlaced() {
        for (int n = 1; n <= 2; n++) {
            comesBack("A" + n, n);
            PaymentReceived again = new PaymentReceived(
                    "again" + n, null, today, "A" + n, null, Money.of("80.00"), Method.TRANSFER, order(n));
            assertThat(matching.take(again, today)).anyMatch(Step.Sent.class::isInstance);
            decides("A" + n, null, order(5));
        }
        close();

        assertThat(alerts).isEmpty();
    }

    @Test
    @DisplayName("stays what it is for another seller, for another rule, and where the sender names the order")
    void isOneOfASeller() {
        learn(10, "hexagone", List.of());
        isCorrectedTwice();
        close();

        assertThat(pays("D", number("hexagone", 10))).isTrue();
        assertThat(pays("E", reference(6))).isTrue();
        assertThat(pays("F", "CDE " + order(7))).isTrue();
        assertThat(pays("G", order(8), "D8", number("technolowgic", 8))).isTrue();
    }

    @Test
    @DisplayName("keeps no other from acting that knows the same: a number beside its creditor reference")
    void keepsNoOtherFromActing() {
        for (int n = 1; n <= 2; n++) {
            assertThat(pays("A" + n, reference(n))).isTrue();
            decides("A" + n, null, order(3));
        }
        close();

        assertThat(pays("D", reference(6))).isFalse();
        assertThat(pays("E", reference(7) + " " + number("technolowgic", 7))).isTrue();
    }

    private static String reference(int n) {
        return CreditorReference.of(number("technolowgic", n)).orElseThrow();
    }

    @Test
    @DisplayName("applies where the terms of the order say that it does")
    void appliesWhereTheTermsSaySo() {
        learn(10, "technolowgic", List.of(new NameRule(MatchingRule.NUMBER, RuleMode.APPLIES, false)));
        isCorrectedTwice();
        close();

        assertThat(pays("D", number("technolowgic", 10))).isTrue();
        assertThat(pays("E", number("technolowgic", 6))).isFalse();
    }

    @Test
    @DisplayName("is judged by the last 500 of its applications")
    void isJudgedByTheLast() {
        RuleRecord record = RuleRecord.NOTHING
                .and(use(DAY, 1, 1))
                .and(use(DAY.plusDays(1), 499, 0))
                .and(use(DAY.plusDays(2), 1, 1));

        assertThat(record.closed(DAY.plusDays(2)).demotedOn()).isEqualTo(DAY.plusDays(2));
        RuleRecord later = record.and(use(DAY.plusDays(1), 1, 0));
        assertThat(later.closed(DAY.plusDays(2)).demotedOn()).isNull();
        assertThat(later.closed(DAY.plusDays(2)).uses()).hasSize(2);
    }

    private static RuleUse use(LocalDate day, int applied, int corrected) {
        return new RuleUse("technolowgic", MatchingRule.NUMBER, day, applied, corrected);
    }
}
