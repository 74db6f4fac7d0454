package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.mailing.Mailing;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.serde.record.LoggedFact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Twenty orders of ACME that nobody pays. */
@DisplayName("The stream writes a payer")
class MailingsStreamTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST = LocalDate.of(2026, 5, 1);

    @Test
    @DisplayName("once a day, whatever the number of orders and slices, and not again for facts that come twice")
    void onceADay() {
        List<Mailing> mailings = new ArrayList<>();
        List<TestRecord<String, Object>> log = new ArrayList<>();
        try (StreamUnderTest stream = new StreamUnderTest(3, pause -> false)) {
            stream.close(FIRST.minusDays(1));
            for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
                for (int n = 0; n < 20; n++) {
                    if (day.equals(FIRST)) {
                        stream.tell(Facts.order("A-" + n, day), day);
                    }
                    if (day.equals(FIRST.plusDays(22))) {
                        stream.tell(new ServiceDelivered("done-" + n, "A-" + n, day, BigDecimal.ONE), day);
                    }
                }
                stream.close(day);
                mailings.addAll(stream.said(Topic.MAILINGS, Mailing.class));
                log.addAll(stream.records(Topic.FACTS));
            }
            log.forEach(entry ->
                    stream.log(new TestRecord<>(entry.key(), (LoggedFact) entry.value(), entry.getRecordTime())));

            assertThat(stream.said(Topic.MAILINGS, Mailing.class)).isEmpty();
        }
        assertThat(mailings).isNotEmpty().extracting(Mailing::mailingId).doesNotHaveDuplicates();
        assertThat(mailings).allMatch(mailing -> mailing.sections().size() == 20);
    }
}
