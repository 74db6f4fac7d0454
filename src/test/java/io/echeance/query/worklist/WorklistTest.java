package io.echeance.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.OrderStanding.BrokenPromise;
import io.echeance.core.order.OrderStanding.DeadlineKind;
import io.echeance.core.order.OrderStanding.OrderDeadline;
import io.echeance.query.worklist.Worklist.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The worklist")
class WorklistTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final Points POINTS = Points.bundled();

    private record Order(
            String id,
            String customer,
            String late,
            int daysLate,
            @Nullable LocalDate nextStepOn,
            boolean heldBack,
            @Nullable HoldReason hold,
            @Nullable LocalDate holdUntil,
            @Nullable BrokenPromise broken,
            @Nullable LocalDate contactedOn,
            @Nullable LocalDate resubmitOn) {

        Candidate candidate() {
            return new Candidate(
                    id,
                    "school",
                    customer,
                    Money.of(late),
                    TODAY.minusDays(daysLate),
                    nextStepOn == null ? null : "d+60",
                    nextStepOn,
                    heldBack,
                    hold,
                    holdUntil,
                    hold == HoldReason.PROMISE ? Money.of("100.00") : null,
                    broken,
                    contactedOn,
                    resubmitOn,
                    null,
                    List.of());
        }

        Candidate with(OrderDeadline... near) {
            Candidate one = candidate();
            return new Candidate(
                    id,
                    one.seller(),
                    customer,
                    one.late(),
                    one.oldestDueOn(),
                    one.nextStep(),
                    one.nextStepOn(),
                    false,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    List.of(near));
        }
    }

    private static Order order(String id, String customer, String late, int daysLate) {
        return new Order(id, customer, late, daysLate, null, false, null, null, null, null, null);
    }

    private static Order held(String id, HoldReason reason, @Nullable LocalDate until) {
        return new Order(id, id, "500.00", 10, null, false, reason, until, null, null, null);
    }

    private static Order contacted(String id, LocalDate on) {
        return new Order(id, id, "500.00", 40, null, false, null, null, null, on, null);
    }

    private static Order broken(String id, @Nullable LocalDate contactedOn) {
        BrokenPromise promise = new BrokenPromise(id, Money.of("400.00"), Money.of("50.00"), TODAY.minusDays(4));
        return new Order(id, id, "500.00", 10, null, false, null, null, promise, contactedOn, null);
    }

    private static Worklist worklist(boolean all, Order... orders) {
        List<Candidate> candidates = new ArrayList<>();
        for (Order order : orders) {
            candidates.add(order.candidate());
        }
        return Worklist.of(candidates, Map.of("waits", TODAY.minusDays(2)), POINTS, TODAY, row -> true, all);
    }

    private static List<String> reasons(Order order) {
        return worklist(true, order).rows().getFirst().reasons().stream()
                .map(why -> why.reason() + " " + why.points())
                .toList();
    }

    @Test
    @DisplayName("says why: a promise that broke, long silence, a step that is near, a document that waits, money that"
            + " waits")
    void saysWhy() {
        assertThat(reasons(order("a", "a", "10.00", 3))).containsExactly("LATE 10");
        assertThat(reasons(order("a", "a", "10.00", 31))).containsExactly("NOT_CONTACTED 30");
        assertThat(reasons(order("a", "a", "10.00", 30))).containsExactly("LATE 10");
        assertThat(reasons(contacted("a", TODAY.minusDays(15)))).containsExactly("NOT_CONTACTED 30");
        assertThat(reasons(contacted("a", TODAY.minusDays(14)))).containsExactly("LATE 10");
        assertThat(reasons(broken("a", null))).containsExactly("BROKEN_PROMISE 60");
        assertThat(reasons(broken("a", TODAY.minusDays(3)))).containsExactly("LATE 10");
        assertThat(reasons(held("a", HoldReason.PROMISE, TODAY))).containsExactly("PROMISE_DUE 20");
        assertThat(reasons(order("waits", "a", "10.00", 3))).containsExactly("MONEY_WAITS -100", "LATE 10");
        Order near = new Order("a", "a", "10.00", 3, TODAY.plusDays(7), true, null, null, null, null, null);
        assertThat(reasons(near)).containsExactly("TECHNICAL 45", "NEXT_STEP 25");
    }

    @Test
    @DisplayName("says which day comes near, with its clause; a funder's share counts as what is at stake")
    void saysWhichDayComesNear() {
        List<String> clause = List.of("school, art. 7");
        OrderDeadline notice =
                new OrderDeadline(DeadlineKind.NOTICE_ANSWER, TODAY.plusDays(2), "a", Money.of("10.00"), 3, clause);
        OrderDeadline litigation = new OrderDeadline(DeadlineKind.LITIGATION, TODAY.plusDays(7), "a", null, 0, clause);
        OrderDeadline funder = new OrderDeadline(
                DeadlineKind.FUNDER_DECISION, TODAY.plusDays(5), "FUND", Money.of("900.00"), 0, clause);
        Order late = new Order("a", "a", "10.00", 3, TODAY.plusDays(7), false, null, null, null, null, null);

        Row row = Worklist.of(
                        List.of(late.with(notice, litigation, funder)), Map.of(), POINTS, TODAY, one -> true, false)
                .rows()
                .getFirst();

        assertThat(row.reasons().stream().map(why -> why.reason() + " " + why.points()))
                .containsExactly("NOTICE_EXPIRES 50", "LITIGATION 40", "FUNDER_DEADLINE 35");
        assertThat(row.reasons()).allSatisfy(why -> assertThat(why.basis()).isEqualTo(clause));
        assertThat(row.reasons().getFirst().falls()).isEqualTo(3);
        assertThat(row.atStake()).isEqualTo(Money.of("900.00"));
    }

    @Test
    @DisplayName("lets rest who is held, was just called, or is put off; a broken promise is called all the same")
    void letsRest() {
        UnaryOperator<Order> putOff = order -> new Order(
                order.id(),
                order.customer(),
                order.late(),
                order.daysLate(),
                null,
                false,
                null,
                null,
                null,
                null,
                TODAY.plusDays(1));
        Worklist worklist = worklist(
                false,
                held("dispute", HoldReason.DISPUTE, null),
                held("promise", HoldReason.PROMISE, TODAY.plusDays(1)),
                held("due", HoldReason.PROMISE, TODAY),
                contacted("called", TODAY.minusDays(2)),
                contacted("called earlier", TODAY.minusDays(3)),
                broken("broken", TODAY.minusDays(4)),
                putOff.apply(order("put off", "put off", "10.00", 3)));

        assertThat(worklist.rows()).extracting(Row::customer).containsExactly("broken", "due", "called earlier");
        assertThat(worklist.hidden()).isEqualTo(4);
        assertThat(worklist(true, held("dispute", HoldReason.DISPUTE, null)).rows())
                .hasSize(1);
    }

    @Test
    @DisplayName("puts a customer's orders together, and points times money first")
    void putsOrdersTogether() {
        Worklist worklist = worklist(
                false,
                order("1", "small", "100.00", 3),
                order("2", "large", "900.00", 3),
                order("3", "old", "400.00", 50),
                order("4", "small", "300.00", 5));

        assertThat(worklist.rows()).extracting(Row::customer).containsExactly("old", "large", "small");
        assertThat(worklist.rows().getLast().orders()).containsExactly("4", "1");
        assertThat(worklist.rows().getLast().late()).isEqualTo(Money.of("400.00"));
    }

    @Test
    @DisplayName("goes on with the next order of a customer once dunning of one is held, and says which one is")
    void goesOnWithTheNextOrder() {
        Order promised = new Order(
                "oldest", "two", "100.00", 9, null, false, HoldReason.PROMISE, TODAY.plusDays(4), null, null, null);
        Row row = worklist(false, promised, order("newer", "two", "300.00", 5), order("newest", "two", "1.00", 3))
                .rows()
                .getFirst();

        assertThat(row.orders()).containsExactly("newer", "newest", "oldest");
        assertThat(row.oldestDueOn()).isEqualTo(TODAY.minusDays(9));
        assertThat(row.hold()).isNull();
        assertThat(row.held())
                .containsExactly(new HeldOrder("oldest", HoldReason.PROMISE, TODAY.plusDays(4), Money.of("100.00")));
    }

    @Test
    @DisplayName("does not let one large debt hide many small ones that are urgent")
    void doesNotLetOneLargeDebtHideMany() {
        List<Order> orders = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            orders.add(order("small " + n, "small " + n, "100.00", 40));
        }
        orders.add(order("whale", "whale", "1000000.00", 3));

        assertThat(worklist(false, orders.toArray(Order[]::new))
                        .rows()
                        .getLast()
                        .customer())
                .isEqualTo("whale");
    }

    @Test
    @DisplayName("says of a reason the same without the customers with whom it can not be found")
    void saysTheSameOfAReason() {
        Order called = contacted("called since", TODAY.minusDays(2));
        List<Candidate> all = List.of(
                broken("broken", null).candidate(),
                new Order("second", "broken", "900.00", 70, null, false, null, null, null, null, TODAY.plusDays(1))
                        .candidate(),
                broken("called since", null).candidate(),
                new Order("other", called.customer(), "1.00", 2, null, false, null, null, null, TODAY, null)
                        .candidate(),
                held("due", HoldReason.PROMISE, TODAY).candidate(),
                order("waits", "waits", "10.00", 31).candidate(),
                order("late", "late", "10.00", 3).candidate());

        for (Reason reason : Reason.values()) {
            assertThat(of(Candidate.whereMayBe(reason, all), reason)).isEqualTo(of(all, reason));
        }
        assertThat(of(all, Reason.BROKEN_PROMISE).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.orders()).containsExactly("second", "broken"));
        assertThat(Candidate.whereMayBe(Reason.BROKEN_PROMISE, all)).hasSize(4);
    }

    private static Worklist of(List<Candidate> candidates, Reason reason) {
        return Worklist.of(
                candidates,
                Map.of("waits", TODAY.minusDays(2)),
                POINTS,
                TODAY,
                row -> row.reasons().stream().anyMatch(why -> why.reason() == reason),
                true);
    }

    @Test
    @DisplayName("has points for every reason")
    void hasPointsForEveryReason() {
        assertThat(POINTS.of()).containsOnlyKeys(Reason.values());
        assertThatThrownBy(() -> Points.read(JsonNodeFactory.instance.objectNode()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
