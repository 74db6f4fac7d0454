package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.admission.Admission;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whose reminders are held back while money waits. ANN owes Y-1001 and Y-1002; of Z-1003 BOB and the funder OPCO owe
 * something; technolowgic-2026-000042 is asked of ANN for Y-1001, alegria-2026-000042 of CY for X-1004.
 */
class WaitingMoneyTest {

    /** A Tuesday: five working days later it is Tuesday the 17th. */
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final InMemory matching = new InMemory();

    @BeforeEach
    void know() {
        learn("Y-1001", "Y-1001", "ANN");
        learn("Y-1002", "Y-1002", "ANN");
        learn("Z-1003", "Z-1003", "BOB", "OPCO");
        learn("technolowgic-2026-000042", "Y-1001", "ANN");
        learn("alegria-2026-000042", "X-1004", "CY");
    }

    private String learn(String name, String order, String... payers) {
        return text(matching.learn(new KnownName(name, order, List.of(payers)), TODAY));
    }

    private String take(PaymentFact fact, LocalDate today) {
        return text(matching.take(fact, today));
    }

    private static PaymentReceived paid(@Nullable String payer, String reference) {
        return new PaymentReceived("P", null, TODAY, "P", payer, Money.of("10.00"), Method.TRANSFER, reference);
    }

    private static PaymentApplied decided(@Nullable SetAside aside, PaymentPart... parts) {
        return new PaymentApplied("d", TODAY, "P", List.of(parts), aside, "eve", null);
    }

    private static String text(List<Step.Result> results) {
        return results.stream().map(WaitingMoneyTest::text).collect(Collectors.joining(", "));
    }

    private static String text(Step.Result result) {
        if (result instanceof Step.RemindersHeld(DunningHeld held)) {
            return "holds %s of %s until %s".formatted(held.payerId(), held.orderId(), held.until());
        }
        if (result instanceof Step.RemindersHeld(DunningReleased released)) {
            return "releases %s of %s".formatted(released.payerId(), released.orderId());
        }
        return result instanceof Step.Sent sent
                ? "goes to " + sent.fact().orderId()
                : result.getClass().getSimpleName();
    }

