package io.echeance.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Alert;
import io.echeance.core.order.CollectionAlert.ReminderDue;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Segment;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.terms.VatCategory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines of the command-line contract. */
class OutputJsonTest {

    private static final LocalDate ON = LocalDate.of(2026, 4, 21);
    private static final Money AMOUNT = Money.of("38.17");

    private static Document document(Document.Kind kind, VatCategory category, List<Segment> segments) {
        return new Document(
                ON,
                "T-1",
                DocumentId.of("T-1", "ACME", kind, 1),
                kind,
                "ACME",
                AMOUNT,
                Money.ZERO,
                AMOUNT,
                kind == Document.Kind.CREDIT_NOTE ? null : AMOUNT,
                kind == Document.Kind.CREDIT_NOTE ? List.of() : List.of(new Document.Due(ON, AMOUNT)),
                List.of(new Document.Item(ItemKey.parse("share/ACME"), AMOUNT, category, category.rate(), List.of())),
                kind == Document.Kind.CREDIT_NOTE ? new DocumentId("T-1/ACME/INVOICE/1") : null,
                segments,
                "technolowgic",
                "technolowgic@2024-12-02",
                List.of());
    }

    @Test
    void aClosingShowsItsSegments() {
        Segment segment = new Segment(
                ReceivableKey.parse("T-1/ACME/INVOICE/1#1"),
                LocalDate.of(2026, 3, 8),
                ON,
                45,
                Money.of("2880.00"),
                Percent.of("10.75"),
                AMOUNT,
                "stipulated");

        assertThat(OutputJson.write(document(Document.Kind.CLOSING, VatCategory.O, List.of(segment))))
                .hasToString("""
                    {"on":"2026-04-21","topic":"invoices","orderId":"T-1","id":"T-1/ACME/CLOSING/1","kind":"CLOSING",\
                    "payer":"ACME","net":"38.17","vat":"0.00","gross":"38.17","payable":"38.17",\
                    "due":[{"on":"2026-04-21","amount":"38.17","rule":"DAYS_AFTER"}],\
                    "items":[{"key":"share/ACME","net":"38.17","vatCategory":"O"}],\
                    "segments":[{"receivable":"T-1/ACME/INVOICE/1#1","from":"2026-03-08","to":"2026-04-21","days":45,\
                    "base":"2880.00","rate":"10.75","amount":"38.17","source":"stipulated"}],\
                    "seller":"technolowgic","terms":"technolowgic@2024-12-02"}\
                    """);
    }

    @Test
    void aCreditNoteAsksForNothing() {
        assertThat(OutputJson.write(document(Document.Kind.CREDIT_NOTE, VatCategory.S, List.of())))
                .hasToString("""
                    {"on":"2026-04-21","topic":"invoices","orderId":"T-1","id":"T-1/ACME/CREDIT_NOTE/1",\
                    "kind":"CREDIT_NOTE","payer":"ACME","net":"38.17","vat":"0.00","gross":"38.17",\
                    "items":[{"key":"share/ACME","net":"38.17","vatCategory":"S","vatRate":"20.00"}],\
                    "refersTo":"T-1/ACME/INVOICE/1","seller":"technolowgic","terms":"technolowgic@2024-12-02"}\
                    """);
    }

    @Test
    void anExemptItemHasARateOfZero() {
        assertThat(OutputJson.write(document(Document.Kind.INVOICE, VatCategory.E, List.of()))
                        .at("/items/0/vatRate")
                        .textValue())
                .isEqualTo("0.00");
    }

    @Test
    void anAlertLeavesOutWhatItDoesNotSay() {
        Alert alert = new ReminderDue(
                ON,
                "T-1",
                "ACME",
                "d+3",
                List.of(new Alert.NamedDebt(
                        ReceivableKey.parse("T-1/ACME/INVOICE/1#1"), LocalDate.of(2026, 3, 7), Money.of("2880.00"))),
                List.of());

        assertThat(OutputJson.write(alert)).hasToString("""
            {"on":"2026-04-21","topic":"dunning-alerts","orderId":"T-1","kind":"REMIND","payer":"ACME",\
            "step":"d+3","receivables":[{"key":"T-1/ACME/INVOICE/1#1","dueOn":"2026-03-07",\
            "outstanding":"2880.00"}]}\
            """);
    }

    @Test
    void refundsHoldsAndRejectionsHaveTheirTopics() {
        assertThat(OutputJson.write(new RefundDue(ON, "T-1", "T-1/ACME/refund/1", "ACME", AMOUNT, ON, List.of())))
                .hasToString("""
                    {"on":"2026-04-21","topic":"refunds","orderId":"T-1","refundId":"T-1/ACME/refund/1","payer":"ACME",\
                    "amount":"38.17","dueBy":"2026-04-21"}\
                    """);
        assertThat(OutputJson.write(new ServiceHold(
                        ON,
                        "T-1",
                        ServiceHold.HeldService.ACCESS,
                        ServiceHold.HoldState.SUSPENDED,
                        List.of("art. 9.2.A"))))
                .hasToString("""
                    {"on":"2026-04-21","topic":"service-holds","orderId":"T-1","hold":"ACCESS","state":"SUSPENDED",\
                    "basis":["art. 9.2.A"]}\
                    """);
        assertThat(OutputJson.write(new Rejection(ON, null, "f2", Rejection.Reason.MALFORMED, "on is missing")))
                .hasToString("""
                    {"on":"2026-04-21","topic":"rejected","factId":"f2","reason":"MALFORMED",\
                    "sentence":"on is missing"}\
                    """);
    }
}
