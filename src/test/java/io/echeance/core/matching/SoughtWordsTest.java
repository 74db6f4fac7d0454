package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.Words;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Under seal, money is matched by what is left of a bank's text; a person's words are not. {@code -DbankTexts=5000}
 * makes more texts up.
 */
class SoughtWordsTest {

    private static final int TEXTS = Integer.getInteger("bankTexts", 1_500);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    private static final List<String> SELLERS = List.of("alegria", "maestra-lyon");
    private static final List<KnownName> NAMES = List.of(
            known("alegria-2027-000012", "H-34"),
            known("alegria-2027-000013", "H-34"),
            known("maestra-lyon-2027-000003", "K-7"),
            known("H-34", "H-34"),
            known("CMD-2027-77", "CMD-2027-77"));

    private static final List<String> PIECES = List.of(
            "ALEGRIA",
            "Maestra",
            "LYON",
            "2027",
            "2O27",
            "000012",
            "000003",
            "12",
            "DUPONT",
            "Zoé",
            "FACTURE",
            "H-34",
            "CMD-2027-77",
            "06 12 34 56 78",
            "FR76 3000 6000 0112 3456 7890 189",
            "12/03/1990",
            "1 200,00 EUR",
            "75011",
            "1850375011123",
            "RUM ABC123",
            "et",
            "/EREF/ E-17",
            "/EREF/ H-34",
            "alegria-2027-000012",
            "alegria-2027-000012/13",
            "maestra lyon 2027 000003");

    private static KnownName known(String name, String order) {
        return new KnownName(name, order, List.of("C"));
    }

    private static PaymentReceived payment(String reference) {
        return new PaymentReceived("f", null, DAY, "P", "C", Money.of("10.00"), Method.TRANSFER, reference);
    }

    /** What is asked for and known. */
    private static Optional<Placing> placed(PaymentReceived payment) {
        Set<String> asked =
                TextMatch.candidates(payment).stream().map(Candidate::key).collect(Collectors.toSet());
        return new TextMatch(
                        payment,
                        NAMES.stream()
                                .filter(name -> asked.contains(name.key()))
                                .toList())
                .placings().stream().findFirst();
    }

    @Test
    void moneyGoesWhereItWouldHaveGoneByTheWholeText() {
        Random random = new Random(44);
        List<String> between = List.of(" ", " ", "  ", " - ", ", ");
        int placed = 0;
        for (int n = 0; n < TEXTS; n++) {
            StringBuilder text = new StringBuilder("VIR");
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                text.append(between.get(random.nextInt(between.size())))
                        .append(PIECES.get(random.nextInt(PIECES.size())));
            }
            PaymentReceived whole = payment(text.toString());
            PaymentReceived sought = (PaymentReceived) BankWords.sought(whole, SELLERS);
            Optional<Placing> byAll = placed(whole);
            assertThat(placed(sought)).as("%s -> %s", text, sought.reference()).isEqualTo(byAll);
            placed += byAll.isPresent() ? 1 : 0;
        }
        assertThat(placed).as("it says something").isGreaterThan(100);
    }

    @Test
    void nothingIsLeftOfWordsThatNameNobodysOrder() {
        assertThat(((PaymentReceived) BankWords.sought(payment("VIR MME DUPONT JEANNE"), SELLERS)).reference())
                .isNull();
        assertThat(((PaymentReceived) BankWords.sought(payment("DUPONT H-34 CHOLET"), SELLERS)).reference())
                .isEqualTo("| H-34");
        PaymentFact returned = new PaymentReturned("f", null, DAY, "P", "MD06 Mme Dupont");
        assertThat(BankWords.sought(returned, SELLERS)).isEqualTo(Words.without(returned, SELLERS));
    }

    @Test
    void whatIsANameStaysAsItIs() {
        PaymentReceived named = payment("y-4");
        assertThat(BankWords.sought(named, SELLERS)).isEqualTo(named);
    }

    @Test
    void whoPutAReceiptToItsOrderMatchesNothing() {
        for (String reference : new String[] {null, "H-34", "VIR DUPONT FACTURE alegria-2027-000012"}) {
            PaymentReceived receipt =
                    new PaymentReceived("f", "H-34", DAY, "p", "C", Money.of("5.00"), Method.CARD, reference);
            PaymentReceived signed = receipt.decidedBy("Eva Martin");

            assertThat(BankWords.sought(signed, SELLERS)).isEqualTo(BankWords.sought(receipt, SELLERS));
            assertThat(Words.without(signed, SELLERS)).isEqualTo(Words.without(receipt, SELLERS));
        }
    }
}
