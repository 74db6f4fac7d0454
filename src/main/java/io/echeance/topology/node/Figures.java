package io.echeance.topology.node;

import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.ServiceHold;
import java.time.Duration;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Counts what the accounts of a thread say and do, among the stream's own metrics. What a crash takes back was counted
 * all the same: these are for watching, not for the books.
 */
public final class Figures {

    /** Of all these metrics: {@code documents-total} and so on. */
    public static final String SCOPE = "echeance";

    private static final String ENTITY = "accounts";

    private final Sensor documents;
    private final Sensor alerts;
    private final Sensor rejected;
    private final Sensor wakeUps;
    private final Sensor dayClose;
    private long begun;

    Figures(ProcessorContext<?, ?> context) {
        StreamsMetrics metrics = context.metrics();
        documents = counter(metrics, "documents");
        alerts = counter(metrics, "alerts");
        rejected = counter(metrics, "rejected");
        wakeUps = counter(metrics, "wake-ups");
        dayClose = metrics.addLatencyRateTotalSensor(SCOPE, ENTITY, "day-close", RecordingLevel.INFO);
    }

    private static Sensor counter(StreamsMetrics metrics, String what) {
        return metrics.addRateTotalSensor(SCOPE, ENTITY, what, RecordingLevel.INFO);
    }

    void said(Output output) {
        switch (output) {
            case Document document -> documents.record();
            case Alert alert -> alerts.record();
            case Rejection rejection -> rejected.record();
            case RefundDue refund -> {
                // Counted by nobody yet.
            }
            case PaymentDecided decided -> {
                // No account says it.
            }
            case ServiceHold hold -> {
                // Likewise.
            }
        }
    }

    void dayBegins() {
        begun = System.nanoTime();
    }

    void workedOff(int due) {
        for (int n = 0; n < due; n++) {
            wakeUps.record();
        }
    }

    /** All its mornings are worked off; after a restart in the middle of one, how long it took is not known. */
    void dayIsDone() {
        if (begun != 0) {
            dayClose.record((double) Duration.ofNanos(System.nanoTime() - begun).toMillis());
            begun = 0;
        }
    }
}
