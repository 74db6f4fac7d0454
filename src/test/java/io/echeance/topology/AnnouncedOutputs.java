package io.echeance.topology;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Output;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.ServiceHold;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.Rejected;
import java.util.ArrayList;
import java.util.List;

/** What came out on the output topics, as the core would say it. */
final class AnnouncedOutputs {

    private AnnouncedOutputs() {}

    static List<Output> outputs(StreamUnderTest stream) {
        List<Output> outputs = new ArrayList<>();
        stream.said(Topic.INVOICES, Invoice.class).forEach(invoice -> outputs.add(invoice.document()));
        outputs.addAll(stream.said(Topic.DUNNING_ALERTS, Alert.class));
        outputs.addAll(stream.said(Topic.REFUNDS, RefundDue.class));
        outputs.addAll(stream.said(Topic.SERVICE_HOLDS, ServiceHold.class));
        stream.said(Topic.CASH_DECISIONS, CashDecision.class).forEach(decision -> outputs.add(decision.decided()));
        stream.rejected().forEach(rejected -> outputs.add(rejection(rejected)));
        return outputs;
    }

    static Rejection rejection(Rejected rejected) {
        return new Rejection(
                rejected.on(), rejected.orderId(), rejected.factId(), rejected.reason(), rejected.sentence());
    }
}
