package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Sentence;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Money that waits is proposed")
class LeadsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final List<OrderStanding> owed = new ArrayList<>();
    private final List<KnownName> numbers = new ArrayList<>();
    private final List<Proposal> named = new ArrayList<>();

    /** Of an order, debts that fall due one month after the other, the first on 1 March. */
    private void owes(String payer, String order, String... amounts) {
        owes(TODAY.withDayOfMonth(1), List.of(), payer, order, amounts);
    }

    private void owes(LocalDate dueOn, List<HoldOnOrder> holds, String payer, String order, String... amounts) {
        List<Debt> debts = new ArrayList<>();
        DocumentId document = new DocumentId(order + "/" + payer + "/INVOICE/1");
        for (String amount : amounts) {
            debts.add(new Debt(
                    new ReceivableKey(document, debts.size() + 1),
                    payer,
                    PayerKind.CONSUMER,
                    true,
                    dueOn.plusMonths(debts.size()),
                    Money.of(amount),
                    null,
                    null,
                    null));
        }
        owed.add(new OrderStanding(
                order,
                order.startsWith("S") ? "school" : "seller",
                payer,
                Quality.CONSUMER,
                Status.BILLED,
                dueOn.minusMonths(1),
                debts,
                List.of(),
                holds,
                List.of(),
                List.of(),
                false,
                false,
                null,
                List.of()));
    }

    private void isNumbered(String order, String payer, int n, String amount) {
        numbers.add(new KnownName("seller-2026-%06d".formatted(n), order, List.of(payer), List.of(Money.of(amount))));
    }

    private void names(String order, String... payers) {
        named.add(new Proposal(order, order, List.of(payers)));
    }

    private @Nullable UsualPayer usual;

    private List<Lead> leads(@Nullable String payer, String amount, @Nullable String text) {
        PaymentReceived payment =
                new PaymentReceived("f", null, TODAY, "P", payer, Money.of(amount), Method.TRANSFER, text);
        return new OpenOrders(owed)
                .leads(
                        payment,
                        named,
                        usual,
                        key -> numbers.stream()
                                .filter(name -> name.key().equals(key))
                                .toList());
    }

    private List<String> why(@Nullable String payer, String amount, @Nullable String text) {
        return leads(payer, amount, text).getFirst().evidence().stream()
                .map(Sentence::english)
                .toList();
    }

    private String proposed(@Nullable String payer, String amount, @Nullable String text) {
        return leads(payer, amount, text).stream()
                .map(lead -> lead.rule() + (lead.contradicted() ? " but" : "") + ": "
                        + lead.parts().stream()
                                .map(part -> part.amount() + " to " + part.orderId() + " of " + part.payerId())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    @Test
    @DisplayName("for what the text names, where that makes the amount")
    void forWhatTheTextNames() {
        owes("ANN", "A-1", "100.00", "100.00");
        owes("ANN", "A-2", "70.00");
        names("A-1", "ANN");
        names("A-2", "ANN");

        assertThat(proposed(null, "170.00", "A-1 A-2"))
                .isEqualTo("NAMED_AND_SUM: 100.00 to A-1 of ANN, 70.00 to A-2 of ANN");
        assertThat(why(null, "170.00", "A-1 A-2"))
                .contains(
                        "the text names A-1, A-2",
                        "ANN owes 100.00 of A-1, due 2026-03-01; ANN owes 70.00 of A-2, due 2026-03-01");
    }

    @Test
    @DisplayName("with the difference, where what the text names makes another amount: the oldest debt first")
    void withTheDifference() {
        owes("ANN", "A-1", "100.00", "100.00");
        names("A-1", "ANN");

        assertThat(proposed(null, "30.00", "A-1")).isEqualTo("NAMED: 30.00 to A-1 of ANN");
        assertThat(why(null, "30.00", "A-1")).contains("of that 200.00 are unpaid, it is 170.00 less");
        assertThat(why(null, "230.00", "A-1")).contains("it is 30.00 more than is unpaid of that");
    }

    @Test
    @DisplayName("for the number with one digit otherwise, or two swapped, that asks for the amount, if that is one")
    void forTheNumberNearby() {
        owes("ANN", "A-1", "100.00");
        owes("BOB", "B-1", "100.00");
        isNumbered("A-1", "ANN", 12, "100.00");
        isNumbered("B-1", "BOB", 345, "100.00");

        assertThat(proposed(null, "100.00", "FACTURE SELLER-2026-000013"))
                .isEqualTo("DAMAGED_NUMBER: 100.00 to A-1 of ANN");
        assertThat(proposed(null, "100.00", "FACTURE SELLER-2026-000021")).startsWith("DAMAGED_NUMBER: 100.00 to A-1");
        assertThat(proposed(null, "99.00", "FACTURE SELLER-2026-000013")).isEmpty();
        assertThat(proposed(null, "100.00", "FACTURE SELLER-2026-000777")).isEmpty();

        isNumbered("B-1", "BOB", 14, "100.00");
        assertThat(proposed(null, "100.00", "FACTURE SELLER-2026-000013")).isEmpty();
    }

    @Test
    @DisplayName("for what makes the amount of all that the payer owes")
    void forWhatThePayerOwes() {
        owes("ANN", "A-1", "100.00");
        owes("ANN", "A-2", "70.00");
        owes("ANN", "A-3", "35.00");
        owes("BOB", "B-1", "135.00");

        assertThat(proposed("ANN", "135.00", null))
                .isEqualTo("PAYER_AND_SUM: 100.00 to A-1 of ANN, 35.00 to A-3 of ANN;"
                        + " AMOUNT but: 135.00 to B-1 of BOB");
    }

    @Test
    @DisplayName("for other debts of the debtor whose order the text names, where these make the amount")
    void forOtherDebtsOfTheDebtor() {
        owes("ANN", "A-1", "100.00");
        owes("ANN", "A-2", "70.00");
        names("A-1", "ANN");

        assertThat(proposed(null, "170.00", "A-1"))
                .isEqualTo("PAYER_AND_SUM: 100.00 to A-1 of ANN, 70.00 to A-2 of ANN; NAMED: 170.00 to A-1 of ANN");
    }

    @Test
    @DisplayName("for a promise of that amount")
    void forAPromise() {
        HoldOnOrder promise = new HoldOnOrder(HoldReason.PROMISE, "ANN", TODAY, Money.of("40.00"));
        owes(TODAY.minusMonths(1), List.of(promise), "ANN", "A-1", "100.00");

        assertThat(new OpenOrders(owed)
                        .leads(
                                new PaymentReceived(
                                        "f", null, TODAY, "P", "ANN", Money.of("40.00"), Method.TRANSFER, null),
                                List.of(),
                                null,
                                key -> List.of()))
                .singleElement()
                .satisfies(lead -> {
                    assertThat(lead.rule()).isEqualTo(Lead.LeadRule.PROMISE);
                    assertThat(lead.evidence())
                            .extracting(Sentence::english)
                            .containsExactly("ANN promised 40.00 for A-1 by 2026-03-10");
                });
    }

    @Test
    @DisplayName("for whom its account has paid before: what of his debts makes the amount, else the oldest of them")
    void forWhomItsAccountHasPaidBefore() {
        usual = new UsualPayer("HEXAGONE", "2606", 3, LocalDate.of(2026, 3, 2));
        owes("HEXAGONE", "H-1", "100.00", "250.00");
        owes("HEXAGONE", "H-2", "40.00");
        owes("BOB", "B-1", "140.00");
        String sentence = "the account ending 2606 paid for HEXAGONE before, 3 times, last on 2026-03-02";

        assertThat(proposed(null, "140.00", "MERCI"))
                .isEqualTo("PAYER_AND_SUM: 100.00 to H-1 of HEXAGONE, 40.00 to H-2 of HEXAGONE;"
                        + " AMOUNT: 140.00 to B-1 of BOB");
        assertThat(why(null, "140.00", "MERCI"))
                .containsExactly(
                        sentence,
                        "HEXAGONE owes 100.00 of H-1, due 2026-03-01; HEXAGONE owes 40.00 of H-2, due 2026-03-01");
        assertThat(proposed(null, "130.00", "MERCI"))
                .isEqualTo("ACCOUNT: 100.00 to H-1 of HEXAGONE, 30.00 to H-2 of HEXAGONE");
        assertThat(why(null, "130.00", "MERCI"))
                .containsExactly(sentence, "of that 390.00 are unpaid, it is 260.00 less");
        assertThat(proposed(null, "1000.00", "MERCI"))
                .isEqualTo("ACCOUNT: 960.00 to H-1 of HEXAGONE, 40.00 to H-2 of HEXAGONE");
    }

    @Test
    @DisplayName("for the only one who owes such an amount; of two, for him whose debt falls due about now, or nobody")
    void forTheOnlyOneWhoOwesSuchAnAmount() {
        owes("ANN", "A-1", "100.00");
        assertThat(proposed(null, "100.00", "MERCI")).isEqualTo("AMOUNT: 100.00 to A-1 of ANN");

        owes(TODAY.plusMonths(3), List.of(), "BOB", "B-1", "100.00");
        assertThat(proposed(null, "100.00", "MERCI")).isEqualTo("AMOUNT: 100.00 to A-1 of ANN");
        assertThat(why(null, "100.00", "MERCI")).contains("nobody else owes 100.00 at this time");

        owes("CAT", "C-1", "100.00");
        assertThat(proposed(null, "100.00", "MERCI")).isEmpty();
    }

    @Test
    @DisplayName("for nobody by the amount alone where more than fifty owe it, be one of them named")
    void forNobodyWhereManyOweIt() {
        for (int n = 1; n <= Clues.MOST_ASKING; n++) {
            owes(TODAY.plusYears(1), List.of(), "P-" + n, "O-" + n, "100.00");
        }
        assertThat(proposed(null, "100.00", "MERCI")).isEmpty();
        owes("ANN", "A-1", "100.00");
        assertThat(proposed(null, "100.00", "MERCI")).isEmpty();

        names("A-1", "ANN");
        assertThat(proposed(null, "100.00", "A-1")).isEqualTo("NAMED_AND_SUM: 100.00 to A-1 of ANN");
        assertThat(why(null, "100.00", "A-1")).noneMatch(why -> why.contains("nobody else"));
    }

    @Test
    @DisplayName("last where something speaks against it: who paid owes nothing of it, or it is owed to two sellers")
    void lastWhereSomethingSpeaksAgainstIt() {
        owes("ANN", "A-1", "100.00");
        owes("ANN", "S-1", "70.00");
        names("A-1", "ANN");
        names("S-1", "ANN");

        assertThat(proposed(null, "170.00", "A-1 S-1"))
                .isEqualTo("NAMED_AND_SUM but: 100.00 to A-1 of ANN, 70.00 to S-1 of ANN");
        assertThat(why("BOB", "170.00", "A-1 S-1")).contains("but BOB paid, who owes nothing of it");
    }

    @Test
    @DisplayName("as a credit, last, where nothing is unpaid of what the text names")
    void asACredit() {
        names("A-1", "ANN");

        assertThat(proposed(null, "50.00", "A-1")).isEqualTo("NAMED but: 50.00 to A-1 of ANN");
    }

    @Test
    @DisplayName("as a whole: the parts make the payment, whoever owes what")
    void asAWhole() {
        owes("ANN", "A-1", "100.00", "20.00");
        owes("BOB", "B-1", "33.00");
        names("A-1", "ANN");
        names("B-1", "BOB");

        assertThat(Stream.of("20.00", "33.00", "53.00", "100.00", "120.00", "153.00", "90.00", "900.00")
                        .flatMap(amount -> leads(null, amount, "A-1 B-1").stream()
                                .filter(lead -> !lead.parts().stream()
                                        .map(Lead.LeadPart::amount)
                                        .reduce(Money.ZERO, Money::plus)
                                        .equals(Money.of(amount)))))
                .isEmpty();
    }
}
