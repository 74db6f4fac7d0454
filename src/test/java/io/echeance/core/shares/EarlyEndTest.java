package io.echeance.core.shares;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.FundingFact.FundingDecided;
import io.echeance.core.order.FundingFact.Outcome;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.Price;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who owes what of 2400.00 once the order has ended early and only a part of it stays due. */
class EarlyEndTest {

    @ParameterizedTest(name = "OPCO granted {0}, REGION {1}; {2} of 2400.00 stay due: {3}")
    @CsvSource({
        "1500.00, 400.00, 1200.00, 'OPCO 750.00, REGION 200.00, C 250.00'",
        "1500.00, 400.00, 0.00, 'OPCO 0.00, REGION 0.00, C 0.00'",
        "1500.00, 400.00, 2400.00, 'OPCO 1500.00, REGION 400.00, C 500.00'",
        "800.00, 800.00, 800.00, 'OPCO 266.67, REGION 266.67, C 266.66'", // two cents for three thirds: the customer
        // last
        "800.00, 800.00, 0.01, 'OPCO 0.01, REGION 0.00, C 0.00'",
        "0.01, 0.01, 1200.00, 'OPCO 0.01, REGION 0.00, C 1199.99'", // of two halves of a cent the first funder's counts
        "1000.00, 0.01, 800.00, 'OPCO 333.34, REGION 0.00, C 466.66'" // three equal remainders, one cent: the first
    })
    void everyShareIsReducedInTheSameProportion(String opco, String region, String remaining, String expected) {
        AnOrder order = order("technolowgic")
                .fundedBy("REGION", region)
                .received(decided("a", "OPCO", opco))
                .received(decided("b", "REGION", region));

        assertThat(shares(order, "2026-06-01", remaining, false, null, "0.00")).isEqualTo(expected);
    }

    @Test
    void whatAwaitsAcceptanceIsTheCustomers() {
        AnOrder order = order("ecole-librairie").received(decided("a", "OPCO", "900.00"));

        assertThat(shares(order, "2026-02-02", "1200.00", false, null, "0.00")).isEqualTo("OPCO 450.00, C 750.00");
    }

    @Test
    void whatStaysDueForWantOfNoticeIsTheCustomersAlone() {
        AnOrder order = order("technolowgic").received(decided("a", "OPCO", "1500.00"));

        assertThat(shares(order, "2026-06-01", "2400.00", true, null, "0.00")).isEqualTo("OPCO 0.00, C 2400.00");
    }

    @ParameterizedTest(name = "OPCO paid {0} of half of 1500.00 in time: {1}")
    @CsvSource({"700.00, 'OPCO 700.00, C 500.00'", "1500.00, 'OPCO 750.00, C 450.00'"})
    void whatAFunderPaidIsMeasuredAgainstItsReducedShare(String paid, String expected) {
        AnOrder order = order("ecole-librairie").received(decided("a", "OPCO", "1500.00"));

        assertThat(shares(order, "2026-07-01", "1200.00", false, day("2026-04-21"), paid))
                .isEqualTo(expected);
    }

    private static AnOrder order(String terms) {
        return AnOrder.of(terms, "2026-01-10")
                .of(OrderLine.LineKind.TUITION, "2400.00")
                .from("2026-04-20", "2026-04-22")
                .fundedBy("OPCO", "1500.00");
    }

    private static FundingDecided decided(String factId, String funder, String amount) {
        return new FundingDecided(factId, AnOrder.ID, day("2026-02-01"), funder, Outcome.GRANTED, Money.of(amount));
    }

    private static String shares(
            AnOrder order,
            String today,
            String remaining,
            boolean ofCustomerAlone,
            @Nullable LocalDate dueOn,
            String paid) {
        Cost cost = Cost.after(tuition("2400.00"), tuition(remaining), ofCustomerAlone);
        Shares shares = Subrogation.shares(order.asOf(today), order.service(), cost, new Paid(dueOn, Money.of(paid)));
        StringBuilder text = new StringBuilder();
        shares.funders().forEach(share -> text.append(share.funder() + " " + share.net() + ", "));
        assertThat(shares.awaitingAcceptance()).isEqualTo(Money.ZERO);
        assertThat(shares.acceptanceMissing()).isEmpty();
        return text.append("C " + shares.ofCustomer().total()).toString();
    }

    private static Price tuition(String net) {
        return new Price(Money.of(net), Money.ZERO, Money.ZERO);
    }

    /** Paid from the first day on. */
    private record Paid(@Nullable LocalDate due, Money amount) implements PaymentsThatStay {

        @Override
        public List<LocalDate> dueOn(String funder) {
            return due == null ? List.of() : List.of(due);
        }

        @Override
        public AskedAndPaid position(String funder, LocalDate dueBy, LocalDate on) {
            return new AskedAndPaid(Money.of("1500.00"), amount);
        }
    }
}
