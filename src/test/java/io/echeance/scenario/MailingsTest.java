package io.echeance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.mailing.Mailing;
import io.echeance.json.ScenarioJson;
import io.echeance.json.Unreadable;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What payers are written on which day, over all their orders. */
@DisplayName("A mailing")
class MailingsTest {

    private static final String TWO_ORDERS = """
        title: Two orders of a customer, and one of another seller
        until: 2026-03-20

        2026-01-05 A-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION a 1000.00, service 2026-01-12 2026-01-13
        2026-01-05 A-2 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
            lines TUITION b 500.00, service 2026-01-12 2026-01-13
        2026-01-06 A-3 order placed, termsId alegria-online, customer ACME PROFESSIONAL,
            lines TUITION c 100.00, service 2026-02-02 2026-02-03
        """;

    @Test
    @DisplayName("has what all orders of a payer at a seller say on a day; another seller writes its own")
    void hasAllOrdersOfAPayer() {
        List<Mailing> mailings = mailings(TWO_ORDERS);

        assertThat(mailings).extracting(Mailing::mailingId).doesNotHaveDuplicates();
        // Both were invoiced on 14 January and are due on 13 February: seven days before, and three days late.
        assertThat(lines(mailings, "technolowgic"))
                .startsWith(
                        "2026-02-06 REMINDER 1800.00: A-1 REMINDER d-7, A-2 REMINDER d-7",
                        "2026-02-16 REMINDER 1800.00: A-1 REMINDER d+3, A-2 REMINDER d+3")
                // Fifteen days after the step before it, which a weekend had put off.
                .contains("2026-03-17 FORMAL_NOTICE 1800.00: A-1 FORMAL_NOTICE d+30, A-2 FORMAL_NOTICE d+30");
        assertThat(lines(mailings, "alegria")).isNotEmpty().allMatch(line -> line.contains("A-3"));
    }

    @Test
    @DisplayName("has thanks for one order beside the notice of another, and leaves out what was paid before")
    void hasOrdersAtDifferentSteps() {
        List<String> lines = lines(mailings(TWO_ORDERS + """
            2026-03-16 A-2 payment received, paymentId P2, payerId ACME, amount 600.00, method TRANSFER,
                reference A-2
            """), "technolowgic");

        assertThat(lines).contains("2026-03-17 FORMAL_NOTICE 1200.00: A-1 FORMAL_NOTICE d+30, A-2 CLEARED");
    }

    @Test
    @DisplayName("goes to a funder for its share, and to the customer for its own")
    void goesToEachPayer() {
        List<Mailing> mailings = mailings("""
            title: A funder who is late
            until: 2026-03-31

            2026-01-05 A-1 order placed, termsId technolowgic, customer ACME PROFESSIONAL,
                lines TUITION a 1000.00, service 2026-01-12 2026-01-13, funding OPCO SUBROGATION 600.00
            2026-01-06 A-1 funding decided, funderId OPCO, outcome GRANTED, granted 600.00
            """);

        assertThat(mailings).extracting(Mailing::payer).contains("ACME", "OPCO");
        assertThat(mailings)
                .allMatch(mailing -> mailing.sections().stream()
                        .flatMap(section -> section.debts().stream())
                        .allMatch(debt -> debt.key().document().payerOf("A-1").equals(mailing.payer())));
    }

    private static List<Mailing> mailings(String scenario) {
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        try {
            ScenarioJson.parse(scenario).simulation().play(book);
        } catch (Unreadable e) {
            throw new IllegalArgumentException(e.sentence(), e);
        }
        return book.mailings();
    }

    private static List<String> lines(List<Mailing> mailings, String seller) {
        return mailings.stream()
                .filter(mailing -> mailing.seller().startsWith(seller))
                .map(MailingsTest::line)
                .toList();
    }

    private static String line(Mailing mailing) {
        return mailing.on() + " " + mailing.tone() + " " + mailing.asked() + ": "
                + mailing.sections().stream()
                        .map(section -> section.orderId() + " " + section.kind()
                                + (section.step() == null ? "" : " " + section.step()))
                        .collect(Collectors.joining(", "));
    }
}
