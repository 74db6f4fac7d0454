package io.echeance.topology.simulator;

import java.util.Map;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.processor.internals.metrics.StreamsMetricsImpl;

/** Metrics that nobody reads: a gauge would keep its store, and so all that its history ever said. */
final class Unmeasured extends StreamsMetricsImpl {

    Unmeasured() {
        super(new Metrics(), "simulated", Time.SYSTEM);
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

    /** One tag instead of three: they are compared whenever a task begins. */
    @Override
    public Map<String, String> storeLevelTagMap(String task, String scope, String store) {
        return Map.of("store", task + store);
    }
}
