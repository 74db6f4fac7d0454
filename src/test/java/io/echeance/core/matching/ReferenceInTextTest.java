package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.FundingRequest;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found in a bank's text, and what is proposed to a person. */
class ReferenceInTextTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    private final InMemory matching = new InMemory();

    /** A owes it. */
    private String learn(String name, String order) {
        return text(matching.learn(new KnownName(name, order, List.of("A")), TODAY));
    }

    private String take(PaymentReceived payment) {
        return text(matching.take(payment, TODAY));
    }

    private static PaymentReceived paid(String id, String reference) {
        return new PaymentReceived("f" + id, null, TODAY, id, "A", Money.of("10.00"), Method.TRANSFER, reference);
    }

    private static String text(List<Step.Result> results) {
        return results.stream()
                .filter(result -> !(result instanceof Step.RemindersHeld))
                .map(Step.Sent.class::cast)
                .map(sent -> sent.fact().factId() + " to " + sent.fact().orderId())
                .collect(Collectors.joining(", "));
    }

    /** As banks hand them on: A owes Y-7 (number 42) and Y-8 (number 53), B owes Z-12345 (number 60). */
    @ParameterizedTest(name = "\"{0}\": {1} {2}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            delimiter = '|',
            value = {
                "technolowgic-2027-000042|Y-7|",
                "' technolowgic-2027-000042 '|Y-7|",
                "'Y-7\n'|Y-7|",
                "TECHNOLOWGIC-2027-000042|Y-7|",
                "FACTURE technolowgic-2027-000042|Y-7|",
                "VIR SEPA TECHNOLOWGIC 2027 000042 MERCI|Y-7|",
                "TECHNOLOWGIC2027000042|Y-7|",
                "TECHNOLOWGIC-2027-O00042|Y-7|", // O for 0
                "'FACTURE TECHNOLOWGIC-2027-00\n0042'|Y-7|", // wrapped by the bank
                "FACTURE TECHNOLOWGIC-2027-000042 DU 05/01/2027 1 200,00 EUR|Y-7|",
                "TECHNOLOWGIC-2027-000042 CDE Y-7|Y-7|",
                "y-7|Y-7|",
                "Règlement commande y-7.|Y-7|",
                "RF60TECH2027000042|Y-7|",
                "RF48TECH2027000042||", // its check digits are wrong: it may be about another
                "RF48 TECH 2027 0000 42||",
                "RF48TECH2027000042 FACTURE technolowgic-2027-000042||technolowgic-2027-000042",
                "/ROC/RF60 TECH 2027 0000 42|Y-7|",
                "technolowgic-2027-000042 technolowgic-2027-000053||technolowgic-2027-000042 technolowgic-2027-000053",
                "technolowgic-2027-000042 technolowgic-2027-000099||technolowgic-2027-000042", // not known yet
                "technolowgic-2027-000042/53||technolowgic-2027-000042 technolowgic-2027-000053",
                "FACTURES 2027-42 A 60||technolowgic-2027-000042 technolowgic-2027-000053",
                "Y-7 Y-8||Y-7 Y-8",
                "FACTURES TECHNOLOWGIC-2027-000042 000053||technolowgic-2027-000042", // a list, whatever parts it
                "TECHNOLOWGIC 2027 000042 53||technolowgic-2027-000042",
                "'TECHNOLOWGIC-2027-000042\n000053'||technolowgic-2027-000042",
                "CDE X-1001|Y-9|",
                "CDE X1001|Y-9|",
                "CDE X/1001 DU 5.1.2027|Y-9|",
                "COMMANDES X-1001 ET 1002||X-1001",
                "X-1001, 1002||X-1001",
                "X-1001 A X-1003||X-1001", // not known yet
                "CDE X 1001||X-1001", // EUR 1200 is no order
                "CDE X-1001 2||X-1001",
                "CDE 01 X-1001||X-1001",
                "CDE X-1001 B||X-1001 X-1001-B",
                "CDE X-1001 MERCI|Y-9|",
                "FACTURE 2027-000042||technolowgic-2027-000042", // whose?
                "2027/42||technolowgic-2027-000042",
                "FACTURETECHNOLOWGIC2027000042||technolowgic-2027-000042",
                "technolowgic-2027-000060||", // exact, but see below
                "ECOLE Y 7 RUE X||Y-7",
                "Z12345||Z-12345", // another's order
                "7||",
                "FORMATION DE JANVIER||",
                "technolowgic-2027-0000421||",
                "FR7630006000011234567890189||",
            })
    void aReferenceInsideATextIsFoundOrProposed(String reference, @Nullable String order, @Nullable String proposed) {
        learn("Y-7", "Y-7");
        learn("technolowgic-2027-000042", "Y-7");
        learn("Y-8", "Y-8");
        learn("technolowgic-2027-000053", "Y-8");
        learn("X-1001", "Y-9");
        learn("X-1001-B", "Y-10");
        matching.learn(new KnownName("Z-12345", "Z-12345", List.of("B")), TODAY);

        assertThat(take(paid("P", reference))).isEqualTo(order == null ? "" : "fP to " + order);
        assertThat(matching.suspense().stream()
                        .flatMap(waiting -> waiting.proposals().stream())
                        .map(Proposal::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(proposed == null ? "" : proposed);
    }

    private static final Terms TERMS = TermPacks.bundled().find("technolowgic").orElseThrow();

    @Test
    void aFunderThatOnlyReimbursesIsNotExpectedToPay() {
        OrderPlaced order = new OrderPlaced(
                "f",
                "R-6001",
                TODAY,
                "technolowgic",
                new Customer("DELTA", Quality.PROFESSIONAL),
                List.of(),
                new Service(TODAY, TODAY, List.of()),
                null,
                null,
                List.of(
                        new FundingRequest("ACME", FundingRequest.Mode.REIMBURSEMENT, Money.of("1.00")),
                        new FundingRequest("OPCO", FundingRequest.Mode.SUBROGATION, Money.of("1.00"))),
                false);

        assertThat(KnownName.of(order, TERMS).payers()).containsExactly("DELTA", "OPCO");
    }

    @Test
    void whatIsFoundInATextThatWaitsIsAnnounced() {
        learn("Y-7", "Y-7");
        learn("Y-8", "Y-8");
        take(paid("P", "Y-7 ET Y-8"));

        assertThat(matching.announce(TODAY.plusDays(4)))
                .containsExactly(new UnmatchedPayment(
                        TODAY.plusDays(4),
                        null,
                        "A",
                        "P",
                        Money.of("10.00"),
                        "Y-7 ET Y-8",
                        List.of(new Proposal("Y-7", "Y-7", List.of("A")), new Proposal("Y-8", "Y-8", List.of("A")))));
    }

    /** Whatever was asked, the text is looked at again when one of its names becomes known. */
    @Test
    void aNumberInATextIsFoundWhenItBecomesKnown() {
        take(paid("P", "FACTURE TECHNOLOWGIC-2027-000042"));
        assertThat(matching.suspense()).hasSize(1);

        assertThat(learn("alegria-2027-000042", "A-1")).isEmpty();
        assertThat(learn("technolowgic-2027-000042", "Y-7")).isEqualTo("fP to Y-7");
        take(paid("Q", "FACTURE TECHNOLOWGIC-2027-000043"));
        assertThat(learn("technolowgic-2027-000043", "Y-7")).isEqualTo("fQ to Y-7");
        assertThat(matching.suspense()).isEmpty();
    }

    @Test
    void twoNamesThatAreAlikeAreNobodys() {
        learn("Y-1234", "Y-1234");
        learn("Y1234", "Y1234");

        assertThat(take(paid("P", "Y-1234"))).isEqualTo("fP to Y-1234"); // exact
        assertThat(take(paid("Q", "y 1234"))).isEmpty();
        assertThat(take(paid("R", "CDE Y-1234"))).isEmpty();
    }

    /** Twenty questions at most, and nothing is found in a text that raises more. */
    @Test
    void aTextOfManyNamesIsNobodys() {
        learn("Y-7", "Y-7");
        StringBuilder text = new StringBuilder("Y-7");
        for (int n = 0; n < 30; n++) {
            text.append(" X").append(n);
        }
        assertThat(take(paid("P", text.toString()))).isEmpty();
        assertThat(matching.suspense().getFirst().proposals()).hasSize(1);
        assertThat(Question.of(paid("Q", text.toString()))).hasSizeLessThanOrEqualTo(21);
    }
}
