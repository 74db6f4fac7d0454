package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.serde.RandomRecords;
import io.echeance.serde.record.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms and rates come from their topics, while the stream runs. */
class ReferenceDataStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    private final Terms known = stream.reference().terms().get("technolowgic@2024-12-02");

    private static Terms of(Terms terms, LocalDate inForceOn, String seller) {
        return Changed.with(Changed.with(terms, "inForceOn", inForceOn), "seller", seller);
    }

    @Test
    void aVersionThatIsPublishedBindsTheOrdersThatComeAfterIt() {
        stream.publish(of(known, TODAY, "newcomer"));
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.tell(Facts.order("T-2", TODAY.minusDays(1)), TODAY);

        assertThat(stream.said(Topic.STATEMENTS, Statement.class))
                .extracting(Statement::seller)
                .containsExactly("newcomer", known.seller());
    }

    @ParameterizedTest
    @ValueSource(ints = {-5, -1, 3_651, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void termsThatAreWrongAreRefusedByTheirKeyAndOrdersThatNameThemToo(int dueDays) {
        PaymentTerms due = known.payment();
        Terms wrong = Changed.with(known, "inForceOn", TODAY);
        wrong = Changed.with(wrong, "payment", Changed.with(due, "dueDays", dueDays));
        stream.publish(wrong);
        stream.tell(Facts.order("T-1", TODAY, wrong.id(), "1.00"), TODAY);
        stream.tell(Facts.order("T-2", TODAY), TODAY);

        assertThat(stream.rejected())
                .extracting(Rejected::orderId, Rejected::reason)
                .containsExactly(tuple("T-1", Reason.UNKNOWN_TERMS));
        assertThat(stream.reference().refused())
                .containsExactly(
                        entry("terms/" + wrong.id(), "payment.dueDays: a whole number from 0 to 3650, not " + dueDays));
        stream.publish(Changed.with(wrong, "payment", due));
        assertThat(stream.reference().refused()).as("published right").isEmpty();
    }

    @Test
    void noRecordOfTermsOrRatesStopsTheStream() {
        for (Topic topic : List.of(Topic.TERMS, Topic.STATUTORY_RATES)) {
            stream.raw(topic, null, new byte[] {1}, StreamUnderTest.noon(TODAY));
            stream.raw(topic, "large", new byte[1_000_000], StreamUnderTest.noon(TODAY));
            stream.raw(topic, "gone", null, StreamUnderTest.noon(TODAY));
        }
        RandomRecords random = new RandomRecords(7);
        for (int n = 0; n < 30; n++) {
            stream.publish(random.next(Terms.class));
            stream.publish(random.next(StatutoryRates.SemesterRates.class));
        }
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.close(TODAY);

        assertThat(stream.reference().refused()).containsKey("terms/large").containsKey("statutory-rates/null");
        assertThat(stream.said(Topic.STATEMENTS, Statement.class)).isNotEmpty();
    }

    @Test
    void aVersionThatWasPublishedNeverChanges() {
        stream.publish(of(known, known.inForceOn(), "somebody else"));
        stream.tell(Facts.order("T-1", TODAY), TODAY);

        assertThat(stream.said(Topic.STATEMENTS, Statement.class))
                .extracting(Statement::seller)
                .containsExactly(known.seller());
    }

    @Test
    void theLatestWordOnASemesterCounts() {
        Semester semester = Semester.of(LocalDate.of(2027, 1, 1));
        Percent rate = Percent.of("9.99");
        stream.publish(new StatutoryRates.SemesterRates(semester, rate, rate, rate));
        stream.publish(new StatutoryRates.SemesterRates(semester, rate, rate, Percent.of("2.00")));

        assertThat(stream.reference().rates().of(semester))
                .hasValueSatisfying(row -> assertThat(row.ecb()).isEqualTo(Percent.of("2.00")));
    }

    @Test
    void whatCannotBeReadIsLeftOutAndTheStreamGoesOn() {
        stream.raw(Topic.TERMS, "x", "nonsense".getBytes(StandardCharsets.UTF_8), StreamUnderTest.noon(TODAY));
        stream.raw(Topic.STATUTORY_RATES, "x", null, StreamUnderTest.noon(TODAY));
        stream.tell(Facts.order("T-1", TODAY, "unheard-of", "1.00"), TODAY);

        assertThat(stream.rejected()).extracting(Rejected::reason).containsExactly(Reason.UNKNOWN_TERMS);
    }

    @Test
    void whatStandsUnderAnotherKeyWouldTakeThePlaceOfSomethingElseAndIsRefused() {
        Semester semester = Semester.of(LocalDate.of(2027, 1, 1));
        StatutoryRates.SemesterRates row =
                new StatutoryRates.SemesterRates(semester, Percent.of("9.99"), Percent.of("9.99"), Percent.of("9.99"));
        Terms next = of(known, TODAY, "newcomer");
        stream.raw(
                Topic.STATUTORY_RATES,
                "2026-S1",
                stream.bytes(Topic.STATUTORY_RATES, row),
                StreamUnderTest.noon(TODAY));
        stream.raw(Topic.TERMS, known.id(), stream.bytes(Topic.TERMS, next), StreamUnderTest.noon(TODAY));

        assertThat(stream.reference().rates().of(semester)).isEmpty();
        assertThat(stream.reference().terms()).doesNotContainKey(next.id());
        assertThat(stream.reference().refused())
                .containsOnly(
                        entry("statutory-rates/2026-S1", "its key is not 2027-S1, which it is about"),
                        entry("terms/" + known.id(), "its key is not " + next.id() + ", which it is about"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000.00", "-100.01", "262", "999999"})
    void aRateThatNoLawCanHaveMeantIsRefused(String rate) {
        Semester semester = Semester.of(LocalDate.of(2027, 1, 1));
        stream.publish(new StatutoryRates.SemesterRates(semester, Percent.of(rate), Percent.ZERO, Percent.ZERO));

        assertThat(stream.reference().rates().of(semester)).isEmpty();
        assertThat(stream.reference().refused()).containsOnlyKeys("statutory-rates/" + semester);
    }
}
