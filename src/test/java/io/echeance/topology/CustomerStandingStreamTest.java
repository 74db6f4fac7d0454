package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.Rejected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Three late invoices of ACME, and what a person makes of what is proposed: the stream says what the core says. */
@DisplayName("The stream")
class CustomerStandingStreamTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 7, 1);
    private static final LocalDate DECIDED_ON = LocalDate.of(2026, 3, 12);

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @Test
    @DisplayName("says how a customer stands when it is otherwise than before, and what a person accepted or refused")
    void saysHowACustomerStands() {
        List<CustomerStanding> said = played(
                decided("d1", StandingKind.PREPAYMENT_PROPOSED, DecisionOutcome.ACCEPTED, LocalDate.of(2026, 6, 1)),
                decided("d2", StandingKind.SURCHARGE_PROPOSED, DecisionOutcome.REFUSED, null));

        assertThat(said.stream().map(CustomerStandingStreamTest::line))
                .containsExactly(
                        "2026-03-09 PREPAYMENT_PROPOSED PROPOSED, SURCHARGE_PROPOSED PROPOSED",
                        "2026-03-13 PREPAYMENT_PROPOSED ACCEPTED",
                        // A third incident, on 19 March: what was refused comes back, the block is proposed too.
                        "2026-03-19 PREPAYMENT_PROPOSED ACCEPTED, SURCHARGE_PROPOSED PROPOSED,"
                                + " BLOCK_PROPOSED PROPOSED",
                        // Accepted until 1 June; the incidents are still there.
                        "2026-06-02 PREPAYMENT_PROPOSED PROPOSED, SURCHARGE_PROPOSED PROPOSED,"
                                + " BLOCK_PROPOSED PROPOSED");
    }

    @Test
    @DisplayName("rejects a decision without end, about nothing that harms, and another under an id that was taken")
    void rejectsWhatCannotBe() {
        CustomerFact taken = decided("d1", StandingKind.SURCHARGE_PROPOSED, DecisionOutcome.REFUSED, null);
        played(
                taken,
                taken,
                decided("d1", StandingKind.BLOCK_PROPOSED, DecisionOutcome.REFUSED, null),
                decided("d2", StandingKind.SURCHARGE_PROPOSED, DecisionOutcome.ACCEPTED, null),
                decided("d3", StandingKind.SURCHARGE_PROPOSED, DecisionOutcome.ACCEPTED, DECIDED_ON.plusMonths(25)),
                decided("d4", StandingKind.LOYALTY_PRICE, DecisionOutcome.REFUSED, null));

        assertThat(stream.rejected().stream().map(CustomerStandingStreamTest::refused))
                .containsExactlyInAnyOrder(
                        "d1 " + Reason.CONTRADICTS_EARLIER_FACT + " customer-actions",
                        "d2 " + Reason.MALFORMED + " customer-actions",
                        "d3 " + Reason.MALFORMED + " customer-actions",
                        "d4 " + Reason.MALFORMED + " customer-actions");
    }

    @Test
    @DisplayName("rejects what a person asks of a seller whom nobody knows, and says so")
    void rejectsARequestToNobody() {
        played(asked("r1", "technologic"), asked("r2", "technolowgic"));

        assertThat(stream.rejected()).singleElement().satisfies(rejected -> {
            assertThat(refused(rejected)).isEqualTo("r1 " + Reason.UNKNOWN_SELLER + " customer-actions");
            assertThat(rejected.sentence()).startsWith("no seller technologic is known");
        });
    }

    @Test
    @DisplayName("rejects what a person is said to have asked for on a day that is yet to come")
    void rejectsARequestOfTomorrow() {
        CustomerFact tomorrow = new RightAsked(
                "r2", "technolowgic", "ACME", DECIDED_ON.plusDays(1), PersonRight.OBJECTION, "called back", "dpo");
        played(asked("r1", "technolowgic"), tomorrow);

        assertThat(stream.rejected()).singleElement().satisfies(rejected -> {
            assertThat(refused(rejected)).isEqualTo("r2 " + Reason.MALFORMED + " customer-actions");
            assertThat(rejected.sentence()).isEqualTo("on is later than today, " + DECIDED_ON);
        });
    }

    private static CustomerFact asked(String factId, String seller) {
        return new RightAsked(factId, seller, "ACME", DECIDED_ON, PersonRight.ACCESS, "called back", "dpo");
    }

    private static String refused(Rejected rejected) {
        return rejected.factId() + " " + rejected.reason() + " " + rejected.topic();
    }

    private static String line(CustomerStanding standing) {
        return standing.on() + " "
                + String.join(
                        ", ",
                        standing.standings().stream()
                                .map(held -> held.kind() + " " + held.state())
                                .toList());
    }

    /** In the stream and in the core, which say the same. */
    private List<CustomerStanding> played(CustomerFact... decisions) {
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        List<CustomerStanding> said = new ArrayList<>();
        stream.close(FIRST.minusDays(1));
        for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
            for (int n = 0; n < 3; n++) {
                LocalDate placedOn = FIRST.plusDays(10L * n);
                if (day.equals(placedOn)) {
                    stream.tell(Facts.order("A-" + n, day), day);
                    book.take(Facts.order("A-" + n, day), day);
                }
                if (day.equals(placedOn.plusDays(22))) {
                    var done = new ServiceDelivered("done-" + n, "A-" + n, day, BigDecimal.ONE);
                    stream.tell(done, day);
                    book.take(done, day);
                }
            }
            if (day.equals(DECIDED_ON)) {
                for (CustomerFact decision : decisions) {
                    stream.tell(decision, day);
                    book.take(decision, day);
                }
            }
            stream.close(day);
            book.close(day);
            said.addAll(stream.said(Topic.CUSTOMER_STANDING, CustomerStanding.class));
        }
        assertThat(decisions.length > 2 || said.equals(book.standings())).isTrue();
        return said;
    }

    private static StandingDecided decided(
            String id, StandingKind kind, DecisionOutcome outcome, @Nullable LocalDate until) {
        return new StandingDecided(
                id,
                "technolowgic",
                Facts.CUSTOMER,
                DECIDED_ON,
                kind,
                outcome,
                "we talked on the phone",
                "ann",
                until,
                List.of(),
                null,
                null);
    }
}
