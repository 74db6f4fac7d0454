package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.MatchingRule;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.RuleMode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All owe 6990.00: by number 12 Léa Okafor, by 13 Hugo Martin, by 21 Noël OKAFOR, by 40 the company Beau Mont SARL. */
@DisplayName("Where many owe the same, who paid is")
class PayerByNameTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final String PRICE = "6990.00";

    private final PayerByName payers = new PayerByName();

    @BeforeEach
    void learn() {
        learn(12, "LEA", "Léa Okafor", PayerKind.CONSUMER);
        learn(13, "HUGO", "Hugo Martin", PayerKind.CONSUMER);
        learn(21, "NOEL", "OKAFOR Noël", PayerKind.CONSUMER);
        learn(40, "BEAU", "Beau Mont SARL", PayerKind.PROFESSIONAL);
        learn(50, "LY", "Anne Ly", PayerKind.CONSUMER);
    }

    private void learn(int number, String payer, String name, PayerKind kind) {
        learn(number, payer, name, kind, List.of(new Due(DAY, Money.of(PRICE))));
    }

    private void learn(int number, String payer, String name, PayerKind kind, List<Due> due) {
        String orderId = "H-" + number;
        Money price = Money.of(PRICE);
        Document document = new Document(
                DAY,
                orderId,
                DocumentId.of(orderId, payer, Kind.INVOICE, 1),
                Kind.INVOICE,
                payer,
                price,
                Money.ZERO,
                price,
                price,
                due,
                List.of(),
                null,
                List.of(),
                "hexagone",
                "hexagone@2026-01-01",
                List.of());
        payers.learn("hexagone-2026-%06d".formatted(number), document, name, kind);
    }

    private @Nullable String payer(String reference, String amount, List<String> names, List<String> texts) {
        PaymentReceived payment =
                new PaymentReceived("f", null, DAY, "P", null, Money.of(amount), Method.TRANSFER, reference);
        return payers.known(payment, names, texts).payerId();
    }

    @ParameterizedTest(name = "{0} sent by {1}: {2}")
    @CsvSource({
        "HEXAGONE 2026 000013, M. OU MME MARTIN, HUGO", // a family's account
        "HEXAGONE 2026 000013, hugo martin, HUGO",
        "HEXAGONE-2026-000013, HUGO DUPONT,", // a given name says nothing
        "HEXAGONE-2026-000013, Léa OKAFOR,", // whose own number is 12
        "HEXAGONE-2026-000012, CHIDI OKAFOR,", // Léa's, or with two digits swapped Noël's
        "HEXAGONE-2026-000021, CHIDI OKAFOR,",
        "HEXAGONE-2026-000040, BEAU MONT, BEAU",
        "HEXAGONE-2026-000040, MONT SA,", // of a company all of the name is wanted
        "HEXAGONE-2026-000050, CHEN LY,", // so short a name says too little
        "HEXAGONE-2026-000050, ANNE LY, LY",
        "HEXAGONE-2026-000013 HEXAGONE-2026-000040, MARTIN,", // two numbers
        "HEXAGONE-2026-000099, MARTIN,", // nobody's
    })
    @DisplayName("whom the number asks, if the sender bears his name and nobody's beside it")
    void isWhomItAsks(String reference, String sender, @Nullable String payer) {
        assertThat(payer(reference, PRICE, List.of(sender), List.of(reference))).isEqualTo(payer);
    }

    @Test
    @DisplayName("looked for in the text by the whole name, by the family name only where the bank names no sender")
    void aText() {
        String number = "HEXAGONE-2026-000013";

        assertThat(payer(number, PRICE, List.of("ACME SA"), List.of(number, "ECOLE DE HUGO MARTIN")))
                .isEqualTo("HUGO");
        assertThat(payer(number, PRICE, List.of("ACME SA"), List.of(number, "ECOLE MARTIN")))
                .isNull();
        assertThat(payer(number, PRICE, List.of(), List.of("M OU MME MARTIN " + number)))
                .isEqualTo("HUGO");
    }

    @Test
    @DisplayName("nobody where the number is that of a credit note, which asks for nothing")
    void aCreditNote() {
        learn(70, "HUGO", "Hugo Martin", PayerKind.CONSUMER, List.of());

        assertThat(payer("HEXAGONE-2026-000070", PRICE, List.of("HUGO MARTIN"), List.of()))
                .isNull();
    }

    @Test
    @DisplayName("nobody where the number does not ask for the amount")
    void anotherAmount() {
        assertThat(payer("HEXAGONE-2026-000013", "6990.01", List.of("HUGO MARTIN"), List.of()))
                .isNull();
    }

    @ParameterizedTest(name = "{1} as {0}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "-, HEXAGONE-2026-000013, -",
                "-, FACTURE HEXAGONE 2026 000013 MERCI, -",
                "-, FACTURE HEXAGONE-2026-000013 COMMANDE H-20013, H-20013", // the order's name says the same
                "-, RF49HEXA2026000013, H-20013", // a slip would show
                "-, COMMANDE H-20013, H-20013",
                "HUGO, HEXAGONE-2026-000013, H-20013",
                "HUGO, FACTURE HEXAGONE 2026 000013 MERCI, H-20013",
            })
    @DisplayName("wanted before a number alone places anything")
    void aNumberAlonePlacesNothing(@Nullable String payer, String reference, @Nullable String order) {
        InMemory matching = new InMemory();
        matching.learn(new KnownName("H-20013", "H-20013", List.of("HUGO")), DAY);
        List<Money> asked = List.of(Money.of(PRICE));
        List<NameRule> rules = List.of(new NameRule(MatchingRule.NUMBER, RuleMode.APPLIES, true));
        matching.learn(new KnownName("hexagone-2026-000013", "H-20013", List.of("HUGO"), asked, null, rules), DAY);
        PaymentReceived payment =
                new PaymentReceived("f", null, DAY, "P", payer, Money.of(PRICE), Method.TRANSFER, reference);

        List<Step.Result> results = matching.take(payment, DAY);

        assertThat(results.stream()
                        .filter(Step.Sent.class::isInstance)
                        .map(step -> ((Step.Sent) step).fact().orderId()))
                .containsExactlyElementsOf(order == null ? List.of() : List.of(order));
        if (order == null) {
            assertThat(matching.suspense().getFirst().proposals())
                    .extracting(proposal -> proposal.name())
                    .containsExactly("hexagone-2026-000013");
        }
    }
}
