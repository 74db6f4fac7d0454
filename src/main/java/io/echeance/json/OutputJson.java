package io.echeance.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerStanding;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.ServiceHold;
import java.time.LocalDate;

/** What we say, as a JSON line of {@code simulate}: the day, the topic, the order, then the rest. */
public final class OutputJson {

    /** The topic on which closed months are said. */
    static final String CLOSINGS = "month-closings";

    /** The topic on which it is said how customers stand. */
    static final String STANDINGS = "customer-standing";

    private OutputJson() {}

    public static ObjectNode write(CustomerStanding standing) {
        return written(standing.on(), STANDINGS, standing);
    }

    public static ObjectNode write(MonthClosed closing) {
        return written(closing.on(), CLOSINGS, closing);
    }

    public static ObjectNode write(LedgerEntry entry) {
        return written(entry.on(), "ledger-entries", entry);
    }

    private static ObjectNode written(LocalDate on, String topic, Object said) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("on", on.toString());
        line.put("topic", topic);
        return line.setAll(RecordJson.write(said));
    }

    public static ObjectNode write(Output output) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("on", output.on().toString());
        line.put("topic", topic(output));
        RecordJson.writeFields(RecordJson.carried(output), line);
        return line;
    }

    /** The topic on which it is said. */
    public static String topic(Output output) {
        return switch (output) {
            case Document document -> "invoices";
            case Alert alert -> "dunning-alerts";
            case RefundDue refund -> "refunds";
            case ServiceHold hold -> "service-holds";
            case PaymentDecided decided -> "cash-decisions";
            case Rejection rejection -> "rejected";
        };
    }

    /** An output's kind is its topic; it needs no type besides. */
    static boolean isTopicOf(Object value) {
        return value instanceof Output;
    }
}
