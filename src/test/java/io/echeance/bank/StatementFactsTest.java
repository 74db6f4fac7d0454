package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a statement of account: payments and returns, and nothing that names a person. */
class StatementFactsTest {

    private static final Set<String> SERIES = Set.of("TECHNOLOWGIC");

    private static BankStatement statement() throws RefusedFile {
        return SampleFiles.statement(SampleFiles.text("cfonb120.txt"));
    }

    @Test
    void isPaymentsAndReturnsWithoutNames() throws RefusedFile {
        StatementFacts facts = StatementFacts.of(statement(), Set.of(), SERIES, true);

        assertThat(facts.facts().stream().filter(PaymentReceived.class::isInstance))
                .hasSize(4);
        assertThat(facts.facts().size() + facts.leftAside()).isEqualTo(6);
        for (PaymentFact fact : facts.facts()) {
            String others = fact.toString().replace("bankAccount=" + statement().account(), "");
            assertThat(others).doesNotContain("BEAUMONT SARL", "OKAFOR", "CHIDI", "FR76");
        }
        assertThat(facts.facts().getFirst()).isInstanceOfSatisfying(PaymentReceived.class, payment -> {
            assertThat(payment.payerId()).isNull();
            assertThat(payment.paymentId()).isEqualTo(id(0));
            assertThat(payment.reference()).contains("TECHNOLOWGIC-20");
        });
    }

    @Test
    void ofTheAccountThatMoneyCameFromGoesOnAMark() throws RefusedFile {
        StatementFacts facts = StatementFacts.of(statement(), Set.of(), SERIES, true)
                .from(new AccountMarks(account -> "A".repeat(22)), statement());

        assertThat(facts.facts())
                .filteredOn(PaymentReceived.class::isInstance)
                .extracting(fact -> ((PaymentReceived) fact).senderAccount())
                .containsExactly("2606/" + "A".repeat(22), "2606/" + "A".repeat(22), null, null);
        assertThat(facts.facts().toString()).doesNotContain("FR1420041010050500013M02606");
    }

    private static String id(int n) {
        try {
            return statement().entries().get(n).id();
        } catch (RefusedFile refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void readAgainIsTheSame() throws RefusedFile {
        assertThat(StatementFacts.of(statement(), Set.of(), SERIES, true))
                .isEqualTo(StatementFacts.of(statement(), Set.of(), SERIES, true));
    }

    /** Of two equal payments of a day each has its name: when one was taken before, the other is taken now. */
    @Test
    void ofWhatWasTakenBeforeNothingIsSaid() throws RefusedFile {
        assertThat(id(0)).isNotEqualTo(id(1));
        assertThat(EntryIds.content(id(0))).isEqualTo(EntryIds.content(id(1)));

        StatementFacts facts = StatementFacts.of(statement(), Set.of(id(0)), SERIES, true);

        assertThat(facts.facts())
                .extracting(PaymentFact::factId)
                .contains(id(1))
                .doesNotContain(id(0));
        assertThat(facts.facts().size() + facts.leftAside()).isEqualTo(5);
    }
}
