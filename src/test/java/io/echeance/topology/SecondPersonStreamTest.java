package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.serde.seal.MasterKey;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** W-1 is sold under terms that want two persons for more than 1000.00; P brings 2880.00 and names nothing. */
@DisplayName("In the stream a decision above the limit")
class SecondPersonStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void sell() {
        Terms terms = TermPacks.bundled().all().stream()
                .filter(one -> one.name().equals("technolowgic"))
                .findFirst()
                .orElseThrow();
        Terms limited = Changed.with(
                Changed.with(terms, "name", "four-eyes"),
                "payment",
                Changed.with(terms.payment(), "secondPersonAbove", Money.of("1000.00")));
        stream.publish(limited);
        stream.close(DAY.minusDays(1));
        stream.tell(Facts.order("W-1", DAY, "four-eyes", "2400.00"), DAY);
        stream.tell(Facts.payment("P", "MERCI", DAY), DAY);
    }

    private void decide(String factId, @Nullable String by) {
        List<PaymentPart> parts = List.of(new PaymentPart("W-1", null, null, null));
        stream.tell(new PaymentApplied(factId, DAY, "P", parts, null, by, null), DAY);
    }

    private List<CashDecision> decided() {
        return stream.said(Topic.CASH_DECISIONS, CashDecision.class);
    }

    private boolean waits(String factId) {
        return stream.<SuspenseEntry>store(StateStores.SUSPENSE)
                        .get(Grouped.key("P", factId.getBytes(StandardCharsets.UTF_8)))
                != null;
    }

    @ParameterizedTest(name = "sealed: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("waits for another person, whether names are sealed or not")
    void waitsForAnotherPerson(boolean sealed) {
        stream.sealWith(sealed ? MasterKey.random() : null);
        decide("d0", null);
        decide("d1", "zwiebelfisch");
        decide("d2", " ZwiebelFisch");

        assertThat(decided()).isEmpty();
        assertThat(waits("d1")).isTrue();
        assertThat(stream.rejected())
                .extracting(Rejected::factId, Rejected::reason)
                .containsExactly(tuple("d0", Reason.MALFORMED), tuple("d2", Reason.CONTRADICTS_EARLIER_FACT));

        decide("d3", "bob");

        assertThat(decided())
                .extracting(
                        one -> one.decided().decisionId(),
                        one -> one.decided().by(),
                        one -> one.decided().first())
                .containsExactly(tuple(
                        "d3", sealed ? null : "bob", new FirstDecision(DAY, "d1", sealed ? null : "zwiebelfisch")));
        assertThat(waits("d1")).isFalse();
        assertThat(stream.rejected()).isEmpty();
        assertThat(stream.holding("zwiebelfisch").isEmpty()).isEqualTo(sealed);
        assertThat(stream.holding("person-mark")).isEmpty();
    }

    @Test
    @DisplayName(
            "is the same under a copy of the master key, and waits anew once the key is another or is set only now")
    void waitsAnewOnceTheKeyIsAnother() {
        decide("d1", "ann");
        stream.sealWith(MasterKey.random());
        decide("d2", "bob");
        stream.sealWith(MasterKey.random());
        decide("d3", "ann");

        assertThat(decided()).isEmpty();
        assertThat(stream.rejected())
                .extracting(Rejected::factId, Rejected::reason)
                .containsExactly(
                        tuple("d1", Reason.CONTRADICTS_EARLIER_FACT), tuple("d2", Reason.CONTRADICTS_EARLIER_FACT));

        decide("d4", "bob");

        assertThat(decided()).extracting(one -> one.decided().decisionId()).containsExactly("d4");
    }

    @Test
    @DisplayName("is refused with its own bytes once its payment has come back, and confirms nothing of the next one")
    void isRefusedOnceItsPaymentHasComeBack() {
        decide("d1", "ann");
        stream.tell(new PaymentReturned("r", null, DAY, "P", "AC04"), DAY);

        assertThat(waits("d1")).isFalse();
        assertThat(stream.rejected())
                .singleElement()
                .satisfies(one -> assertThat(one.factId()).isEqualTo("d1"))
                .satisfies(one -> assertThat(one.reason()).isEqualTo(Reason.CONTRADICTS_EARLIER_FACT))
                .satisfies(one -> assertThat(
                                new String(Objects.requireNonNull(one.value()).get(), StandardCharsets.UTF_8))
                        .contains("ann"));

        stream.tell(
                new PaymentReceived("again", null, DAY, "P", null, Money.of("1500.00"), Method.TRANSFER, "MERCI"), DAY);
        decide("d2", "bob");
        assertThat(decided()).isEmpty();
        decide("d3", "ann");
        assertThat(decided())
                .extracting(
                        one -> one.decided().decisionId(), one -> one.decided().amount())
                .containsExactly(tuple("d3", Money.of("1500.00")));
    }

    @Test
    @DisplayName("says the same twice without harm, in clear and then under a key")
    void saysTheSameTwice() {
        decide("d1", "ann");
        stream.sealWith(MasterKey.random());
        decide("d1", "ann");
        stream.sealWith(null);
        decide("d1", "ann");

        assertThat(stream.rejected()).isEmpty();
        assertThat(waits("d1")).isTrue();
    }
}
