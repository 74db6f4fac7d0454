package io.echeance.core.decision;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.InterestTerms;
import io.echeance.core.terms.LadderStep;
import io.echeance.core.terms.LadderStep.Action;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.core.terms.WrittenRate;
import io.echeance.reference.StatutoryRatesFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Terms that ask of everyone 10 % from the due date and the fee of 40.00: an order of 5 January, due at once, paid on
 * 30 March, with a notice of 20 January received on the 22nd.
 */
class ConsumerTest {

    private static final String NOTICE = AnOrder.ID + "/" + AnOrder.CUSTOMER + "/notice/1";

    @ParameterizedTest(name = "a {0} owes {1} of fees, and interest from {2}: {3}")
    @CsvSource({
        "PROFESSIONAL, 40.00, 2026-01-06, 23.01", // 84 days
        "CONSUMER, 0.00, 2026-01-23, 18.36" // 67 days, from the day after the receipt of the notice
    })
    void owesNoFeeAndNoInterestBeforeANoticeWhateverTheTermsSay(
            Quality quality, String fees, LocalDate from, String interest) {
        List<Document> documents = issued(quality);

        assertThat(gross(documents, Kind.RECOVERY_FEE)).isEqualTo(Money.of(fees));
        assertThat(gross(documents, Kind.CLOSING)).isEqualTo(Money.of(interest));
        assertThat(documents.getLast().segments().getFirst().from()).isEqualTo(from);
    }

    private static List<Document> issued(Quality quality) {
        Terms terms = greedy();
        Book book = new Book(new Decider(new TermsCatalogue(List.of(terms)), StatutoryRatesFile.bundled()));
        LocalDate until = day("2026-04-30");
        for (LocalDate day = day("2026-01-05"); day.isBefore(until); day = day.plusDays(1)) {
            if (day.equals(day("2026-01-05"))) {
                book.take(order(terms, quality), day);
            } else if (day.equals(day("2026-01-22"))) {
                book.take(new NoticeServed("served", AnOrder.ID, day, NOTICE, "LRAR", "1A"), day);
            } else if (day.equals(day("2026-03-30"))) {
                book.take(payment(day), day);
            }
            book.close(day);
        }
        return book.account(AnOrder.ID).issued().documents();
    }

    private static Terms greedy() {
        Terms mild = AnOrder.of("alegria-online", "2026-01-05").terms();
        Set<Quality> everyone = Set.of(Quality.PROFESSIONAL, Quality.CONSUMER);
        RateRule tenPercent = WrittenRate.parse("10");
        LateTerms late = new LateTerms(
                Map.of(
                        Quality.PROFESSIONAL, new InterestTerms(tenPercent, null),
                        Quality.CONSUMER, new InterestTerms(tenPercent, null)),
                mild.late().recoveryFee(),
                List.of(
                        new LadderStep(Action.CHARGE_RECOVERY_FEE, 5, Money.of("1.00"), everyone),
                        new LadderStep(Action.FORMAL_NOTICE, 15, Money.of("1.00"), everyone)),
                List.of(),
                List.of(new LadderStep(Action.REMIND, 5, Money.of("1.00"), everyone)),
                LateTerms.NoticeClock.SERVED,
                null,
                null,
                false);
        return new Terms(
                mild.name(),
                mild.inForceOn(),
                mild.seller(),
                mild.vat(),
                everyone,
                mild.payment(),
                null,
                late,
                mild.ending(),
                null,
                mild.clauses());
    }

    private static OrderPlaced order(Terms terms, Quality quality) {
        return new OrderPlaced(
                "placed",
                AnOrder.ID,
                day("2026-01-05"),
                terms.name(),
                new Customer(AnOrder.CUSTOMER, quality),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("1000.00"))),
                new Service(day("2026-02-01"), day("2026-02-03"), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private static PaymentReceived payment(LocalDate on) {
        return new PaymentReceived(
                "paid", AnOrder.ID, on, "p1", AnOrder.CUSTOMER, Money.of("1000.00"), Method.TRANSFER, AnOrder.ID);
    }

    private static Money gross(List<Document> documents, Kind kind) {
        return documents.stream()
                .filter(document -> document.kind() == kind)
                .map(Document::gross)
                .reduce(Money.ZERO, Money::plus);
    }
}
