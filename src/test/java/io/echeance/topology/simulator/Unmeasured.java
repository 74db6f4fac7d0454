package io.echeance.topology.simulator;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.processor.internals.metrics.StreamsMetricsImpl;

/**
 * Metrics that nobody reads: a gauge would keep its store, and so all that its history ever said; and whenever a task
 * begins, each of its stores asks for a dozen sensors.
 */
final class Unmeasured extends StreamsMetricsImpl {

    Unmeasured() {
        super(withOneSensor(), "simulated", Time.SYSTEM);
    }

    @Override
    public <T> MetricName addStoreLevelMutableMetric(
            String task,
            String scope,
            String store,
            String name,
            String description,
            RecordingLevel level,
            Gauge<T> gauge) {
        return new MetricName(name, scope, description, Map.of());
    }

    @Override
    public Map<String, String> storeLevelTagMap(String task, String scope, String store) {
        return Map.of();
    }

    /** Whoever asks for a sensor is given the same one, which has expired, and so takes and records nothing. */
    private static Metrics withOneSensor() {
        Metrics metrics = new Metrics();
        Insides.giveAlways(metrics, metrics.sensor("none", null, 0, RecordingLevel.TRACE));
        return metrics;
    }
}
