package io.echeance.topology.node;

import io.echeance.core.order.Statement;
import io.echeance.topology.store.AtCommit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Of each order, the last statement of a transaction: it is said at its end. */
final class LastWords {

    private final ProcessorContext<String, Object> context;
    private final Map<String, Record<String, Object>> statements = new LinkedHashMap<>();

    LastWords(ProcessorContext<String, Object> context) {
        this.context = context;
        AtCommit.does(Accounts.NAME, context, this::say);
    }

    void state(String orderId, Statement statement, long at) {
        statements.put(orderId, new Record<>(orderId, statement, at));
    }

    private void say() {
        statements.values().forEach(context::forward);
        statements.clear();
    }
}
