package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.money.Money;
import io.echeance.core.order.InShadow;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.RuleMode;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** W-10001 is sold under terms that say what a number may do. */
@DisplayName("In the stream a number, under terms that say what it may do,")
class RuleModesStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate PAID = DAY.plusDays(30);

    private final StreamUnderTest stream = new StreamUnderTest();

    @AfterEach
    void end() {
        stream.close();
    }

    private String number(RuleMode mode) {
        Terms terms = TermPacks.bundled().all().stream()
                .filter(one -> one.name().equals("technolowgic"))
                .findFirst()
                .orElseThrow();
        stream.publish(Changed.with(
                Changed.with(terms, "name", "careful"),
                "payment",
                Changed.with(terms.payment(), "rules", Map.of(MatchingRule.NUMBER, mode))));
        stream.close(DAY.minusDays(1));
        stream.tell(Facts.order("W-10001", DAY, "careful", "2400.00"), DAY);
        stream.close(PAID.minusDays(1));
        return stream.said(Topic.INVOICES, Invoice.class).getFirst().number();
    }

    private void pay(String id, @Nullable String payer, String reference) {
        stream.tell(
                new PaymentReceived(id, null, PAID, id, payer, Money.of("2880.00"), Method.TRANSFER, reference), PAID);
    }

    private SuspenseEntry waiting() {
        try (var rows = stream.<SuspenseEntry>store(StateStores.SUSPENSE).all()) {
            return rows.next().value;
        }
    }

    @Test
    @DisplayName("is proposed to a person where it may only propose, whoever paid")
    void isProposed() {
        String number = number(RuleMode.PROPOSES);
        pay("P1", Facts.CUSTOMER, number);

        assertThat(waiting().proposals()).containsExactly(new Proposal(number, "W-10001", List.of(Facts.CUSTOMER)));
        assertThat(waiting().shadow()).isNull();
    }

    @Test
    @DisplayName("leaves the money where it is in shadow, and says where it would have put it")
    void isInShadow() {
        String number = number(RuleMode.SHADOW);
        pay("P1", null, "FACTURE " + number.toUpperCase(Locale.ROOT) + " MERCI");

        assertThat(waiting().proposals()).isEmpty();
        assertThat(waiting().shadow()).isEqualTo(new InShadow(MatchingRule.NUMBER, "W-10001", Facts.CUSTOMER));

        stream.close(PAID);
        stream.close(PAID.plusDays(1));
        stream.close(PAID.plusDays(2));
        stream.close(PAID.plusDays(3));

        assertThat(waiting().announced()).isTrue();
        assertThat(waiting().shadow()).isNotNull();
    }
}
