package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a person gets of payments that a bank booked as a sum")
class PersonExportTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    private static final Origin DETAILS = new Origin("payments", 0, 7, 0, null, Bytes.wrap(new byte[] {1}), "key");
    private static final Origin OWN = new Origin("payments", 0, 7, 0, null, Bytes.wrap(new byte[] {2}), "own");

    private static PaymentReceived part(String id, @Nullable String order) {
        return new PaymentReceived(id, order, DAY, id, "TED", Money.of("10.00"), Method.TRANSFER, null);
    }

    @Test
    @DisplayName("has the text of each that is the person's, on an order and where it waits, and of no other")
    void hasItsOwnText() {
        PersonFile file = new PersonFile("TED", Instant.EPOCH, Set.of());
        LoggedFact order = PersonFileTest.entry(PersonFileTest.order("A-31", "TED"), null);
        file.hearOrder(order);
        file.hearWaiting("2", new SuspenseEntry(null, part("P#2", null), DAY, false, null, List.of(), null, false));
        file.hear(Topic.FACTS, "A-31", new LoggedFact(OWN, new Received(part("P#1", "A-31"))));
        PaymentDetailed received = new PaymentDetailed(
                "d",
                DAY,
                "P",
                List.of(
                        new PaymentDetail(Money.of("10.00"), null, "A-31 ted words"),
                        new PaymentDetail(Money.of("10.00"), null, "ted again"),
                        new PaymentDetail(Money.of("10.00"), null, "tom words")),
                "N-1");

        PaymentDetailed own = PaymentDetail.oneByOne(received).getFirst();
        PaymentReceived sum =
                new PaymentReceived("P", null, DAY, "P", null, Money.of("30.00"), Method.TRANSFER, "of ted and tom");
        file.hear(
                Topic.CASH_DECISIONS,
                "P",
                new CashDecision(PaymentDecided.detailed(DAY, received, sum), DETAILS, null));

        JsonNode data = new PersonExport(
                        file, Language.EN, origin -> Optional.of(origin.equals(DETAILS) ? received : own))
                .data();

        assertThat(data.path("facts").findValuesAsText("reference")).containsExactly("A-31 ted words");
        assertThat(data.path("facts").findValuesAsText("source")).containsExactly("payments");
        assertThat(data.path("moneyWithoutOrder").findValuesAsText("reference")).containsExactly("ted again");
        assertThat(data.toString()).doesNotContain("tom");
    }
}
