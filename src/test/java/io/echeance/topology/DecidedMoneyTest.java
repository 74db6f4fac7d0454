package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.laws.History;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Money of which a bank tells and about which people decide: all of it is in the accounts once, whatever it is called,
 * and what the books have in 471 is what the list of suspense says.
 */
class DecidedMoneyTest {

    private static final LocalDate ORDERED = LocalDate.of(2026, 1, 12);

    private final Book book = new Book(History.DECIDER);
    private final List<String> refused = new ArrayList<>();
    private final Map<String, Money> amounts = new HashMap<>();
    private Money received = Money.ZERO;
    private Money atTheBank = Money.ZERO;
    private LocalDate today = ORDERED;

    @BeforeEach
    void order() {
        Stream.of("T-911", "T-912", "T-913").forEach(order -> take(Facts.order(order, ORDERED)));
    }

    private void take(Fact fact) {
        int before = refused.size();
        for (Output output : book.take(fact, today)) {
            if (output instanceof Rejection rejection) {
                refused.add(rejection.factId() + " " + rejection.reason());
            }
        }
        if (fact instanceof PaymentReceived payment && refused.size() == before) {
            received = received.plus(payment.amount());
            atTheBank = atTheBank.plus(payment.amount());
            amounts.put(payment.paymentId(), payment.amount());
        } else if (fact instanceof PaymentReturned returned && refused.size() == before) {
            atTheBank = atTheBank.minus(Objects.requireNonNull(amounts.get(returned.paymentId())));
        }
        assertThat(MoneyInBook.of(book)).as("after " + fact).isEqualTo(received);
        assertThat(atTheBank.minus(TrialBalance.of(book.entries()).balanceOf(LedgerAccount.SUSPENSE)))
                .as("471 after " + fact)
                .isEqualTo(waiting());
        SuspenseSum known = book.suspenseAccount().values().stream().reduce(SuspenseSum.NOTHING, SuspenseSum::plus);
        assertThat(known.waits()).as("known to wait after " + fact).isEqualTo(waiting());
        assertThat(known.gone()).as("known to have left after " + fact).isEqualTo(received.minus(atTheBank));
        today = today.plusDays(1);
    }

    /** By the list of suspense. */
    private Money waiting() {
        return book.suspense().stream()
                .map(one -> one.setAside() == null
                        ? ((PaymentReceived) one.fact()).amount()
                        : one.setAside().amount())
                .reduce(Money.ZERO, Money::plus);
    }

    private void paid(String factId, String paymentId, String amount, String reference) {
        take(new PaymentReceived(
                factId,
                null,
                today,
                paymentId,
                null,
                Money.of(amount),
                Method.TRANSFER,
                reference,
                "FR7630006000011234567890189",
                null));
    }

    private void returned(String factId, String paymentId) {
        take(new PaymentReturned(factId, null, today, paymentId, "MD06"));
    }

    private void decided(String id, String paymentId, @Nullable String replaces, PaymentPart... parts) {
        take(new PaymentApplied(id, today, paymentId, List.of(parts), null, "eve", replaces));
    }

    private static PaymentPart part(String order, @Nullable String amount) {
        return new PaymentPart(order, null, amount == null ? null : Money.of(amount), null);
    }

    private String paid() {
        return Stream.of("T-911", "T-912", "T-913")
                .map(order -> Objects.requireNonNull(book.statement(order))
                                .payers()
                                .getFirst()
                                .paid() + "")
                .collect(Collectors.joining(" "));
    }

    @Test
    void aReturnDoesNotStayBehindAndTakeBackWhatIsPresentedAgain() {
        paid("f1", "P1", "600.00", "T-911");
        returned("r1", "P1");
        decided("d1", "P1", null, part("T-912", null));
        assertThat(paid()).isEqualTo("0.00 0.00 0.00");

        paid("f2", "P1", "600.00", "T-911");
        assertThat(paid()).isEqualTo("600.00 0.00 0.00");
    }

    @Test
    void norOfWhatIsSetAside() {
        paid("f1", "P1", "600.00", "T-911");
        returned("r1", "P1");
        SetAside all = new SetAside(Money.of("600.00"), SetAside.Why.SENT_BACK);
        take(new PaymentApplied("d1", today, "P1", List.of(), all, "eve", null));

        paid("f2", "P1", "600.00", "T-911");
        assertThat(paid()).isEqualTo("600.00 0.00 0.00");
    }