    @ParameterizedTest(name = "by {0}, \"{1}\": {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|technolowgic-2026-000042|goes to Y-1001",
                "-|facture 2026/42|holds CY of X-1004 until 2026-03-17, holds ANN of Y-1001 until 2026-03-17",
                "ANN|facture 2026/42|holds ANN of Y-1001 until 2026-03-17",
                "-|Z-1003|holds BOB of Z-1003 until 2026-03-17, holds OPCO of Z-1003 until 2026-03-17",
                "ANN|Y-1001 et Y-1002|holds ANN of Y-1001 until 2026-03-17, holds ANN of Y-1002 until 2026-03-17",
                "DON|CDE Y-1002|holds ANN of Y-1002 until 2026-03-17", // another pays her debt?
                "-|MERCI|''",
            })
    void areThoseForWhoseDebtsItIsProposed(@Nullable String payer, String reference, String expected) {
        assertThat(take(paid(payer, reference), TODAY)).isEqualTo(expected);
    }

    private String order(String order, String payer) {
        String name = KnownName.keyOfPayer(payer) + "\u0001" + order;
        return text(matching.learn(new KnownName(name, order, List.of()), TODAY));
    }

    @Test
    @DisplayName("are those of all that the payer ordered where nothing is proposed, known before it and after")
    void areThoseOfAllThatThePayerOrdered() {
        order("Y-1001", "ANN");
        order("Z-1003", "BOB");

        assertThat(take(paid("ANN", "MERCI"), TODAY)).isEqualTo("holds ANN of Y-1001 until 2026-03-17");
        assertThat(order("Y-1002", "ANN")).isEqualTo("holds ANN of Y-1002 until 2026-03-17");
        assertThat(order("Z-1004", "BOB")).isEmpty();
        assertThat(take(decided(null, new PaymentPart("Y-1001", null, null, null)), TODAY.plusDays(1)))
                .isEqualTo("Placed, releases ANN of Y-1001, releases ANN of Y-1002, Decided");
    }

    @Test
    @DisplayName("are no longer those once something is proposed, nor after five working days")
    void areNoLongerThoseOnceSomethingIsProposed() {
        order("Y-1001", "ANN");
        order("Y-1002", "ANN");
        take(paid("ANN", "facture 2026/43"), TODAY);

        assertThat(learn("hexagone-2026-000043", "Y-1002", "ANN")).isEqualTo("releases ANN of Y-1001");
        assertThat(text(matching.learn(
                        new KnownName(KnownName.keyOfPayer("ANN") + "\u0001Y-1009", "Y-1009", List.of()),
                        LocalDate.of(2026, 3, 18))))
                .isEmpty();
    }

    @Test
    @DisplayName("are of ten orders at most, and of none where the sender names an order that is not there yet")
    void areOfTenOrdersAtMost() {
        for (int n = 10; n < 30; n++) {
            order("Y-" + n, "ANN");
        }
        assertThat(take(paid("ANN", "MERCI"), TODAY).split(", ")).hasSize(10).allMatch(hold -> hold.contains("Y-2"));
        PaymentReceived named =
                new PaymentReceived("Q", "Y-99", TODAY, "Q", "ANN", Money.of("10.00"), Method.TRANSFER, null);
        assertThat(take(named, TODAY)).isEmpty();
    }

    /** Else a person's hold of the same name would be ended with it, or end it. */
    @Test
    void haveIdsThatNobodyElseMayGive() {
        DunningHeld held = matching.take(paid("ANN", "facture 2026/42"), TODAY).stream()
                .map(Step.RemindersHeld.class::cast)
                .map(step -> (DunningHeld) step.fact())
                .findFirst()
                .orElseThrow();
        DunningHeld persons = new DunningHeld(
                "x", held.orderId(), TODAY, held.holdId(), held.payerId(), HoldReason.OTHER, null, null);
        DunningReleased release =
                new DunningReleased("y", held.orderId(), TODAY, held.holdId(), held.payerId(), "he asks for it");

        assertThat(Admission.atTheDoor(held)).isNotNull();
        assertThat(Admission.atTheDoor(persons)).isNotNull();
        assertThat(Admission.atTheDoor(release)).isNull();
    }

    @Test
    void untilItHasItsOrder() {
        take(paid(null, "facture 2026/42"), TODAY);

        assertThat(take(decided(null, new PaymentPart("Y-1001", null, null, null)), TODAY.plusDays(1)))
                .isEqualTo("Placed, releases CY of X-1004, releases ANN of Y-1001, Decided");
    }

    @Test
    void untilItIsSetAside() {
        take(paid("DON", "CDE Y-1002"), TODAY);

        assertThat(take(decided(new SetAside(Money.of("10.00"), SetAside.Why.SENT_BACK)), TODAY))
                .isEqualTo("releases ANN of Y-1002, Decided");
    }

    @Test
    void untilItHasComeBack() {
        take(paid("ANN", "facture 2026/42"), TODAY);

        assertThat(take(new PaymentReturned("r", null, TODAY, "P", null), TODAY))
                .isEqualTo("releases ANN of Y-1001");
    }

    @Test
    void asSoonAsWhatItNamesIsKnownButNotAfterFiveWorkingDays() {
        take(paid(null, "facture 2026/43"), TODAY);

        assertThat(learn("technolowgic-2026-000043", "Y-1002", "ANN"))
                .isEqualTo("holds ANN of Y-1002 until 2026-03-17");
        assertThat(text(matching.learn(
                        new KnownName("hexagone-2026-000043", "X-1004", List.of("CY")), LocalDate.of(2026, 3, 18))))
                .isEmpty();
        assertThat(matching.suspense().getFirst().proposals()).hasSize(2);
    }

    @Test
    void noLongerWhenSomethingBetterIsProposed() {
        take(paid(null, "facture 2026/43 technolowgic-2026-000044"), TODAY);
        learn("hexagone-2026-000043", "X-1004", "CY");

        assertThat(learn("technolowgic-2026-000044", "Y-1002", "ANN"))
                .isEqualTo("releases CY of X-1004, holds ANN of Y-1002 until 2026-03-17");
    }

    @Test
    void asBeforeWhenAPersonPutsItBack() {
        take(paid(null, "facture 2026/42"), TODAY);

        assertThat(take(decided(null), TODAY)).isEqualTo("Decided");
        assertThat(learn("hexagone-2026-000042", "Y-1002", "ANN")).isEmpty();
    }
}
