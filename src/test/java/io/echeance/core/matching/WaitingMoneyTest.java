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
import java.util.stream.Stream;
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

    /** What is said at the end of a day. */
    private String close(LocalDate day) {
        return text(matching.close(day));
    }

    /** Nothing is said when it comes, but at the end of the day. */
    private String waits(PaymentFact fact) {
        assertThat(take(fact, TODAY)).isEmpty();
        return close(TODAY);
    }

    private List<Step.Result> held(PaymentFact fact) {
        matching.take(fact, TODAY);
        return matching.close(TODAY);
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
        assertThat(Stream.of(take(paid(payer, reference), TODAY), close(TODAY)).filter(said -> !said.isEmpty()))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
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

        assertThat(waits(paid("ANN", "MERCI"))).isEqualTo("holds ANN of Y-1001 until 2026-03-17");
        assertThat(order("Y-1002", "ANN")).isEmpty();
        assertThat(order("Z-1004", "BOB")).isEmpty();
        assertThat(close(TODAY)).isEqualTo("holds ANN of Y-1002 until 2026-03-17");
        assertThat(take(decided(null, new PaymentPart("Y-1001", null, null, null)), TODAY.plusDays(1)))
                .isEqualTo("Placed, releases ANN of Y-1001, releases ANN of Y-1002, Decided");
    }

    @Test
    @DisplayName("are no longer those once something is proposed, nor after five working days")
    void areNoLongerThoseOnceSomethingIsProposed() {
        order("Y-1001", "ANN");
        order("Y-1002", "ANN");
        waits(paid("ANN", "facture 2026/43"));
        learn("hexagone-2026-000043", "Y-1002", "ANN");

        assertThat(close(TODAY.plusDays(1))).isEqualTo("releases ANN of Y-1001");
        order("Y-1009", "ANN");
        assertThat(close(LocalDate.of(2026, 3, 17))).isEmpty();
    }

    @Test
    @DisplayName("are of ten orders at most, and of none where the sender names an order that is not there yet")
    void areOfTenOrdersAtMost() {
        for (int n = 10; n < 30; n++) {
            order("Y-" + n, "ANN");
        }
        assertThat(waits(paid("ANN", "MERCI")).split(", ")).hasSize(10).allMatch(hold -> hold.contains("Y-2"));
        order("Y-30", "ANN");
        assertThat(close(TODAY.plusDays(1))).isEqualTo("releases ANN of Y-20, holds ANN of Y-30 until 2026-03-17");
        PaymentReceived named =
                new PaymentReceived("Q", "Y-99", TODAY, "Q", "ANN", Money.of("10.00"), Method.TRANSFER, null);
        assertThat(waits(named)).isEmpty();
    }

    /** Else a person's hold of the same name would be ended with it, or end it. */
    @Test
    void haveIdsThatNobodyElseMayGive() {
        DunningHeld held = held(paid("ANN", "facture 2026/42")).stream()
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
        waits(paid(null, "facture 2026/42"));

        assertThat(take(decided(null, new PaymentPart("Y-1001", null, null, null)), TODAY.plusDays(1)))
                .isEqualTo("Placed, releases CY of X-1004, releases ANN of Y-1001, Decided");
    }

    @Test
    void untilItIsSetAside() {
        waits(paid("DON", "CDE Y-1002"));

        assertThat(take(decided(new SetAside(Money.of("10.00"), SetAside.Why.SENT_BACK)), TODAY))
                .isEqualTo("releases ANN of Y-1002, Decided");
    }

    @Test
    void untilItHasComeBack() {
        waits(paid("ANN", "facture 2026/42"));

        assertThat(take(new PaymentReturned("r", null, TODAY, "P", null), TODAY))
                .isEqualTo("releases ANN of Y-1001");
    }

    @Test
    void asSoonAsWhatItNamesIsKnownButNotAfterFiveWorkingDays() {
        waits(paid(null, "facture 2026/43"));

        learn("technolowgic-2026-000043", "Y-1002", "ANN");
        assertThat(close(LocalDate.of(2026, 3, 16))).isEqualTo("holds ANN of Y-1002 until 2026-03-17");
        learn("hexagone-2026-000043", "X-1004", "CY");
        assertThat(close(LocalDate.of(2026, 3, 17))).isEmpty();
        assertThat(matching.suspense().getFirst().proposals()).hasSize(2);
    }

    @Test
    void noLongerWhenSomethingBetterIsProposed() {
        waits(paid(null, "facture 2026/43 technolowgic-2026-000044"));
        learn("hexagone-2026-000043", "X-1004", "CY");
        assertThat(close(TODAY)).isEqualTo("holds CY of X-1004 until 2026-03-17");
        learn("technolowgic-2026-000044", "Y-1002", "ANN");

        assertThat(close(TODAY.plusDays(1))).isEqualTo("releases CY of X-1004, holds ANN of Y-1002 until 2026-03-17");
    }

    @Test
    @DisplayName("are held anew, by another name, where they were released and it is proposed for them after all")
    void areHeldAnewByAnotherName() {
        order("Y-1001", "ANN");
        DunningHeld first = onlyHold(held(paid("ANN", "facture 2026/43")));
        learn("hexagone-2026-000043", "Y-1002", "ANN");
        close(TODAY.plusDays(1));
        learn("technolowgic-2026-000043", "Y-1001", "ANN");
        DunningHeld second = onlyHold(matching.close(TODAY.plusDays(2)));

        assertThat(second.orderId()).isEqualTo(first.orderId());
        assertThat(second.until()).isEqualTo(first.until());
        assertThat(second.holdId()).isNotEqualTo(first.holdId());
    }

    private static DunningHeld onlyHold(List<Step.Result> results) {
        return (DunningHeld) ((Step.RemindersHeld) results.getFirst()).fact();
    }

    @Test
    void asBeforeWhenAPersonPutsItBack() {
        waits(paid(null, "facture 2026/42"));

        assertThat(take(decided(null), TODAY)).isEqualTo("Decided");
        assertThat(learn("hexagone-2026-000042", "Y-1002", "ANN")).isEmpty();
        assertThat(close(TODAY)).isEmpty();
    }

    @Test
    @DisplayName("are nobody's where it has found its order by the end of its day, though it came before that")
    void areNobodysWhereItHasFoundItsOrderByTheEndOfItsDay() {
        order("Y-1001", "ANN");

        assertThat(take(paid("ANN", "technolowgic-2026-000050"), TODAY)).isEmpty();
        assertThat(learn("technolowgic-2026-000050", "Y-1002", "ANN")).isEqualTo("goes to Y-1002");
        assertThat(close(TODAY)).isEmpty();
    }
}
