package io.echeance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.customer.CustomerStanding.HeldStanding;
import io.echeance.core.customer.CustomerStanding.StandingState;
import io.echeance.core.decision.Decider;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How customers come to stand by what happens to their orders, day by day. */
@DisplayName("How a customer stands")
class CustomerStandingTest {

    private static final String THREE_INVOICES = """
        title: Three late invoices of a professional
        until: 2026-06-30

        2026-01-05 A-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION a 1000.00, service 2026-01-12 2026-01-13
        2026-01-05 A-2 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION b 1000.00, service 2026-01-19 2026-01-20
        2026-02-02 A-3 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION c 1000.00, service 2026-02-09 2026-02-10
        """;

    @Test
    @DisplayName("two late invoices propose a surcharge and prepayment, a third one a block")
    void repeatedIncidents() {
        assertThat(said(THREE_INVOICES))
                .containsExactly(
                        // Invoiced on 14 and 21 January, due on 13 and 20 February; the third is due on 13 March.
                        "2026-02-21 ACME: PREPAYMENT_PROPOSED SURCHARGE_PROPOSED, 2 incidents, 2400.00 late",
                        "2026-03-14 ACME: PREPAYMENT_PROPOSED SURCHARGE_PROPOSED BLOCK_PROPOSED, 3 incidents,"
                                + " 3600.00 late");
    }

    @Test
    @DisplayName("an incident that turns out to have been none leaves, and so does what was proposed because of it")
    void anIncidentThatWasNone() {
        assertThat(said(THREE_INVOICES + """
            2026-02-20 A-2 payment received, knownOn 2026-05-04, paymentId P2, payerId ACME, amount 1200.00,
                method TRANSFER, reference A-2
            """))
                .endsWith("2026-05-05 ACME: PREPAYMENT_PROPOSED SURCHARGE_PROPOSED, 2 incidents, 2400.00 late");
    }

    @Test
    @DisplayName("a debt in dispute on its due day is no incident until the dispute is over")
    void aDebtInDispute() {
        assertThat(said(THREE_INVOICES + """
            2026-02-10 A-1 dunning held, holdId h1, reason DISPUTE
            2026-02-12 A-2 dunning held, holdId h2, reason DISPUTE, until 2026-03-31
            2026-04-20 A-1 dunning released, holdId h1
            """))
                .containsExactly(
                        "2026-04-01 ACME: PREPAYMENT_PROPOSED SURCHARGE_PROPOSED, 2 incidents, 2400.00 late",
                        // Released on 20 April; customers are judged when the day is closed.
                        "2026-04-21 ACME: PREPAYMENT_PROPOSED SURCHARGE_PROPOSED BLOCK_PROPOSED, 3 incidents,"
                                + " 3600.00 late");
    }

    @Test
    @DisplayName("above 1,500.00 net paid in 365 days it may claim the loyalty price, until the payment rolls off")
    void loyalty() {
        assertThat(said("""
            title: A loyal customer
            until: 2027-03-31

            2026-01-05 A-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
                lines TUITION a 1500.00, service 2026-01-12 2026-01-13
            2026-02-02 A-2 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
                lines TUITION b 0.01, service 2026-02-09 2026-02-10
            2026-02-01 A-1 payment received, paymentId P1, payerId ACME, amount 1800.00, method TRANSFER,
                reference A-1
            2026-03-01 A-2 payment received, paymentId P2, payerId ACME, amount 0.01, method TRANSFER,
                reference A-2
            """))
                .containsExactly(
                        "2026-03-02 ACME: LOYALTY_PRICE until 2027-01-31, 0 incidents, 0.00 late",
                        "2027-02-01 ACME: GOOD, 0 incidents, 0.00 late");
    }

    @Test
    @DisplayName("a student's payment facility is proposed to be withdrawn while two instalments are unpaid, no longer")
    void aNaturalPerson() {
        assertThat(said("""
            title: Two instalments late
            until: 2025-12-31

            2025-07-01 H-9 order placed, termsId hexagone-initial, customer DURAND CONSUMER,
                lines TUITION a 900.00, service 2025-09-15 2026-06-30, plan 3 2025-09-01
            2025-10-20 H-9 payment received, paymentId P1, payerId DURAND, amount 900.00, method TRANSFER,
                reference H-9
            """))
                .containsExactly(
                        "2025-10-02 DURAND: WATCH until 2026-09-01 PREPAYMENT_PROPOSED until 2026-09-01,"
                                + " 2 incidents, 600.00 late",
                        "2025-10-21 DURAND: WATCH until 2026-09-01 PREPAYMENT_PROPOSED until 2025-10-21,"
                                + " 2 incidents, 0.00 late",
                        "2025-10-22 DURAND: WATCH until 2026-09-01, 2 incidents, 0.00 late");
    }

    private static List<String> said(String scenario) {
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        try {
            ScenarioJson.parse(scenario).simulation().play(book);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
        return book.standings().stream()
                .peek(CustomerStandingTest::harmsNobodyBeforeAPersonDecides)
                .map(CustomerStandingTest::line)
                .toList();
    }

    private static void harmsNobodyBeforeAPersonDecides(CustomerStanding standing) {
        assertThat(standing.standings())
                .allMatch(held -> !held.kind().isForAPerson() || held.state() == StandingState.PROPOSED);
    }

    private static String line(CustomerStanding standing) {
        boolean expires = standing.naturalPerson() || standing.incidents().isEmpty();
        return "%s %s: %s, %d incidents, %s late"
                .formatted(
                        standing.on(),
                        standing.customer(),
                        standing.standings().stream()
                                .map(held -> kind(held, expires))
                                .collect(Collectors.joining(" ")),
                        standing.incidents().size(),
                        standing.late());
    }

    private static String kind(HeldStanding held, boolean expires) {
        return held.kind() + (expires && held.expiresOn() != null ? " until " + held.expiresOn() : "");
    }
}
