package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What becomes of a statement of account: payments and returns, and nothing that names a person. */
class StatementFactsTest {

    private static final Set<String> SERIES = Set.of("TECHNOLOWGIC");

    private static StatementFacts facts(Set<String> known) throws IOException, RefusedFile {
        BankFile file = BankFile.read(Files.readAllBytes(Path.of("src/test/resources/bank/cfonb120.txt")));
        return StatementFacts.of(file.statements().getFirst(), known, SERIES);
    }

    @Test
    void isPaymentsAndReturnsWithoutNames() throws IOException, RefusedFile {
        StatementFacts facts = facts(Set.of());

        assertThat(facts.entries()).hasSize(6).doesNotHaveDuplicates();
        assertThat(facts.facts().stream().filter(PaymentReceived.class::isInstance))
                .hasSize(4);
        assertThat(facts.facts().size() + facts.leftAside()).isEqualTo(6);
        for (PaymentFact fact : facts.facts()) {
            assertThat(fact.toString()).doesNotContain("BEAUMONT SARL", "OKAFOR", "CHIDI", "FR76");
        }
        assertThat(facts.facts().getFirst()).isInstanceOfSatisfying(PaymentReceived.class, payment -> {
            assertThat(payment.payerId()).isNull();
            assertThat(payment.paymentId()).isEqualTo(facts.entries().getFirst());
            assertThat(payment.reference()).contains("TECHNOLOWGIC-20");
        });
    }

    @Test
    void readAgainIsTheSame() throws IOException, RefusedFile {
        assertThat(facts(Set.of())).isEqualTo(facts(Set.of()));
    }

    /** A statement that follows another one repeats nothing: what is equal there came once more. */
    @Test
    void equalEntriesOfALaterStatementAreFurtherOnes() throws IOException, RefusedFile {
        List<String> before = facts(Set.of()).entries();
        List<String> after = facts(Set.copyOf(before)).entries();

        assertThat(after).hasSize(6).doesNotHaveDuplicates().doesNotContainAnyElementsOf(before);
    }
}
