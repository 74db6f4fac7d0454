package io.echeance.topology.node;

import org.apache.kafka.streams.processor.api.ProcessorContext;

/** When what a node hears came, as a number that grows: also where many came in one {@link Packing parcel}. */
final class ArrivalOrder {

    /** More than a parcel has. */
    private static final int A_RECORD = 1_000;

    private final ProcessorContext<?, ?> context;
    private long offset = -1;
    private int place;

    ArrivalOrder(ProcessorContext<?, ?> context) {
        this.context = context;
    }

    /** Of what is heard now; a number for each time it is asked. A record that is read again has the same ones. */
    long next() {
        long now = context.recordMetadata().orElseThrow().offset();
        place = now == offset ? place + 1 : 0;
        offset = now;
        return now * A_RECORD + place;
    }
}
