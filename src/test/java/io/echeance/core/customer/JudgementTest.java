package io.echeance.core.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.CustomerFact.RightOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.money.Money;
import io.echeance.core.order.CustomerRecord;
import io.echeance.core.order.CustomerRecord.DayPaid;
import io.echeance.core.order.CustomerRecord.Dispute;
import io.echeance.core.order.CustomerRecord.Incident;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What incidents, payments, disputes and decisions make of a customer, under the sellers' own terms. */
@DisplayName("A customer")
class JudgementTest {

    private static final Money HUNDRED = Money.of("100.00");

    @ParameterizedTest(name = "{0}: late on {1}, paid on {2}: on {3} {4}")
    @DisplayName("is held against what became late in the last 365 days; a natural person only what is unpaid")
    @CsvSource(
            nullValues = "-",
            value = {
                // Technolowgic (5.3): surcharge and prepayment from 2 incidents, block from 3.
                "technolowgic, 2026-01-10, -, 2026-06-01, GOOD",
                "technolowgic, 2026-01-10 2026-02-10, -, 2026-06-01, PREPAYMENT_PROPOSED SURCHARGE_PROPOSED",
                "technolowgic, 2026-01-10 2026-02-10, 2026-03-01, 2026-06-01, PREPAYMENT_PROPOSED SURCHARGE_PROPOSED",
                "technolowgic, 2026-01-10 2026-02-10 2026-05-31, -, 2026-06-01,"
                        + " PREPAYMENT_PROPOSED SURCHARGE_PROPOSED BLOCK_PROPOSED",
                // The first leaves on the 365th day after it.
                "technolowgic, 2026-01-10 2026-02-10, 2026-03-01, 2027-01-09, PREPAYMENT_PROPOSED SURCHARGE_PROPOSED",
                "technolowgic, 2026-01-10 2026-02-10, 2026-03-01, 2027-01-10, GOOD",
                // Hexagone (art. 3) teaches natural persons: 2 incidents withdraw the payment facility.
                "hexagone-initial, 2026-01-10 2026-02-10, -, 2026-06-01, PREPAYMENT_PROPOSED WATCH",
                "hexagone-initial, 2026-01-10 2026-02-10, 2026-03-01, 2026-03-02, PREPAYMENT_PROPOSED WATCH",
                // Two days after the payment nothing is held against the person; a mark is left for the window.
                "hexagone-initial, 2026-01-10 2026-02-10, 2026-03-01, 2026-03-03, WATCH",
                "hexagone-initial, 2026-01-10 2026-02-10, 2026-03-01, 2027-01-10, GOOD"
            })
    void isHeldAgainst(String terms, String late, @Nullable String paidOn, String today, String expected) {
        CustomerOrder order = order(terms, incidents(late, paidOn), List.of(), List.of());

        assertThat(kinds(judged(today, List.of(), order))).isEqualTo(sorted(expected));
    }

    @ParameterizedTest(name = "{0} of it on {1}: on {2} {3}")
    @DisplayName("may claim the loyalty price above 1,500.00 net in 365 days, not at it")
    @CsvSource({
        // 20 % VAT: 1,800.00 are 1,500.00 net, 1,800.01 are 1,500.01.
        "1800.00, 2026-01-10, 2026-06-01, GOOD",
        "1800.01, 2026-01-10, 2026-06-01, LOYALTY_PRICE",
        "1800.01, 2026-01-10, 2027-01-09, LOYALTY_PRICE",
        "1800.01, 2026-01-10, 2027-01-10, GOOD"
    })
    void mayClaimTheLoyaltyPrice(String gross, String on, String today, String expected) {
        CustomerOrder order =
                order("technolowgic", List.of(), List.of(new DayPaid(LocalDate.parse(on), Money.of(gross))), List.of());

        Judgement judgement = judged(today, List.of(), order);

        assertThat(kinds(judgement)).isEqualTo(expected);
        assertThat(judgement.standing().standings().getFirst().expiresOn())
                .isEqualTo(expected.equals("GOOD") ? null : LocalDate.parse("2027-01-09"));
    }

