package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static @Nullable PaymentFact fact(String valued, String amount, String endToEnd, @Nullable String why) {
        LocalDate booked = LocalDate.of(2027, 1, 8);
        Movement movement = new Movement(
                booked,
                LocalDate.parse(valued),
                Money.of(amount),
                false,
                "X",
                null,
                new Movement.Marks(null, endToEnd, null, null, null, null),
                List.of("T-42"),
                why == null ? null : new Movement.Returned(why, null));
        BankStatement one = new BankStatement(
                "S", "ours", null, List.of(new BankEntry("e-1", "line 1", movement, null)), List.of());
        return StatementFacts.of(one, Set.of(), SERIES, true).facts().stream()
                .findFirst()
                .orElse(null);
    }

    /** Else the order would not have what the bank has booked, and its debtor be reminded of it. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "2027-01-11,  600.00, 2027-01-08",
        "2027-01-08,  600.00, 2027-01-08",
        "2027-01-05,  600.00, 2027-01-05",
        "2027-01-11, -600.00, 2027-01-08",
        "2027-01-04, -600.00, 2027-01-04"
    })
    void whatIsValuedLaterThanItIsBookedCountsFromItsBookingOn(String valued, String amount, LocalDate on) {
        assertThat(fact(valued, amount, "E1", amount.startsWith("-") ? "MD06" : null))
                .extracting(PaymentFact::on)
                .isEqualTo(on);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {"MD06, MD06", "06, 06", "compte clos M. Dupont, -", "md06, -"})
    void whyMoneyCameBackIsACodeAndNoWords(String why, @Nullable String said) {
        assertThat(fact("2027-01-08", "-600.00", "E1", why))
                .isInstanceOfSatisfying(
                        PaymentReturned.class,
                        returned -> assertThat(returned.reason()).isEqualTo(said));
    }

    /** The stream would refuse it, and it would be in nobody's list. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"100000000.00", "-100000000.00", "-0.00"})
    void whatNoOrderCouldAskForIsLeftAside(String amount) {
        assertThat(fact("2027-01-08", amount, "E1", amount.startsWith("-") ? "MD06" : null))
                .isNull();
    }

    @Test
    void anIdThatIsLongerThanAnySendersNamesNothing() {
        assertThat(fact("2027-01-08", "-600.00", "E1".repeat(300), "MD06"))
                .extracting(PaymentFact::movementId)
                .isEqualTo("e-1");
    }
}
