package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.core.order.Fact;
import io.echeance.topology.Topic;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Lines to be published")
class SubmissionTest {

    private static final String SERVED = """
        {"type": "NoticeServed", "factId": "n1", "orderId": "T-1", "on": "2026-03-02", "noticeId": "T-1/ACME/notice/1"}
        """;
    private static final String UNMATCHED = """
        {"type": "PaymentReceived", "on": "2026-03-02", "paymentId": "P1", "payerId": "ACME", "amount": "10.00", \
        "method": "TRANSFER", "reference": "F-12"}
        """;

    @Test
    @DisplayName("become facts under their order's id; a payment that names none goes by its own")
    void becomeFacts() {
        assertThat(Submission.of(Topic.COLLECTION_ACTIONS, "\n" + SERVED).entries())
                .extracting(Entry::key)
                .containsExactly("T-1");
        assertThat(Submission.of(Topic.PAYMENTS, UNMATCHED).entries())
                .extracting(Entry::key)
                .containsExactly("P1");
    }

    @Test
    @DisplayName("without a fact's id get the same one each time, whenever they became known")
    void getTheSameId() {
        String later = UNMATCHED.replace("\"paymentId\"", "\"knownOn\": \"2026-03-09\", \"paymentId\"");
        List<String> ids =
                Submission.of(Topic.PAYMENTS, UNMATCHED + later + UNMATCHED.replace("10.00", "11.00"))
                        .entries()
                        .stream()
                        .map(entry -> entry.value() instanceof Fact fact ? fact.factId() : "")
                        .toList();

        assertThat(ids.get(0)).startsWith("made-").isEqualTo(ids.get(1)).isNotEqualTo(ids.get(2));
    }

    @Test
    @DisplayName("become rates, parties, or the end of what is known about a party")
    void becomeReferenceData() {
        assertThat(Submission.of(Topic.STATUTORY_RATES, """
            {"semester": "2026-S2", "legalIndividual": "6.84", "legalOther": "2.75", "ecb": "2.40"}
            """).entries())
                .extracting(Entry::key)
                .containsExactly("2026-S2");
        assertThat(Submission.of(Topic.PARTIES, """
            {"id": "ACME", "name": "Acme SARL"}
            {"id": "MARTIN", "erased": true}
            """).entries())
                .extracting(Entry::key, entry -> entry.value() == null)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ACME", false),
                        org.assertj.core.groups.Tuple.tuple("MARTIN", true));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        hello                                        | line 2: it is not JSON
        []                                           | line 2: it is not a JSON object.
        {"type": "NoticeServed"}                     | line 2: orderId is missing.
        {"type": "NoticeSevered", "orderId": "T-1"}  | line 2: type: "NoticeSevered" is not known, the nearest is
        {"type": "DebtWrittenOff", "orderId": "T-1", "on": "2026-02-30"} | line 2: on: "2026-02-30" is not a day
        {"type": "ServiceDelivered", "orderId": "T-1", "on": "2026-02-03", "share": "0.5"} \
        | line 2: a ServiceDelivered belongs on orders.
        """)
    @DisplayName("that are wrong are told with their number")
    void areReportedWithTheirNumber(String line, String sentence) {
        Submission submission = Submission.of(Topic.COLLECTION_ACTIONS, SERVED.strip() + "\n" + line);

        assertThat(submission.faults()).singleElement().asString().startsWith(sentence);
        assertThat(submission.entries()).hasSize(1);
    }
}
