package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.OrderFact.OrderAmended;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.core.order.Statement;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Rejected;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be accepted is rejected with its bytes, and the stream goes on. */
class BadInputStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final byte[] POISON = "{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8);

    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void begin() {
        stream.close(TODAY.minusDays(1));
    }

    @AfterEach
    void end() {
        stream.tell(Facts.order("after-all", TODAY), TODAY);
        assertThat(stream.said(Topic.STATEMENTS, Statement.class))
                .as("the stream goes on")
                .extracting(Statement::orderId)
                .contains("after-all");
        stream.close();
    }

    @Test
    void bytesThatNobodyCanReadAreRejectedFromEveryInput() {
        for (Topic input : Topic.of(Topic.Role.INPUT)) {
            stream.raw(input, "K-1", POISON, StreamUnderTest.noon(TODAY));
        }

        List<Rejected> rejected = stream.rejected();
        assertThat(rejected).hasSameSizeAs(Topic.of(Topic.Role.INPUT));
        assertThat(rejected).allSatisfy(one -> {
            assertThat(one.reason()).isEqualTo(Reason.MALFORMED);
            assertThat(one.sentence()).contains("7b226e6f74");
            assertThat(one.on()).isEqualTo(TODAY);
            assertThat(one.key()).isEqualTo(Bytes.wrap("K-1".getBytes(StandardCharsets.UTF_8)));
            assertThat(one.value()).isEqualTo(Bytes.wrap(POISON));
        });
        assertThat(rejected)
                .extracting(Rejected::topic, Rejected::partition, Rejected::offset)
                .contains(tuple("orders", 0, 1L), tuple("business-days", 0, 1L));
    }

    @Test
    void aRecordThatIsTooLargeIsRejectedFromEveryInputWithItsBeginning() {
        byte[] large = new byte[1_000_000];
        for (Topic input : Topic.of(Topic.Role.INPUT)) {
            stream.raw(input, "K-1", large, StreamUnderTest.noon(TODAY));
        }
        stream.raw(Topic.PARTIES, "K-1", large, StreamUnderTest.noon(TODAY));
        stream.raw(Topic.FACTS, "K-1", large, StreamUnderTest.noon(TODAY));

        List<Rejected> rejected = stream.rejected();
        assertThat(rejected).hasSize(Topic.of(Topic.Role.INPUT).size() + 2);
        assertThat(rejected).allSatisfy(one -> {
            assertThat(one.value()).isEqualTo(Bytes.wrap(new byte[1_024]));
            assertThat(one.size()).isEqualTo(1_000_003);
            assertThat(one.digest()).isEqualTo("d29751f2649b32ff572b5e0a9f541ea660a50f94ff0beedfb0b692b924cc8025");
        });
        assertThat(rejected)
                .filteredOn(one -> !one.topic().equals("facts"))
                .extracting(Rejected::reason)
                .containsOnly(Reason.TOO_LARGE);
    }

    @Test
    void aKeyIsPartOfItsRecord() {
        stream.raw(Topic.ORDERS, "K".repeat(70_000), POISON, StreamUnderTest.noon(TODAY));
        stream.raw(Topic.PARTIES, "K".repeat(70_000), null, StreamUnderTest.noon(TODAY));

        assertThat(stream.rejected()).hasSize(2).allSatisfy(one -> {
            assertThat(one.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(one.key()).isEqualTo(Bytes.wrap("K".repeat(1_024).getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void aRejectionBearsTheOriginalKey() {
        stream.raw(Topic.ORDERS, "K-1", POISON, StreamUnderTest.noon(TODAY));

        assertThat(stream.records(Topic.REJECTED)).extracting(TestRecord::key).containsExactly("K-1");
    }

    @Test
    void aRecordWithoutValueAndAnUnknownSchemaAreRejected() {
        byte[] unknown = stream.bytes(Topic.ORDERS, Facts.order("T-1", TODAY));
        ByteBuffer.wrap(unknown).putInt(1, 4_711);
        stream.raw(Topic.ORDERS, "T-1", null, StreamUnderTest.noon(TODAY));
        stream.raw(Topic.ORDERS, "T-1", unknown, StreamUnderTest.noon(TODAY));

        assertThat(stream.rejected())
                .extracting(Rejected::reason, Rejected::sentence)
                .containsExactly(
                        tuple(Reason.MALFORMED, "it has no value"),
                        tuple(Reason.MALFORMED, "the registry knows no schema with id 4711"));
    }

    @Test
    void aFactWhoseSchemaCameAfterGarbageWithItsIdIsTaken() {
        byte[] fact = stream.bytes(Topic.ORDERS, Facts.order("T-1", TODAY));
        String later = Bindings.ORDER_FACT.schema().toString().replaceFirst("\"doc\"", "\"note\"");
        byte[] garbage = fact.clone();
        stream.raw(Topic.ORDERS, "T-1", POISON, StreamUnderTest.noon(TODAY)); // Registers what is said of garbage.
        assertThat(stream.rejected()).hasSize(1);
        int id = 1;
        while (stream.registry.knows(id)) {
            id++;
        }
        ByteBuffer.wrap(garbage).putInt(1, id);
        stream.raw(Topic.ORDERS, "T-1", garbage, StreamUnderTest.noon(TODAY));
        assertThat(stream.rejected()).hasSize(1);

        assertThat(stream.registry.register("orders-value", later)).isEqualTo(id);
        stream.raw(Topic.ORDERS, "T-1", garbage, StreamUnderTest.noon(TODAY));
        assertThat(stream.rejected()).isEmpty();
        assertThat(stream.said(Topic.STATEMENTS, Statement.class)).hasSize(1);
    }

    @Test
    void bytesInTheLogThatAreNotOursAreRejected() {
        stream.raw(Topic.FACTS, "T-1", POISON, StreamUnderTest.noon(TODAY));

        assertThat(stream.rejected()).extracting(Rejected::topic).containsExactly("facts");
    }

    @Test
    void whatIsWrongOnItsOwnIsRejectedBeforeItReachesTheLog() {
        stream.said(Topic.FACTS, LoggedFact.class);
        stream.tell(new OrderAmended("a-1", "T-1", TODAY, List.of()), TODAY);
        stream.tell(new OrderAmended(" ", "T-1", TODAY, List.of()), TODAY);
        stream.tell(new OrderAmended("a-3", "", TODAY, List.of()), TODAY);
        stream.tell(Facts.payment("b-1", "", null, "T-1", TODAY, "10.00"), TODAY);
        stream.tell(new RefundPaid("r-1", null, TODAY, "no-such-form", "ACME", Money.of("1.00")), TODAY);

        assertThat(stream.rejected())
                .extracting(Rejected::factId, Rejected::reason, Rejected::sentence)
                .containsExactly(
                        tuple("a-1", Reason.MALFORMED, "an order has at least one line"),
                        tuple(" ", Reason.MALFORMED, "factId is empty"),
                        tuple("a-3", Reason.MALFORMED, "it names no order, and no payment"),
                        tuple("b-1", Reason.MALFORMED, "it names no order, and no payment"),
                        tuple("r-1", Reason.MALFORMED, "it names no order, and its id is that of no refund of ours"));
        assertThat(stream.said(Topic.FACTS, LoggedFact.class)).isEmpty();
    }

    @Test
    void aContradictionIsRejectedWithItsOwnBytesAndTheFirstStands() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.tell(Facts.order("T-1", TODAY, "technolowgic", "9.00"), TODAY);
        stream.tell(Facts.order("T-1", TODAY), TODAY);

        Rejected rejected = stream.rejected().getFirst();
        assertThat(rejected.reason()).isEqualTo(Reason.CONTRADICTS_EARLIER_FACT);
        assertThat(rejected.topic()).isEqualTo("orders");
        assertThat(rejected.offset())
                .as("behind the marker of a day and the order")
                .isEqualTo(2);
        assertThat(rejected.value())
                .isEqualTo(Bytes.wrap(stream.bytes(Topic.ORDERS, Facts.order("T-1", TODAY, "technolowgic", "9.00"))));
        assertThat(stream.said(Topic.STATEMENTS, Statement.class))
                .extracting(Statement::price)
                .containsOnly(Money.of("2400.00"));
    }

    @Test
    void aNegativeAmountIsRejectedWhetherItsOrderIsKnownOrNot() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.tell(Facts.payment("b-1", "P1", "T-1", "T-1", TODAY, "-10.00"), TODAY);
        stream.tell(Facts.payment("b-2", "P2", null, "nothing known", TODAY, "-10.00"), TODAY);

        assertThat(stream.rejected())
                .extracting(Rejected::factId, Rejected::reason)
                .containsExactly(tuple("b-1", Reason.AMOUNT_NOT_POSITIVE), tuple("b-2", Reason.AMOUNT_NOT_POSITIVE));
    }

    @Test
    void aPaymentReceivedAgainIsTheSameAndReceivedOtherwiseIsRefused() {
        stream.tell(Facts.order("T-1", TODAY), TODAY);
        stream.said(Topic.FACTS, LoggedFact.class);
        stream.tell(Facts.payment("b-1", "P1", "T-1", "T-1", TODAY, "10.00"), TODAY);
        stream.tell(Facts.payment("b-1", "P1", "T-1", "T-1", TODAY, "10.00"), TODAY);
        stream.tell(Facts.payment("b-1", "P1", "T-1", "T-2", TODAY, "10.00"), TODAY);
        stream.tell(Facts.payment("b-2", "P1", "T-1", "T-1", TODAY, "10.00"), TODAY);

        assertThat(stream.rejected())
                .extracting(Rejected::orderId, Rejected::factId, Rejected::reason)
                .containsExactly(
                        tuple("T-1", "b-1", Reason.CONTRADICTS_EARLIER_FACT),
                        tuple("T-1", "b-2", Reason.DUPLICATE_PAYMENT));
        assertThat(stream.said(Topic.FACTS, LoggedFact.class)).hasSize(1);
    }

    @Test
    void aFactUnderAForeignKeyReachesItsOrder() {
        stream.raw(
                Topic.ORDERS,
                "somebody else's key",
                stream.bytes(Topic.ORDERS, Facts.order("T-1", TODAY)),
                StreamUnderTest.noon(TODAY));

        assertThat(stream.records(Topic.FACTS)).last().satisfies(entry -> {
            assertThat(entry.key()).isEqualTo("T-1");
            LoggedFact fact = (LoggedFact) entry.value();
            assertThat(fact.payload()).isEqualTo(new Received(Facts.order("T-1", TODAY)));
            assertThat(fact.origin().key())
                    .isEqualTo(Bytes.wrap("somebody else's key".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void aFactThatWaitedForItsOrderIsRefusedWithItsOwnBytes() {
        RefundPaid refund = new RefundPaid("r-1", "T-1", TODAY, "T-1/NOBODY/refund/1", "NOBODY", Money.of("5.00"));
        stream.tell(refund, TODAY);
        assertThat(stream.rejected()).isEmpty();
        stream.tell(Facts.order("T-1", TODAY), TODAY);

        assertThat(stream.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(Reason.UNKNOWN_PAYER);
            assertThat(rejected.topic()).isEqualTo("payments");
            assertThat(rejected.value()).isEqualTo(Bytes.wrap(stream.bytes(Topic.PAYMENTS, refund)));
        });
        assertThat(stream.said(Topic.DUNNING_ALERTS, Alert.class)).isEmpty();
    }

    @Test
    void aDayThatIsClosedTwiceOrOutOfTurnIsPassedOver() {
        stream.said(Topic.FACTS, LoggedFact.class);
        stream.close(TODAY);
        stream.close(TODAY);
        stream.close(TODAY.minusDays(30));

        assertThat(stream.said(Topic.FACTS, LoggedFact.class))
                .extracting(LoggedFact::payload)
                .filteredOn(DayClosed.class::isInstance)
                .containsExactly(new DayClosed(TODAY));
    }
}
