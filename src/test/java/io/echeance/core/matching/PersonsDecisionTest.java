package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A person decides where a payment of 100.00 goes. ANN owes Y-1001 and Y-1002; of Z-1003 BOB and the funder OPCO owe
 * something.
 */
class PersonsDecisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final InMemory matching = new InMemory();
    /** By order: what it has, by the fact that brought it. */
    private final Map<String, Map<String, PaymentReceived>> orders = new TreeMap<>();

    private final Set<String> returns = new HashSet<>();
    private final List<String> others = new ArrayList<>();

    @BeforeEach
    void know() {
        learn("Y-1001", "ANN");
        learn("Y-1002", "ANN");
        learn("Z-1003", "BOB", "OPCO");
    }

    private void learn(String order, String... payers) {
        note(matching.learn(new KnownName(order, order, List.of(payers)), TODAY));
    }

    private void take(PaymentFact fact) {
        note(matching.take(fact, TODAY));
    }

    private void note(List<Step.Result> results) {
        for (Step.Result result : results) {
            switch (result) {
                case Step.Sent(PaymentFact fact) -> note(fact);
                case Step.Placed(PaymentFact fact, PaymentFact source) -> note(fact);
                case Step.RemindersHeld(var fact) -> {
                    // Of these speaks WaitingMoneyTest.
                }
                case Step.Withdrawn(var fact) ->
                    assertThat(of(fact.orderId()).remove(fact.received()) != null || returns.remove(fact.received()))
                            .as("it is there")
                            .isTrue();
                case Step.Decided decided ->
                    assertThat(decided.outcome().addsUp()).isTrue();
                case Step.Refused refused ->
                    others.add(refused.fact().factId() + " " + refused.refusal().reason());
            }
        }
    }

    private void note(PaymentFact fact) {
        if (fact instanceof PaymentReceived part) {
            assertThat(of(String.valueOf(part.orderId())).put(part.factId(), part))
                    .isNull();
        } else {
            assertThat(returns.add(fact.factId())).as("once").isTrue();
            String id = fact.factId().replaceFirst("#[0-9a-f]{32}$", "");
            others.add(id + " takes " + fact.movementId() + " back from " + fact.orderId());
        }
    }

    private Map<String, PaymentReceived> of(String order) {
        return orders.computeIfAbsent(order, none -> new TreeMap<>());
    }

    /** Of each order, what it has and as whose. */
    private String placed() {
        return orders.entrySet().stream()
                .flatMap(order -> order.getValue().values().stream()
                        .map(part ->
                                order.getKey() + " " + part.paymentId() + " " + part.payerId() + " " + part.amount()))
                .collect(Collectors.joining(", "));
    }

    /** What waits, and what is set aside. */
    private String suspense() {
        return matching.suspense().stream()
                .map(waiting -> waiting.setAside() == null
                        ? waiting.fact().movementId() + " waits"
                        : waiting.fact().movementId() + " " + waiting.setAside().amount() + " aside")
                .collect(Collectors.joining(", "));
    }

    private void received(@Nullable String reference) {
        take(new PaymentReceived("f", null, TODAY, "P", null, Money.of("100.00"), Method.TRANSFER, reference));
    }

    private void decide(String id, @Nullable String replaces, @Nullable SetAside aside, PaymentPart... parts) {
        take(new PaymentApplied(id, TODAY, "P", List.of(parts), aside, "eve", replaces));
    }

    private static PaymentPart part(String order, @Nullable String amount) {
        return new PaymentPart(order, null, amount == null ? null : Money.of(amount), null);
    }

    private static SetAside aside(String amount) {
        return new SetAside(Money.of(amount), SetAside.Why.TO_CLARIFY);
    }

    @Test
    void aProposalIsConfirmedUnderTheSamePaymentId() {
        received("MERCI");
        assertThat(suspense()).isEqualTo("P waits");

        decide("d1", null, null, part("Y-1001", null));
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
        assertThat(suspense()).isEmpty();

        learn("MERCI", "ANN"); // what its text names becomes known: nothing happens any more
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
    }

    @Test
    void aPaymentIsDividedAndOneOrderMayHaveTwoPartsOfIt() {
        received("MERCI");
        decide(
                "d1",
                null,
                null,
                part("Y-1001", "30.00"),
                new PaymentPart("Z-1003", "OPCO", Money.of("45.00"), null),
                part("Z-1003", null));

        assertThat(placed()).isEqualTo("Y-1001 P#1 ANN 30.00, Z-1003 P#2 OPCO 45.00, Z-1003 P#3 BOB 25.00");
    }

    @Test
    void whatARuleDidIsPutRight() {
        received("Y-1001");
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");

        decide("d1", null, null, part("Y-1002", null));
        assertThat(placed()).isEqualTo("Y-1002 P ANN 100.00");
        decide("d2", "d1", null, part("Y-1001", null));
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
    }

    /** The other leaves, though one like it stays. */
    @Test
    void ofTwoEqualPartsOneStaysWhereOneIsWanted() {
        received("MERCI");
        decide("d1", null, aside("40.00"), part("Z-1003", "30.00"), part("Z-1003", null));
        decide("d2", "d1", null, part("Z-1003", "30.00"), part("Y-1002", null));

        assertThat(placed()).isEqualTo("Y-1002 P#2 ANN 70.00, Z-1003 P#1 BOB 30.00");
    }

    @Test
    void aPartThatStaysKeepsItsId() {
        received("MERCI");
        decide("d1", null, null, part("Y-1001", "30.00"), part("Y-1002", "70.00"));
        decide("d2", "d1", null, part("Z-1003", "30.00"), part("Y-1002", "70.00"));

        assertThat(placed()).isEqualTo("Y-1002 P#2 ANN 70.00, Z-1003 P#1 BOB 30.00");
        assertThat(of("Y-1002").keySet()).allMatch(id -> id.startsWith("d1#") && id.endsWith("#2"));
    }

    @Test
    void someOfItIsSetAside() {
        received("MERCI");
        decide("d1", null, aside("40.00"), part("Y-1001", null));
        assertThat(placed()).isEqualTo("Y-1001 P#1 ANN 60.00");
        assertThat(suspense()).isEqualTo("P 40.00 aside");
        assertThat(matching.announce(TODAY.plusDays(40))).isEmpty();

        decide("d2", "d1", null, part("Y-1001", "60.00"), part("Y-1002", null));
        assertThat(placed()).isEqualTo("Y-1001 P#1 ANN 60.00, Y-1002 P#2 ANN 40.00");
        assertThat(suspense()).isEmpty();
    }

    @Test
    void aDecisionIsUndoneAndNoRuleActsAfterIt() {
        received("Y-1001");
        decide("d1", null, null);
        assertThat(placed()).isEmpty();
        assertThat(suspense()).isEqualTo("P waits");
        assertThat(matching.suspense().getFirst().proposals())
                .extracting(proposal -> proposal.name())
                .containsExactly("Y-1001");
        assertThat(matching.announce(TODAY.plusDays(4))).hasSize(1);

        decide("d2", "d1", aside("100.00"));
        assertThat(suspense()).isEqualTo("P 100.00 aside");
        decide("d3", "d2", null);
        assertThat(suspense()).isEqualTo("P waits");
    }

    @Test
    void theSameAgainIsNothingNew() {
        received("MERCI");
        decide("d1", null, null, part("Y-1001", null));
        decide("d1", null, null, part("Y-1001", null));
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
        assertThat(others).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        decide("d0", null, null, part("Y-1001", null));
        received("Y-1001");
        decide("d1", null, null, part("Y-1002", "99.99"));
        decide("d2", null, null, part("Y-1002", "100.00"), part("Y-1001", null));
        decide("d3", null, null, part("Y-1002", null), part("Y-1001", null));
        decide("d4", null, null, part("Y-9", null));
        note(matching.close(TODAY));
        decide("d5", null, null, new PaymentPart("Y-1002", "OPCO", null, null));
        decide("d6", "d5", null, part("Y-1002", null));
        decide("d7", null, aside("0.00"), part("Y-1002", null));
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
        decide("d8", null, null, part("Y-1001", null));
        decide("d9", null, null, part("Y-1002", null));

        assertThat(others)
                .containsExactly(
                        "d0 UNKNOWN_PAYMENT",
                        "d1 DOES_NOT_ADD_UP",
                        "d2 DOES_NOT_ADD_UP",
                        "d3 DOES_NOT_ADD_UP",
                        "d4 UNKNOWN_ORDER",
                        "d5 UNKNOWN_PAYER",
                        "d6 CONTRADICTS_EARLIER_FACT",
                        "d7 AMOUNT_NOT_POSITIVE",
                        "d9 CONTRADICTS_EARLIER_FACT");
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
    }

    @Test
    void aReturnFollowsTheParts() {
        received("MERCI");
        decide("d1", null, null, part("Y-1001", "30.00"), part("Y-1002", "70.00"));
        take(new PaymentReturned("r", null, TODAY, "P", "AM04"));
        decide("d2", "d1", null, part("Y-1001", "30.00"), part("Z-1003", "70.00"));
        decide("d3", "d2", null, part("Y-1002", null));

        assertThat(others)
                .containsExactly(
                        "r takes P#1 back from Y-1001",
                        "r takes P#2 back from Y-1002",
                        "r takes P#2 back from Z-1003",
                        "r takes P back from Y-1002");
    }

    @Test
    void aReturnThatWaitedGoesAlong() {
        received("MERCI");
        take(new PaymentReturned("r", null, TODAY, "P", "AM04"));
        assertThat(suspense()).isEmpty();
        decide("d1", null, null, part("Y-1001", null));

        assertThat(others).containsExactly("r takes P back from Y-1001");
        assertThat(placed()).isEqualTo("Y-1001 P ANN 100.00");
        assertThat(suspense()).isEmpty();
    }
}
