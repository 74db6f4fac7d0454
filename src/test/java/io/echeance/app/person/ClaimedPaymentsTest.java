package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.echeance.app.terminal.WorkFailed;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.SuspenseEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment that is said to be of a person who is erased")
class ClaimedPaymentsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    private static final Set<String> ORDERS_OF_HAL = Set.of("O-HAL");

    private final ClaimedPayments claims = new ClaimedPayments("HAL", Set.of("P"));

    private static PaymentReceived payment(String fact, String id, @Nullable String order, @Nullable String payer) {
        return new PaymentReceived(fact, order, DAY, id, payer, Money.of("10.00"), Method.TRANSFER, null);
    }

    private static SuspenseEntry aside(PaymentFact fact) {
        SetAside why = new SetAside(Money.of("10.00"), SetAside.Why.TO_CLARIFY);
        return new SuspenseEntry(null, fact, DAY, false, null, List.of(), why, false);
    }

    private void require(SuspenseEntry... waiting) {
        UnplacedMoney unplaced = new UnplacedMoney(claims);
        for (SuspenseEntry entry : waiting) {
            unplaced.hear(entry.fact().factId(), entry);
        }
        claims.require(unplaced.all(), ORDERS_OF_HAL, Language.EN);
    }

    private List<String> refused(SuspenseEntry... waiting) {
        WorkFailed failed = catchThrowableOfType(WorkFailed.class, () -> require(waiting));
        assertThat(failed).as("it is refused").isNotNull();
        assertThat(failed.lines().getFirst()).startsWith("nothing was erased");
        return failed.lines();
    }

    private void taken(SuspenseEntry... waiting) {
        assertThatCode(() -> require(waiting)).doesNotThrowAnyException();
    }

    @Test
    @DisplayName("is refused where nobody knows it, with its id: a slip of the pen would leave the words standing")
    void unknown() {
        assertThat(refused(aside(payment("f", "P-2", null, null)))).contains("  P: there is no such payment");
    }

    @Test
    @DisplayName("is refused where it names another payer, be it on an order or set aside")
    void ofAnotherPayer() {
        claims.hear(payment("f", "P", "O-HAL", "IVY"));
        assertThat(refused()).contains("  P: it names IVY as its payer");
        claims.hear(new PaymentWithdrawn("w", "O-HAL", DAY, "P", "f"));
        assertThat(refused(aside(payment("f", "P", null, "IVY")))).contains("  P: it names IVY as its payer");
    }

    @Test
    @DisplayName("is refused where it lies on another's order, whole, in part or as what came back")
    void onAnothersOrder() {
        claims.hear(payment("f", "P", "O-IVY", null));
        assertThat(refused()).contains("  P: it is on O-IVY, which is somebody else's order");

        claims.hear(new PaymentWithdrawn("w", "O-IVY", DAY, "P", "f"));
        claims.hear(payment("f#1", "P#1", "O-JIM", null));
        assertThat(refused(aside(payment("f", "P", null, null))))
                .contains("  P: it is on O-JIM, which is somebody else's order");

        claims.hear(new PaymentWithdrawn("w2", "O-JIM", DAY, "P#1", "f#1"));
        claims.hear(new PaymentReturned("r", "O-KIM", DAY, "P", null));
        assertThat(refused()).contains("  P: it is on O-KIM, which is somebody else's order");
    }

    @Test
    @DisplayName("is refused while a decision waits for a second person that gives it to another's order")
    void goingToAnothersOrder() {
        PaymentApplied decision = new PaymentApplied(
                "d", DAY, "P", List.of(new PaymentPart("O-IVY", null, null, null)), null, null, null);
        assertThat(refused(aside(payment("f", "P", null, null)), aside(decision)))
                .contains("  P: it is on O-IVY, which is somebody else's order");
    }

    @Test
    @DisplayName("is taken where it waits or is set aside and names nobody, wherever it lay before")
    void namesNobody() {
        taken(aside(payment("f", "P", "O-typed-wrong", null)));
        taken(aside(new PaymentReturned("r", null, DAY, "P", "unknown")));
        claims.hear(payment("f", "P", "O-IVY", null));
        claims.hear(new PaymentWithdrawn("w", "O-IVY", DAY, "P", "f"));
        taken(aside(payment("f", "P", null, null)));
    }

    @Test
    @DisplayName("is taken where it is the person's: on an order of that person, or with that payer's name")
    void isTheirs() {
        claims.hear(payment("f", "P", "O-HAL", null));
        claims.hear(payment("f#2", "P#2", "O-IVY", "HAL"));
        taken();
    }

    @Test
    @DisplayName(
            "is refused as a sum of which a part waits that names another payer, and is open with parts of nobody's")
    void aSumOfParts() {
        assertThat(refused(aside(payment("f#1", "P#1", null, "IVY")))).contains("  P: it names IVY as its payer");
        assertThat(claims.isIts(payment("f#2", "P#2", null, null))).isTrue();
        assertThat(new ClaimedPayments("HAL", Set.of("P#2")).isIts(payment("f#1", "P#1", null, null)))
                .isFalse();
    }

    @Test
    @DisplayName("with an id so long that its parts go under another is found by them all the same")
    void withALongId() {
        String id = "P".repeat(190);
        ClaimedPayments one = new ClaimedPayments("HAL", Set.of(id));
        one.hear(payment("f", DerivedIds.part(id, 1), "O-IVY", null));
        assertThat(catchThrowableOfType(WorkFailed.class, () -> one.require(List.of(), ORDERS_OF_HAL, Language.EN))
                        .lines())
                .contains("  " + id + ": it is on O-IVY, which is somebody else's order");
    }
}
