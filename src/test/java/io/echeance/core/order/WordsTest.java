package io.echeance.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left of a fact without its words. */
class WordsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    private static final List<String> SELLERS = List.of("alegria", "maestra-lyon");

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        A-7,                                          A-7
        ORDER,                                        ORDER
        B-2027-77,                                    B-2027-77
        alegria-2027-000012,                          alegria-2027-000012
        DUPONT,                                       -
        marie.dupont@example.fr,                      -
        FR7630006000011234567890189,                  -
        FR76-3000-6000-0112-3456-7890-189,            -
        fr76.3000.6000.0112.3456.7890.189,            -
        IBAN:FR7630006000011234567890189,             -
        RIB/DE89370400440532013000,                   -
        FR76-3000-6000-0112-3456-7890-180,            FR76-3000-6000-0112-3456-7890-180
        0612345678,                                   -
        06.12.34.56.78,                               -
        TEL:0612345678,                               -
        0012345678,                                   0012345678
        061234567,                                    061234567
        C-0612345678,                                 C-0612345678
        VIR M DUPONT CHOLET,                          -
        VIR DUPONT ALEGRIA 2027 000012,               ALEGRIA 2027 000012
        FACTURE ALEGRIA-2027-000012 MARIE DUPONT,     ALEGRIA-2027-000012
        FACTURE ALEGRIA2027000012-DUPONT,             ALEGRIA2027000012X
        Maestra/Lyon 2027-000003 et Alegria 2O27-OOOO12 p. Zoé, ALEGRIA 2027-000012 | MAESTRA/LYON 2027-000003
        M DUPONT 2027 000012,                         -
        -,                                            -
        """)
    void ofAReferenceTheNameStaysThatItIsAndTheNumbersInIt(@Nullable String written, @Nullable String kept) {
        assertThat(without(written)).isEqualTo(kept);
        assertThat(without(kept)).as("once more").isEqualTo(kept);
    }

    private static @Nullable String without(@Nullable String reference) {
        String order = "ORDER".equals(reference) ? "ORDER" : "A-7";
        PaymentReceived payment =
                new PaymentReceived("f", order, DAY, "P", "C", Money.of("10.00"), Method.TRANSFER, reference);
        return ((PaymentReceived) Words.without(payment, SELLERS)).reference();
    }

    /** Whether money goes to a document must not depend on whether the words are there. */
    @Test
    void whatIsKeptNamesTheSameDocuments() {
        Random random = new Random(14);
        List<String> pieces = List.of(
                "ALEGRIA", "alegria", "Maestra", "LYON", "2027", "2O27", "000012", "OOOO12", "000003", "0", "12",
                "DUPONT", "Zoé", "M", "FACTURE", "EUR");
        List<String> between = List.of(" ", "", "-", "  ", "/", " - ", ".", ", ");
        List<String> numbers = List.of("alegria-2027-000012", "maestra-lyon-2027-000003", "alegria-2027-0000123");
        int named = 0;
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder("VIR");
            for (int i = random.nextInt(9); i >= 0; i--) {
                text.append(between.get(random.nextInt(between.size())))
                        .append(pieces.get(random.nextInt(pieces.size())));
            }
            if (n % 2 == 0) {
                String number = numbers.get(random.nextInt(numbers.size()));
                String worn = number.replace("-", between.get(random.nextInt(3)));
                text.append(between.get(random.nextInt(between.size())))
                        .append(worn)
                        .append(between.get(random.nextInt(between.size())))
                        .append(pieces.get(random.nextInt(pieces.size())));
            }
            String kept = without(text.toString());
            for (String number : numbers) {
                boolean before = ReferenceText.of(text.toString()).names(number);
                boolean after = kept != null && ReferenceText.of(kept).names(number);
                assertThat(after)
                        .as("%s in '%s', kept '%s'", number, text, kept)
                        .isEqualTo(before);
                named += before ? 1 : 0;
            }
        }
        assertThat(named).as("it says something").isGreaterThan(100);
    }

    @Test
    void whatPeopleTypedGoes() {
        assertThat(Words.without(new PaymentReturned("f", "A", DAY, "P", "MD06 Mme Dupont"), SELLERS))
                .isEqualTo(new PaymentReturned("f", "A", DAY, "P", null));
        assertThat(Words.without(
                        new ContactNoted("f", "A", DAY, null, CollectionFact.Channel.PHONE, "her son is ill", "alice"),
                        SELLERS))
                .isEqualTo(new ContactNoted("f", "A", DAY, null, CollectionFact.Channel.PHONE, null, null));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
        VIR DUPONT,                     VIR DUPONT,                     true
        VIR DUPONT,                     VIR MARTIN,                     false
        VIR DUPONT,                     -,                              true
        -,                              VIR DUPONT,                     true
        -,                              A-8,                            false
        A-7,                            A-8,                            false
        VIR DUPONT ALEGRIA 2027 000012, ALEGRIA 2027 000012,            true
        ALEGRIA 2027 000012,            VIR DUPONT ALEGRIA 2027 000012, true
        ALEGRIA 2027 000012,            VIR DUPONT ALEGRIA 2027 000013, false
        -,                              VIR DUPONT ALEGRIA 2027 000012, false
        """)
    @DisplayName(
            "Of two facts with one id that differ in words, one without them is the other; two with other ones are two")
    void whereOneHasLostItsWordsTheyAreOne(@Nullable String one, @Nullable String other, boolean areOne) {
        assertThat(Words.areOne(payment(one), payment(other), SELLERS)).isEqualTo(areOne);
    }

    private static PaymentReceived payment(@Nullable String reference) {
        return new PaymentReceived("f", null, DAY, "P", "C", Money.of("10.00"), Method.TRANSFER, reference);
    }

    @Test
    @DisplayName("Two facts that differ in more than words are two, with words or without")
    void whatElseTheySayDecides() {
        ContactNoted noted = new ContactNoted("f", "A", DAY, null, CollectionFact.Channel.PHONE, "ill", "alice");
        ContactNoted later =
                new ContactNoted("f", "A", DAY.plusDays(1), null, CollectionFact.Channel.PHONE, null, null);
        assertThat(Words.areOne(noted, Words.without(noted, SELLERS), SELLERS)).isTrue();
        assertThat(Words.areOne(noted, later, SELLERS)).isFalse();
        assertThat(Words.areOne(
                        noted,
                        new ContactNoted("f", "A", DAY, null, CollectionFact.Channel.PHONE, "ill", null),
                        SELLERS))
                .as("both say something")
                .isFalse();
    }

    /** The number of a registered letter is proof of it. */
    @Test
    void ofANoticeTheNumberStaysAndHowItWasServedGoes() {
        assertThat(Words.without(
                        new NoticeServed("f", "A", DAY, "n", "handed to Mme Dupont", "2C 123 456 7890 1"), SELLERS))
                .isEqualTo(new NoticeServed("f", "A", DAY, "n", null, "2C 123 456 7890 1"));
        assertThat(Words.without(new NoticeServed("f", "A", DAY, "n", "post", "her son signed on 12/03"), SELLERS))
                .isEqualTo(new NoticeServed("f", "A", DAY, "n", null, null));
    }

    /** Where the books have it, and what was kept of it, are no words. */
    @Test
    void ofAPaymentWhereItIsBookedIsKept() {
        PaymentReceived payment = new PaymentReceived(
                "f",
                null,
                LocalDate.of(2026, 3, 4),
                "P",
                null,
                Money.of("98.00"),
                Method.TRANSFER,
                "Merci Jeanne",
                "FR7630006000011234567890189",
                Money.of("2.00"));

        PaymentReceived kept = (PaymentReceived) Words.without((PaymentFact) payment, List.of());

        assertThat(kept.bankAccount()).isEqualTo(payment.bankAccount());
        assertThat(kept.bankFee()).isEqualTo(payment.bankFee());
        assertThat(kept.reference()).isNull();
    }

    @Test
    @DisplayName("One of the payments of a sum, or a part of it, has its own text, never that of another or of the sum")
    void ofOneOfTheDetailsItsOwn() {
        PaymentDetailed received = new PaymentDetailed(
                "d",
                DAY,
                "P",
                List.of(
                        new PaymentDetail(Money.of("6.00"), null, "de Jeanne"),
                        new PaymentDetail(Money.of("4.00"), null, null)),
                "N-1");

        assertThat(opened("P#1", received)).isEqualTo("de Jeanne");
        assertThat(opened("P#1#2", received)).as("a part of it").isEqualTo("de Jeanne");
        assertThat(opened("P#2", received)).isNull();
        assertThat(opened("P#11", received)).as("none of them").isNull();
        assertThat(opened("P", received)).as("the sum").isNull();
    }

    private static @Nullable String opened(String payment, Fact received) {
        PaymentReceived kept =
                new PaymentReceived("f", null, DAY, payment, null, Money.of("4.00"), Method.TRANSFER, null);
        return ((PaymentReceived) Words.of(kept, received)).reference();
    }
}
