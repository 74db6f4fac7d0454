package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AccountMark;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ANN ordered Y-1001 and Y-1002, BOB Z-1003. */
@DisplayName("An account that money came from")
class AccountMemoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final String ACCOUNT = AccountMark.of("2606", "A".repeat(22)).written();
    private static final String OTHER = AccountMark.of("2606", "B".repeat(22)).written();

    private InMemory matching = new InMemory();

    @BeforeEach
    void know() {
        matching = new InMemory();
        order("Y-1001", "ANN");
        order("Y-1002", "ANN");
        order("Z-1003", "BOB");
    }

    private void order(String order, String payer) {
        matching.learn(new KnownName(order, order, List.of(payer)), TODAY);
        matching.learn(new KnownName(KnownName.keyOfPayer(payer) + "\u0001" + order, order, List.of()), TODAY);
    }

    private static PaymentReceived paid(String id, String text, String account) {
        return new PaymentReceived(id, null, TODAY, id, null, Money.of("10.00"), Method.TRANSFER, text)
                .fromAccount(account);
    }

    private static PaymentApplied decided(String id, String payment, @Nullable String replaces, String... orders) {
        List<PaymentPart> parts = new ArrayList<>();
        for (String order : orders) {
            parts.add(new PaymentPart(order, null, parts.isEmpty() ? null : Money.of("4.00"), null));
        }
        return new PaymentApplied(id, TODAY, payment, parts, null, "eve", replaces);
    }

    private List<Step.Result> take(PaymentFact fact) {
        return matching.take(fact, TODAY);
    }

    /** Whose reminders are held for money from an account of which nothing else is known. */
    private String asked(String account) {
        take(paid("ASKING", "MERCI", account));
        List<Step.Result> held = matching.close(TODAY);
        return held.stream()
                .map(step ->
                        step instanceof Step.RemindersHeld(DunningHeld one) ? one.payerId() + " " + one.orderId() : "")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    @DisplayName("is one of nobody at first, and of whom a written name has put to his order")
    void isOfWhomAWrittenNameHasPutToHisOrder() {
        take(paid("P", "Y-1001", ACCOUNT));

        assertThat(asked(ACCOUNT)).isEqualTo("ANN Y-1001, ANN Y-1002");
        assertThat(matching.leads(new OpenOrders(List.of()))).containsKey("ASKING");
    }

    @Test
    @DisplayName("is of whom a person has put to his order, and another account with the same last letters is not")
    void isOfWhomAPersonHasPutToHisOrder() {
        take(paid("P", "MERCI", ACCOUNT));
        take(decided("d", "P", null, "Z-1003"));

        assertThat(asked(OTHER)).isEmpty();
        know();
        take(paid("P", "MERCI", ACCOUNT));
        take(decided("d", "P", null, "Z-1003"));
        assertThat(asked(ACCOUNT)).isEqualTo("BOB Z-1003");
    }

    @Test
    @DisplayName("never puts money to an order, whatever it is called")
    void neverPutsMoneyToAnOrder() {
        take(paid("P", "Y-1001", ACCOUNT));

        assertThat(take(paid("Q", "MERCI", ACCOUNT))).isEmpty();
        assertThat(matching.suspense()).hasSize(1);
    }

    @Test
    @DisplayName("says nothing where it paid for two, in one payment too")
    void saysNothingWhereItPaidForTwo() {
        take(paid("P", "Y-1001", ACCOUNT));
        take(paid("Q", "Z-1003", ACCOUNT));
        assertThat(asked(ACCOUNT)).isEmpty();

        know();
        take(paid("P", "MERCI", ACCOUNT));
        take(decided("d", "P", null, "Y-1001", "Z-1003"));
        assertThat(asked(ACCOUNT)).isEmpty();
    }

    @Test
    @DisplayName("is forgotten where what it was learned from leaves its order, and learned where that goes")
    void isForgottenWhereThatLeavesItsOrder() {
        take(paid("P", "Y-1001", ACCOUNT));
        take(decided("d", "P", null, "Z-1003"));
        assertThat(asked(ACCOUNT)).isEqualTo("BOB Z-1003");

        take(decided("e", "P", "d"));
        assertThat(matching.close(TODAY))
                .extracting(AccountMemoryTest::released)
                .containsExactly("BOB Z-1003");
    }

    private static String released(Step.Result step) {
        return step instanceof Step.RemindersHeld(DunningReleased one) ? one.payerId() + " " + one.orderId() : "";
    }

    @Test
    @DisplayName("is forgotten where the money has come back")
    void isForgottenWhereTheMoneyHasComeBack() {
        take(paid("P", "Y-1001", ACCOUNT));
        take(new PaymentReturned("r", null, TODAY, "P", "AC04"));

        assertThat(asked(ACCOUNT)).isEmpty();
    }

    @Test
    @DisplayName("learned while money waits, holds for it, and for nobody any more once it paid for another")
    void isLearnedWhileMoneyWaits() {
        assertThat(asked(ACCOUNT)).isEmpty();
        take(paid("P", "Y-1001", ACCOUNT));
        assertThat(matching.close(TODAY))
                .hasSize(2)
                .allMatch(step -> released(step).isEmpty());

        take(paid("Q", "Z-1003", ACCOUNT));
        assertThat(matching.close(TODAY))
                .extracting(AccountMemoryTest::released)
                .containsExactlyInAnyOrder("ANN Y-1001", "ANN Y-1002");
    }

    @Test
    @DisplayName("goes with its payment to no order")
    void goesWithItsPaymentToNoOrder() {
        List<Step.Result> said = new ArrayList<>(take(paid("P", "Y-1001", ACCOUNT)));
        said.addAll(take(decided("d", "P", null, "Z-1003")));

        assertThat(said)
                .filteredOn(step -> step instanceof Step.Sent || step instanceof Step.Placed)
                .hasSize(2)
                .extracting(step -> step instanceof Step.Sent(PaymentFact fact) ? fact : ((Step.Placed) step).fact())
                .allMatch(fact -> ((PaymentReceived) fact).senderAccount() == null);
    }

    @Test
    @DisplayName("is forgotten as one that paid for somebody who is erased")
    void isForgottenAsOneThatPaidForSomebodyErased() {
        KnownName ofAnn = KnownName.ofAccount(ACCOUNT, "2026-03-10/P", List.of("ANN"));
        KnownName ofBob = KnownName.ofAccount(ACCOUNT, "2026-03-10/Q", List.of("BOB"));

        assertThat(AccountMemory.without(List.of(ofAnn, ofBob), "ANN")).containsExactly(ofBob);
        assertThat(AccountMemory.isOf(ofAnn.key(), List.of(ofAnn, ofBob), "BOB"))
                .isTrue();
        assertThat(AccountMemory.isOf(ofAnn.key(), List.of(ofAnn), "BOB")).isFalse();
    }

    @Test
    @DisplayName("does not lead to somebody erased again, by what was paid before or since")
    void doesNotLeadToSomebodyErasedAgain() {
        take(paid("P", "Y-1001", ACCOUNT));
        assertThat(asked(ACCOUNT)).isEqualTo("ANN Y-1001, ANN Y-1002");
        matching.forget("ANN", TODAY);
        assertThat(matching.close(TODAY))
                .extracting(AccountMemoryTest::released)
                .containsExactlyInAnyOrder("ANN Y-1001", "ANN Y-1002");

        take(decided("d", "P", null));
        take(decided("e", "P", "d", "Y-1001"));
        take(paid("Q", "Y-1002", ACCOUNT));
        assertThat(asked(ACCOUNT)).isEmpty();

        take(decided("f", "P", "e", "Z-1003"));
        assertThat(matching.close(TODAY))
                .singleElement()
                .matches(step -> step instanceof Step.RemindersHeld(DunningHeld one) && "BOB".equals(one.payerId()));
    }

    @Test
    @DisplayName("heard again under another master key, or under none, is no contradiction")
    void heardAgainUnderAnotherMasterKeyIsNoContradiction() {
        take(paid("P", "MERCI", ACCOUNT));

        assertThat(take(paid("P", "MERCI", OTHER))).isEmpty();
        assertThat(take(paid("P", "MERCI", ACCOUNT).fromAccount(null))).isEmpty();
    }

    /** Also where there is more than is remembered. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("is remembered alike in whatever order its payments come")
    void isRememberedAlikeInWhateverOrderItsPaymentsCome(long seed) {
        Random chance = new Random(seed);
        List<List<KnownName>> heard = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            String payment = TODAY.plusDays(chance.nextInt(30)) + "/P" + n;
            KnownName first = KnownName.ofAccount(ACCOUNT, payment, List.of(n % 7 == 0 ? "BOB" : "ANN"));
            heard.add(
                    chance.nextBoolean()
                            ? List.of(first)
                            : List.of(first, KnownName.ofAccount(ACCOUNT, payment, List.of())));
        }
        List<KnownName> known = remembered(heard);
        Collections.shuffle(heard, chance);

        assertThat(known).hasSize(AccountMemory.MOST);
        assertThat(remembered(heard)).isEqualTo(known);
    }

    private static List<KnownName> remembered(List<List<KnownName>> heard) {
        List<KnownName> known = List.of();
        for (List<KnownName> ofAPayment : heard) {
            for (KnownName name : ofAPayment) {
                known = AccountMemory.with(known, name);
            }
        }
        return known;
    }
}
