package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.calendar.Semester;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.serde.record.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Terms and rates come from their topics, while the stream runs. */
class ReferenceDataStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);

    private final StreamUnderTest stream = new StreamUnderTest();
    private final Terms known = stream.reference().terms().get("technolowgic@2024-12-02");

    @AfterEach
    void end() {
        stream.close();
    }

    private static Terms of(Terms terms, LocalDate inForceOn, String seller) {
        return new Terms(
                terms.name(),
                inForceOn,
                seller,
                terms.vat(),
                terms.customers(),
                terms.payment(),
                terms.funding(),
                terms.late(),
                terms.ending(),
                terms.standing(),
                terms.clauses());
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
        stream.publish(new StatutoryRates.Row(semester, rate, rate, rate));
        stream.publish(new StatutoryRates.Row(semester, rate, rate, Percent.of("2.00")));

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
}