    @ParameterizedTest(name = "in dispute from {0} to {1}: on {2} {3}")
    @DisplayName("of Alegria who disputes an earlier payment may be blocked as long as the dispute lasts")
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-01, -, 2026-02-28, GOOD",
                "2026-03-01, -, 2026-03-01, BLOCK_PROPOSED",
                "2026-03-01, 2026-03-15, 2026-03-15, BLOCK_PROPOSED",
                "2026-03-01, 2026-03-15, 2026-03-16, GOOD"
            })
    void whoDisputesMayBeBlocked(String from, @Nullable String to, String today, String expected) {
        Dispute dispute = new Dispute("h1", LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
        Judgement judgement = judged(today, List.of(), order("alegria-online", List.of(), List.of(), List.of(dispute)));

        assertThat(kinds(judgement)).isEqualTo(expected);
        if (expected.equals("BLOCK_PROPOSED")) {
            assertThat(judgement.standing().standings().getFirst().reasons())
                    .anyMatch(reason -> reason.contains("may lack a legitimate ground"))
                    .anyMatch(reason -> reason.contains("a person decides"));
            assertThat(judgement.standing().standings().getFirst().basis())
                    .anyMatch(clause -> clause.contains("dispute concerning a previous order"));
        }
    }

    @ParameterizedTest(name = "{0}, on {1}: {2}")
    @DisplayName("is held to what a person accepted until its last day, and to nothing that a person refused")
    @CsvSource({
        "ACCEPTED, 2026-06-01, ACCEPTED",
        "ACCEPTED, 2026-12-31, ACCEPTED",
        "ACCEPTED, 2027-01-01, PROPOSED", // the incidents are still there
        "REFUSED, 2026-06-01, -",
        "ENDED, 2026-06-01, -"
    })
    void isHeldToWhatAPersonAccepted(DecisionOutcome outcome, String today, String expected) {
        CustomerOrder order = order("technolowgic", incidents("2026-01-10 2026-02-10", null), List.of(), List.of());
        StandingDecided decision = decided(order, outcome, null);

        assertThat(state(judged(today, List.of(decision), order), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo(expected);
        CustomerOrder another =
                order("technolowgic", incidents("2026-01-10 2026-02-10 2026-05-20", null), List.of(), List.of());
        assertThat(state(judged(today, List.of(decision), another), StandingKind.PREPAYMENT_PROPOSED))
                .as("a new incident brings a refused proposal back")
                .isEqualTo(expected.equals("-") ? "PROPOSED" : expected);
    }

    @ParameterizedTest(name = "{0}, on {1}: {2}")
    @DisplayName("who objects, or has the use of data restricted, is held to nothing until that is refused or lifted")
    @CsvSource({
        "OBJECTION, 2026-05-31, PREPAYMENT_PROPOSED SURCHARGE_PROPOSED",
        "OBJECTION, 2026-06-01, GOOD",
        "OBJECTION, 2026-06-30, GOOD",
        "OBJECTION, 2026-07-01, PREPAYMENT_PROPOSED SURCHARGE_PROPOSED",
        "RESTRICTION, 2026-06-30, GOOD",
        "ACCESS, 2026-06-30, PREPAYMENT_PROPOSED SURCHARGE_PROPOSED"
    })
    void whoObjectsIsHeldToNothing(PersonRight right, String today, String expected) {
        CustomerOrder order = order("technolowgic", incidents("2026-01-10 2026-02-10", null), List.of(), List.of());
        List<CustomerFact> facts = List.of(
                new RightAsked("a", "s", "C", LocalDate.parse("2026-06-01"), right, "mail", "ann"),
                new RightAnswered(
                        "r", "s", "C", LocalDate.parse("2026-07-01"), "a", RightOutcome.REFUSED, null, "why", "ann"));

        Judgement judgement = judged(today, facts, order);

        assertThat(kinds(judgement)).isEqualTo(expected);
        assertThat(judgement.standing().incidents().isEmpty()).isEqualTo(expected.equals("GOOD"));
        assertThat(judgement.nextOn()).as("it is judged again when that ends").isNotNull();
    }

    @Test
    @DisplayName("who is a natural person is held to nothing before it was heard, nor once it has paid")
    void aNaturalPersonIsHeard() {
        CustomerOrder unpaid =
                order("hexagone-initial", incidents("2026-01-10 2026-02-10", null), List.of(), List.of());
        CustomerOrder paid =
                order("hexagone-initial", incidents("2026-01-10 2026-02-10", "2026-05-01"), List.of(), List.of());
        StandingDecided unheard = decided(unpaid, DecisionOutcome.ACCEPTED, null);
        StandingDecided heard = decided(unpaid, DecisionOutcome.ACCEPTED, "2026-03-02");

        assertThat(state(judged("2026-04-01", List.of(unheard), unpaid), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo("PROPOSED");
        assertThat(state(judged("2026-04-01", List.of(heard), unpaid), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo("ACCEPTED");
        assertThat(state(judged("2026-05-02", List.of(heard), paid), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo("ACCEPTED");
        assertThat(state(judged("2026-05-03", List.of(heard), paid), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo("-");
    }

    @Test
    @DisplayName("is judged the same whether an order that shows nothing any more ever showed anything")
    void isNotJudgedByWhatWasShownInBetween() {
        CustomerOrder late = order("technolowgic", incidents("2026-01-10 2026-02-10", null), List.of(), List.of());
        CustomerOrder nothing = order("alegria-online", List.of(), List.of(), List.of());
        CustomerOrder later = new CustomerOrder(
                "O-2", LocalDate.parse("2026-03-01"), Quality.CONSUMER, nothing.rules(), CustomerRecord.NOTHING);
        LocalDate today = LocalDate.parse("2026-06-01");

        assertThat(Judgement.of("seller", "C", List.of(late, later), List.of(), null, today))
                .isEqualTo(Judgement.of("seller", "C", List.of(late), List.of(), null, today));
    }

    @Test
    @DisplayName("is held to the later of two decisions of one day, whatever their ids")
    void isHeldToTheLater() {
        CustomerOrder order = order("technolowgic", incidents("2026-01-10 2026-02-10", null), List.of(), List.of());
        StandingDecided yes = decided("a", order, DecisionOutcome.ACCEPTED, null);
        StandingDecided no = decided("b", order, DecisionOutcome.REFUSED, null);

        assertThat(state(judged("2026-06-01", List.of(no, yes), order), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo("ACCEPTED");
        assertThat(state(judged("2026-06-01", List.of(yes, no), order), StandingKind.PREPAYMENT_PROPOSED))
                .isEqualTo("-");
    }

    private static StandingDecided decided(CustomerOrder order, DecisionOutcome outcome, @Nullable String heardOn) {
        return decided("d1", order, outcome, heardOn);
    }

    private static StandingDecided decided(
            String factId, CustomerOrder order, DecisionOutcome outcome, @Nullable String heardOn) {
        LocalDate heard = heardOn == null ? null : LocalDate.parse(heardOn);
        return new StandingDecided(
                factId,
                "seller",
                "C",
                LocalDate.parse("2026-03-05"),
                StandingKind.PREPAYMENT_PROPOSED,
                outcome,
                "talked to them",
                "ann",
                outcome == DecisionOutcome.ACCEPTED ? LocalDate.parse("2026-12-31") : null,
                order.shown().incidents().stream()
                        .map(one -> one.receivable().toString())
                        .toList(),
                heard,
                heard);
    }

    private static Judgement judged(String today, List<CustomerFact> facts, CustomerOrder order) {
        return Judgement.of("seller", "C", List.of(order), facts, null, LocalDate.parse(today));
    }

    private static CustomerOrder order(
            String terms, List<Incident> incidents, List<DayPaid> paid, List<Dispute> disputes) {
        StandingRules rules =
                StandingRules.of(new TermsCatalogue(TermPacks.bundled().all())
                        .binding(terms, LocalDate.parse("2026-01-02"))
                        .orElseThrow());
        return new CustomerOrder(
                "O-1",
                LocalDate.parse("2026-01-02"),
                terms.equals("technolowgic") ? Quality.PROFESSIONAL : Quality.CONSUMER,
                Objects.requireNonNull(rules),
                new CustomerRecord(incidents, paid, Money.of("1000.00"), Money.of("1200.00"), disputes));
    }

    private static List<Incident> incidents(String late, @Nullable String paidOn) {
        List<Incident> incidents = new ArrayList<>();
        for (String on : late.split(" ")) {
            ReceivableKey key = new ReceivableKey(new DocumentId("O-1/C/INVOICE/1"), incidents.size() + 1);
            LocalDate settledOn = paidOn == null ? null : LocalDate.parse(paidOn);
            incidents.add(new Incident(key, LocalDate.parse(on), settledOn, paidOn == null ? HUNDRED : Money.ZERO));
        }
        return incidents;
    }

    private static String kinds(Judgement judgement) {
        return sorted(judgement.standing().standings().stream()
                .map(HeldStanding::kind)
                .map(StandingKind::name)
                .collect(Collectors.joining(" ")));
    }

    private static String sorted(String kinds) {
        return Stream.of(kinds.strip().split(" ")).sorted().collect(Collectors.joining(" "));
    }

    private static String state(Judgement judgement, StandingKind kind) {
        return judgement.standing().standings().stream()
                .filter(standing -> standing.kind() == kind)
                .map(standing -> standing.state().name())
                .findFirst()
                .orElse("-");
    }
}
