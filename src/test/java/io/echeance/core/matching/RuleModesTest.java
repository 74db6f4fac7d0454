package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Suspended;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.RuleMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ANN owes 80.00 of the order Y-70001, for which number 42 asks. */
@DisplayName("What a rule may do, as the terms of the order say")
class RuleModesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);
    private static final String NUMBER = "technolowgic-2027-000042";
    private static final String REFERENCE = CreditorReference.of(NUMBER).orElseThrow();

    private final InMemory matching = new InMemory();

    private void learn(MatchingRule rule, RuleMode mode) {
        List<NameRule> rules = List.of(new NameRule(rule, mode, false));
        boolean isOrders = rule == MatchingRule.ORDER;
        matching.learn(
                new KnownName("Y-70001", "Y-70001", List.of("ANN"), List.of(), null, isOrders ? rules : List.of()),
                TODAY);
        matching.learn(
                new KnownName(
                        NUMBER,
                        "Y-70001",
                        List.of("ANN"),
                        List.of(Money.of("80.00")),
                        null,
                        isOrders ? List.of() : rules),
                TODAY);
    }

    @ParameterizedTest(name = "{0} {1}, payer {2}, order {3}, \"{4}\": {5}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "NUMBER            |APPLIES |-  |-      |technolowgic-2027-000042|Y-70001 as ANN",
                "NUMBER            |PROPOSES|-  |-      |technolowgic-2027-000042|waits, technolowgic-2027-000042",
                "NUMBER            |PROPOSES|-  |-      |VIR technolowgic 2027 000042 MERCI|waits,"
                        + " technolowgic-2027-000042",
                "NUMBER            |PROPOSES|ANN|-      |technolowgic-2027-000042|waits, technolowgic-2027-000042",
                "NUMBER            |SHADOW  |-  |-      |technolowgic-2027-000042|waits, NUMBER would: Y-70001 as ANN",
                "NUMBER            |SHADOW  |ANN|-      |VIR technolowgic 2027 000042 MERCI|waits, NUMBER would:"
                        + " Y-70001 as ANN",
                "NUMBER            |SHADOW  |-  |-      |technolowgic-2027-000042 RF12|waits",
                "NUMBER            |OFF     |-  |-      |technolowgic-2027-000042|waits",
                "NUMBER            |OFF     |ANN|-      |technolowgic-2027-000042|waits",
                "NUMBER            |OFF     |-  |-      |RF|Y-70001 as ANN",
                "NUMBER            |OFF     |-  |-      |technolowgic-2027-000042 Y-70001|Y-70001 as ANN",
                "NUMBER            |OFF     |-  |Y-70001|technolowgic-2027-000042|Y-70001 as ANN",
                "CREDITOR_REFERENCE|PROPOSES|-  |-      |RF|waits, technolowgic-2027-000042",
                "CREDITOR_REFERENCE|SHADOW  |-  |-      |RF|waits, CREDITOR_REFERENCE would: Y-70001 as ANN",
                "CREDITOR_REFERENCE|OFF     |-  |-      |RF|waits",
                "CREDITOR_REFERENCE|OFF     |-  |-      |technolowgic-2027-000042|Y-70001 as ANN",
                "ORDER             |PROPOSES|-  |-      |Y-70001|waits, Y-70001",
                "ORDER             |PROPOSES|-  |-      |CDE Y-70001|waits, Y-70001",
                "ORDER             |SHADOW  |ANN|-      |CDE Y-70001|waits, ORDER would: Y-70001 as ANN",
                "ORDER             |OFF     |ANN|Y-70001|-|Y-70001 as ANN",
                "ORDER             |OFF     |-  |-      |technolowgic-2027-000042|Y-70001 as ANN",
                "ORDER             |OFF     |-  |-      |Y-70001 technolowgic-2027-000042|Y-70001 as ANN",
                "ORDER             |SHADOW  |ANN|-      |Y-70001 technolowgic-2027-000042|Y-70001 as ANN",
                "ORDER             |PROPOSES|-  |-      |Y-70001 technolowgic-2027-000042|Y-70001 as ANN",
                "CREDITOR_REFERENCE|OFF     |-  |-      |{RF} technolowgic-2027-000042|Y-70001 as ANN",
                "CREDITOR_REFERENCE|PROPOSES|ANN|-      |{RF} technolowgic-2027-000042|Y-70001 as ANN",
                "NUMBER            |SHADOW  |-  |-      |{RF} technolowgic-2027-000042|Y-70001 as ANN",
            })
    void isDone(
            MatchingRule rule,
            RuleMode mode,
            @Nullable String payer,
            @Nullable String order,
            @Nullable String reference,
            String expected) {
        learn(rule, mode);
        String written =
                "RF".equals(reference) ? REFERENCE : reference == null ? null : reference.replace("{RF}", REFERENCE);
        PaymentReceived payment =
                new PaymentReceived("f", order, TODAY, "P", payer, Money.of("80.00"), Method.TRANSFER, written);

        List<Step.Result> results = matching.take(payment, TODAY);

        assertThat(results.stream().map(RuleModesTest::text).collect(Collectors.joining())
                        + matching.suspense().stream().map(RuleModesTest::text).collect(Collectors.joining()))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} sent")
    @CsvSource({"APPLIES, 1", "OFF, 0"})
    @DisplayName("holds for a number beside it that needs the sender's name: an order's name stands for that if it may")
    void anOrdersNameStandsForTheSendersIfItMay(RuleMode mode, int sent) {
        NameRule ofOrder = new NameRule(MatchingRule.ORDER, mode, false);
        NameRule ofNumber = new NameRule(MatchingRule.NUMBER, RuleMode.APPLIES, true);
        List<Money> asked = List.of(Money.of("80.00"));
        matching.learn(new KnownName("Y-70001", "Y-70001", List.of("ANN"), List.of(), null, List.of(ofOrder)), TODAY);
        matching.learn(new KnownName(NUMBER, "Y-70001", List.of("ANN"), asked, null, List.of(ofNumber)), TODAY);
        PaymentReceived payment = new PaymentReceived(
                "f", null, TODAY, "P", null, Money.of("80.00"), Method.TRANSFER, "Y-70001 " + NUMBER);

        assertThat(matching.take(payment, TODAY)).hasSize(sent);
    }

    private static String text(Step.Result result) {
        PaymentReceived sent = (PaymentReceived) ((Step.Sent) result).fact();
        return sent.orderId() + " as " + sent.payerId();
    }

    private static String text(Suspended waits) {
        String proposed =
                waits.proposals().stream().map(one -> ", " + one.name()).collect(Collectors.joining());
        return "waits" + proposed
                + (waits.shadow() == null
                        ? ""
                        : ", " + waits.shadow().rule() + " would: "
                                + waits.shadow().orderId() + " as "
                                + waits.shadow().payerId());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"PROPOSES, 1", "SHADOW, 0", "OFF, 0"})
    @DisplayName("holds reminders where it proposes, and nobody's in shadow")
    void holdsReminders(RuleMode mode, int held) {
        learn(MatchingRule.NUMBER, mode);
        matching.take(
                new PaymentReceived("f", null, TODAY, "P", null, Money.of("80.00"), Method.TRANSFER, NUMBER), TODAY);

        assertThat(matching.close(TODAY)).hasSize(held).allMatch(Step.RemindersHeld.class::isInstance);
    }
}
