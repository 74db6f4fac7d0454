package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Banks know a name, an IBAN and a text, but not our ids: who paid is who owes what the payment names. */
class UnknownPayerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final InMemory matching = new InMemory();

    private void learn(String name, String order, String... payers) {
        matching.learn(new KnownName(name, order, List.of(payers)), TODAY);
    }

    /** ANN owes Y-7 and order 20261, and number 42; of Z-8001 BOB owes number 60, and OPCO number 61. */
    @ParameterizedTest(name = "order {0}, \"{1}\": {2} {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-|technolowgic-2027-000042|Y-7 as ANN|",
                "-|RF60TECH2027000042|Y-7 as ANN|",
                "-|VIR SEPA TECHNOLOWGIC 2027 000042 MERCI|Y-7 as ANN|",
                "-|TECHNOLOWGIC 2027 000042 /EREF/ E-1|Y-7 as ANN|", // its sender's own
                "-|TECHNOLOWGIC 2027 000042 /EREF/ 2027-000099 12|Y-7 as ANN|",
                "-|TECHNOLOWGIC 2027 000042 13 /EREF/ E-1||technolowgic-2027-000042 by ANN", // the next of a list
                "-|TECHNOLOWGIC 2027 000042 /EREF/ technolowgic-2027-000060||"
                        + "technolowgic-2027-000042 by ANN, technolowgic-2027-000060 by BOB",
                "-|12 /EREF/ technolowgic-2027-000042||technolowgic-2027-000042 by ANN",
                "-|technolowgic-2027-000061|Z-8001 as OPCO|", // the funder's own invoice
                "-|technolowgic-2027-000061 Z-8001|Z-8001 as OPCO|",
                "-|technolowgic-2027-000060 technolowgic-2027-000061||"
                        + "technolowgic-2027-000060 by BOB, technolowgic-2027-000061 by OPCO",
                "-|Z-8001/OPCO/INVOICE/1|Z-8001 as OPCO|", // a document by our own id
                "-|Y-7|Y-7 as ANN|",
                "-|Z-8001||Z-8001 by BOB or OPCO", // customer or funder?
                "-|CDE Z-8001||Z-8001 by BOB or OPCO",
                "-|CDE Y-7||Y-7 by ANN", // so short a name may stand there by chance
                "-|CDE Q-20261|Q-20261 as ANN|",
                "-|CDE Q-20261 Y-7||Q-20261 by ANN, Y-7 by ANN",
                "-|FACTURE 2027-000042||technolowgic-2027-000042 by ANN",
                "-|MERCI||",
                "-|-||",
                "Y-7|-|Y-7 as ANN|",
                "Y-7|FORMATION|Y-7 as ANN|",
                "Z-8001|-||Z-8001 by BOB or OPCO",
                "Z-8001|technolowgic-2027-000061|Z-8001 as OPCO|",
                "Y-9|-||",
            })
    void isWhoOwesWhatIsNamedIfThatIsOne(
            @Nullable String order, @Nullable String reference, @Nullable String place, @Nullable String proposed) {
        learn("Y-7", "Y-7", "ANN");
        learn("technolowgic-2027-000042", "Y-7", "ANN");
        learn("Q-20261", "Q-20261", "ANN");
        learn("Z-8001", "Z-8001", "BOB", "OPCO");
        learn("technolowgic-2027-000060", "Z-8001", "BOB");
        learn("technolowgic-2027-000061", "Z-8001", "OPCO");
        learn("Z-8001/OPCO/INVOICE/1", "Z-8001");

        List<Step.Result> results = matching.take(
                new PaymentReceived("f", order, TODAY, "P", null, Money.of("10.00"), Method.TRANSFER, reference),
                TODAY);

        assertThat(results.stream()
                        .filter(Step.Sent.class::isInstance)
                        .map(result -> (PaymentReceived) ((Step.Sent) result).fact())
                        .map(sent -> sent.orderId() + " as " + sent.payerId())
                        .collect(Collectors.joining()))
                .isEqualTo(place == null ? "" : place);
        assertThat(matching.suspense().stream()
                        .flatMap(waiting -> waiting.proposals().stream())
                        .map(proposal -> proposal.name() + " by " + String.join(" or ", proposal.payers()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(proposed == null ? "" : proposed);
    }

    /** Number 42 asks for 100.00, 100.00 and 50.00; ANN owes it. */
    @ParameterizedTest(name = "{0} for \"{1}\": {2}")
    @CsvSource({
        "100.00, technolowgic-2027-000042, Y-7", // an instalment
        "200.00, technolowgic-2027-000042, Y-7", // two in a row
        "150.00, technolowgic-2027-000042, Y-7",
        "250.00, FACTURE TECHNOLOWGIC 2027 000042, Y-7", // all
        "250.01, technolowgic-2027-000042,", // it may be another's number with a digit wrong
        "50.01, FACTURE TECHNOLOWGIC 2027 000042,",
        "50.01, RF60TECH2027000042, Y-7", // in which a slip would show
        "50.01, Y-7, Y-7", // what an order asks for is not known
    })
    void isCertainOnlyWithAnAmountThatIsAskedForOrWithCheckDigits(
            String amount, String reference, @Nullable String order) {
        matching.learn(new KnownName("Y-7", "Y-7", List.of("ANN")), TODAY);
        List<Money> asked = List.of(Money.of("100.00"), Money.of("100.00"), Money.of("50.00"));
        matching.learn(new KnownName("technolowgic-2027-000042", "Y-7", List.of("ANN"), asked), TODAY);

        List<Step.Result> results = matching.take(
                new PaymentReceived("f", null, TODAY, "P", null, Money.of(amount), Method.TRANSFER, reference), TODAY);

        assertThat(results).filteredOn(Step.Sent.class::isInstance).hasSize(order == null ? 0 : 1);
        assertThat(matching.suspense()).hasSize(order == null ? 1 : 0);
    }

    @Test
    void isProposedFirstWhereTheAmountIsAskedFor() {
        matching.learn(new KnownName("alegria-2027-000042", "A-1", List.of("ANN"), List.of(Money.of("80.00"))), TODAY);
        matching.learn(
                new KnownName("technolowgic-2027-000042", "Y-7", List.of("BOB"), List.of(Money.of("90.00"))), TODAY);
        matching.take(
                new PaymentReceived(
                        "f", null, TODAY, "P", null, Money.of("90.00"), Method.TRANSFER, "FACTURE 2027-000042"),
                TODAY);

        assertThat(matching.suspense().getFirst().proposals())
                .extracting(Proposal::name)
                .containsExactly("technolowgic-2027-000042", "alegria-2027-000042");
    }
}
