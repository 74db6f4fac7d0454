package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingChannel;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CustomerAlert.AddressUnusable;
import io.echeance.serde.seal.MasterKey;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An e-mail that comes back (ADDRESS_UNUSABLE)")
class UnusableAddressStreamTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 17);
    private static final String MAILING = "technolowgic/ACME/2026-03-16";
    private static final String SAID = "550 no such user eva@example.org";

    private static MailingFailed failed(String id, String mailing) {
        return new MailingFailed(
                id,
                "technolowgic",
                "ACME",
                DAY,
                mailing,
                MailingChannel.EMAIL,
                "d1e5f0c0ffeed1e5f0c0ffee",
                SAID,
                "mailings");
    }

    private static List<AddressUnusable> alerts(StreamUnderTest stream) {
        return stream.said(Topic.DUNNING_ALERTS, Alert.class).stream()
                .filter(AddressUnusable.class::isInstance)
                .map(AddressUnusable.class::cast)
                .toList();
    }

    @Test
    @DisplayName("is said to a person the morning after, once, however often it is told")
    void isSaidOnce() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.close(DAY.minusDays(1));
            stream.tell(failed("f1", MAILING), DAY);
            assertThat(alerts(stream)).as("not before the day is closed").isEmpty();
            stream.tell(failed("f1", MAILING), DAY);
            stream.close(DAY);
            assertThat(alerts(stream)).containsExactly(new AddressUnusable(DAY.plusDays(1), "ACME", MAILING, SAID));

            stream.tell(failed("f1", MAILING), DAY.plusDays(1));
            stream.close(DAY.plusDays(1));
            stream.close(DAY.plusDays(2));
            assertThat(alerts(stream)).isEmpty();
        }
    }

    @Test
    @DisplayName("is said of each mailing: another that comes back later is said too")
    void isSaidOfEach() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.close(DAY.minusDays(1));
            stream.tell(failed("f1", MAILING), DAY);
            stream.close(DAY);
            stream.tell(failed("f2", "technolowgic/ACME/2026-03-17"), DAY.plusDays(1));
            stream.close(DAY.plusDays(1));

            assertThat(alerts(stream))
                    .extracting(AddressUnusable::mailingId)
                    .containsExactly(MAILING, "technolowgic/ACME/2026-03-17");
        }
    }

    @Test
    @DisplayName("does not say on the log, under a master key, what the other side wrote: the address may stand there")
    void saysNoAddress() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(MasterKey.random())) {
            stream.close(DAY.minusDays(1));
            stream.tell(failed("f1", MAILING), DAY);
            stream.close(DAY);

            assertThat(alerts(stream))
                    .singleElement()
                    .satisfies(alert -> assertThat(alert.reason()).isEqualTo(CustomerFact.SEALED));
            assertThat(stream.holding("eva@example.org")).isEmpty();
        }
    }
}