    @Test
    void norOfWhatIsMovedInPartsAndPartedAgain() {
        paid("f1", "P1", "600.00", "NOBODY KNOWS");
        decided("d1", "P1", null, part("T-911", "200.00"), part("T-912", "400.00"));
        returned("r1", "P1");
        decided("d2", "P1", "d1", part("T-912", "200.00"), part("T-911", "400.00"));
        assertThat(paid()).isEqualTo("0.00 0.00 0.00");

        paid("f2", "P1", "600.00", "NOBODY KNOWS");
        decided("d3", "P1", "d2", part("T-911", "200.00"), part("T-912", "400.00"));
        assertThat(paid()).isEqualTo("200.00 400.00 0.00");

        returned("r2", "P1");
        assertThat(paid()).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void whatComesBackWaitsForNobodyWhereverItWas() {
        paid("f1", "P1", "600.00", "NOBODY KNOWS");
        returned("r1", "P1");
        assertThat(book.suspense()).isEmpty();

        paid("f2", "P2", "700.00", "T-911");
        decided("d1", "P2", null);
        assertThat(waiting()).isEqualTo(Money.of("700.00"));
        decided("d2", "P2", "d1", part("T-912", "300.00"), part("T-913", null));
        returned("r2", "P2");
        decided("d3", "P2", "d2");
        assertThat(book.suspense()).isEmpty();
        assertThat(paid()).isEqualTo("0.00 0.00 0.00");

        SetAside some = new SetAside(Money.of("100.00"), SetAside.Why.TO_CLARIFY);
        paid("f3", "P2", "700.00", "T-911");
        take(new PaymentApplied("d4", today, "P2", List.of(part("T-911", null)), some, "eve", "d3"));
        assertThat(waiting()).isEqualTo(Money.of("100.00"));
        returned("r3", "P2");
        assertThat(book.suspense()).isEmpty();
        assertThat(refused).isEmpty();
    }

    @Test
    void aReturnGoesAlongToAndFro() {
        paid("f1", "P1", "600.00", "T-911");
        returned("r1", "P1");
        decided("d1", "P1", null, part("T-912", null));
        decided("d2", "P1", "d1", part("T-911", null));
        assertThat(paid()).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void oneDecisionIdMayBeGivenForTwoPayments() {
        paid("f1", "P1", "600.00", "T-911");
        paid("f2", "P2", "700.00", "T-911");
        decided("d1", "P1", null, part("T-912", null));
        decided("d1", "P2", null, part("T-913", null));
        assertThat(paid()).isEqualTo("0.00 600.00 700.00");

        paid("f3", "P3", "10.00", "NOBODY KNOWS");
        paid("f4", "P4", "20.00", "NOBODY KNOWS");
        decided("d9", "P3", null, part("T-911", null));
        decided("d9", "P4", null, part("T-911", null));
        assertThat(paid()).isEqualTo("30.00 600.00 700.00");
    }

    @Test
    void longIdsThatBeginAlikeAndHaveTheSameHashCodeAreNotMistakenForEachOther() {
        String begin = "L".repeat(198);
        paid("f1", begin + "Aa", "600.00", "NOBODY KNOWS");
        paid("f2", begin + "BB", "600.00", "NOBODY KNOWS");
        decided(begin + "Aa", begin + "Aa", null, part("T-911", "200.00"), part("T-912", "400.00"));
        decided(begin + "BB", begin + "BB", null, part("T-911", "200.00"), part("T-912", "400.00"));
        assertThat(paid()).isEqualTo("400.00 800.00 0.00");

        returned("r1", begin + "Aa");
        assertThat(paid()).isEqualTo("200.00 400.00 0.00");
        assertThat(refused).isEmpty();
    }

    @Test
    void whatWasReceivedUnderAnIdThatLooksLikeAPartIsNotTakenForOne() {
        paid("d1/1", "P1/1", "300.00", "T-911");
        paid("f1", "P1", "600.00", "NOBODY KNOWS");
        decided("d1", "P1", null, part("T-911", "200.00"), part("T-912", "400.00"));
        assertThat(paid()).isEqualTo("500.00 400.00 0.00");

        returned("r1", "P1");
        assertThat(paid()).isEqualTo("300.00 0.00 0.00");
        returned("r2", "P1/1");
        assertThat(paid()).isEqualTo("0.00 0.00 0.00");
    }

    @Test
    void anIdThatOnlyWeGiveIsRefused() {
        paid("f1", "P1", "600.00", "NOBODY KNOWS");
        decided("d1", "P1", null, part("T-911", "200.00"), part("T-912", "400.00"));
        paid("f2", "P1#1", "200.00", "T-911");
        returned("r1", "P1#2");
        paid("d1#0123456789abcdef0123456789abcdef", "P2", "1.00", "T-911");
        decided("d2#1", "P1", "d1", part("T-911", null));
        decided("d2", "P1#1", null, part("T-911", null));

        assertThat(refused)
                .containsExactly(
                        "f2 MALFORMED",
                        "r1 MALFORMED",
                        "d1#0123456789abcdef0123456789abcdef MALFORMED",
                        "d2#1 MALFORMED",
                        "d2 MALFORMED");
        assertThat(paid()).isEqualTo("200.00 400.00 0.00");
    }
}
