package io.echeance.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.Bindings;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.binding.Binding;
import io.echeance.serde.record.AccountRow;
import io.echeance.serde.record.DraftNews.DraftMade;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.store.BoundTerms;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

/**
 * Nothing that follows from what is taken outgrows a record: the worst that can be said, encoded and measured. {@code
 * -Dweighed=2000} measures more of what chance makes up.
 */
class WeightTest {

    /** Kafka's max.request.size, less room for the key and what surrounds a record. */
    private static final int MOST = (1 << 20) - (64 << 10) - 1_024;

    private static final int WEIGHED = Integer.getInteger("weighed", 500);
    private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
    private static final Decider DECIDER = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());

    private static <T> int bytes(Binding<T> binding, T value) {
        return binding.encode(value).length;
    }

    @Test
    void aWeightIsNeverLessThanTheBytes() {
        RandomRecords random = new RandomRecords(20261128);
        for (int n = 0; n < WEIGHED; n++) {
            Statement statement = random.next(Statement.class);
            assertThat(Weight.of(statement))
                    .as("%s", statement)
                    .isGreaterThanOrEqualTo(bytes(Bindings.STATEMENT, statement));
            Alert alert = random.next(Alert.class);
            assertThat(Weight.of((Output) alert))
                    .as("%s", alert)
                    .isGreaterThanOrEqualTo(bytes(Bindings.DUNNING_ALERT, alert));
            Account some = random.next(Account.class);
            Account account = new Account(some.orderId(), some.evidence(), some.issued(), null, some.nextOn());
            AccountRow row = AccountRow.of(account, null);
            assertThat(Weight.of(account)).as("%s", account).isGreaterThanOrEqualTo(bytes(Bindings.ACCOUNT, row));
            Fact fact = random.next(Fact.class);
            LoggedFact logged = new LoggedFact(null, new Received(fact));
            assertThat(Bounds.weight(fact)).as("%s", fact).isGreaterThanOrEqualTo(bytes(Bindings.LOGGED_FACT, logged));
        }
    }

    @Test
    void theLargestRecordThatIsTakenFitsTheLogAndRejected() {
        Bytes half = Bytes.wrap(new byte[Bounds.RECORD_BYTES / 2]);
        // Bytes that are no UTF-8 become three each.
        String text = "\uFFFD".repeat(Bounds.RECORD_BYTES);
        Fact fact = new DebtWrittenOff("f", "T-1", DAY, text, null);
        Origin origin = new Origin("collection-actions", 3, Long.MAX_VALUE, Long.MAX_VALUE, half, half);

        assertThat(bytes(Bindings.LOGGED_FACT, new LoggedFact(origin, new Received(fact))))
                .isLessThan(MOST);
        assertThat(bytes(
                        Bindings.REJECTED,
                        new Rejected(
                                DAY,
                                "x".repeat(500),
                                "x".repeat(500),
                                Rejection.Reason.MALFORMED,
                                Rejection.shortened(text),
                                "collection-actions",
                                3,
                                Long.MAX_VALUE,
                                half,
                                half,
                                null,
                                null,
                                null)))
                .isLessThan(MOST);
    }

    /** Long ids in three bytes a letter, months of instalments, and facts until no more are taken. */
    @Test
    void anAccountThatIsFullFitsItsStoreAndAllThatItSaysFitsItsTopics() {
        String order = "€".repeat(200);
        String customer = "é".repeat(200);
        Account account = take(Account.opened(order), order(order, customer), DAY);
        LocalDate today = DAY;
        int refused = 0;
        for (int n = 0; n < 1_200 && refused < 60; n++) {
            Account before = account;
            account = take(account, fact(n, order, customer, today), today);
            refused += account.equals(before) ? 1 : 0;
            if (n % 3 == 0) {
                today = today.plusDays(7);
                account = checked(DECIDER.close(account, today)).account();
            }
        }
        assertThat(refused).as("the account is full").isEqualTo(60);
        for (int n = 0; n < 100; n++) {
            today = today.plusDays(1);
            account = checked(DECIDER.close(account, today)).account();
        }
    }

    private static OrderPlaced order(String order, String customer) {
        return new OrderPlaced(
                "placed",
                order,
                DAY,
                "hexagone-initial",
                new Customer(customer, Quality.CONSUMER),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "x", Money.of("10000.00"))),
                new Service(DAY.plusMonths(8), DAY.plusMonths(18), List.of()),
                null,
                new Plan(10, DAY.plusMonths(8)),
                List.of(),
                false);
    }

    private static Fact fact(int n, String order, String customer, LocalDate today) {
        return switch (n % 4) {
            case 0 ->
                new PaymentReceived(
                        "p" + n, order, today, "P" + n, customer, Money.of("1.00"), Method.TRANSFER, "free text " + n);
            case 1 -> new PaymentReturned("r" + n, order, today, "P" + (n - 1), "x".repeat(300));
            case 2 -> new PenaltyWaived("w" + n, order, today, "none/such#" + n, "é".repeat(100), null);
            default ->
                new OrderAmended(
                        "a" + n,
                        order,
                        today,
                        Collections.nCopies(
                                1,
                                new OrderLine(
                                        OrderLine.LineKind.TUITION, "tuition", Money.of((n % 2000 + 1) + "00.00"))));
        };
    }

    private static Account take(Account account, Fact fact, LocalDate today) {
        return checked(DECIDER.take(account, fact, today)).account();
    }

    private static Decision checked(Decision decision) {
        assertThat(bytes(Bindings.ACCOUNT, AccountRow.of(decision.account(), null)))
                .isLessThan(MOST);
        if (decision.statement() != null) {
            assertThat(bytes(Bindings.STATEMENT, decision.statement())).isLessThan(MOST);
        }
        decision.drafts()
                .forEach(draft -> assertThat(
                                bytes(Bindings.DRAFT_NEWS, DraftMade.of(draft, BoundTerms.digest(draft.terms()))))
                        .isLessThan(MOST));
        decision.entries()
                .forEach(
                        entry -> assertThat(bytes(Bindings.LEDGER_ENTRY, entry)).isLessThan(MOST));
        for (Output output : decision.outputs()) {
            if (output instanceof Alert alert) {
                assertThat(bytes(Bindings.DUNNING_ALERT, alert)).isLessThan(MOST);
            }
            assertThat(output instanceof Document ? Weight.of(output) : 0).isLessThan(MOST);
        }
        return decision;
    }
}
