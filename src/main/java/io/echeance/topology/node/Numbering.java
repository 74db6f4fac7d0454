package io.echeance.topology.node;

import io.echeance.core.order.Document;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.serde.record.Invoice;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.topology.store.StateStores;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Gives each document the next number of its series, {@code seller/year}: one writer per series, in order of arrival. A
 * document that comes again, on a replay, keeps the number that it had.
 */
public final class Numbering implements Processor<String, Document, String, Object> {

    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Long> series;
    private KeyValueStore<String, String> numbers;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Numbering() {}

    public static ProcessorSupplier<String, Document, String, Object> node() {
        return Node.of(
                Numbering::new, StateStores.counters(StateStores.SERIES), StateStores.texts(StateStores.NUMBERS));
    }

    /** The series of a document: the key under which it comes here. */
    static String seriesOf(Document document) {
        return document.seller() + "/" + document.on().getYear();
    }

    /** {@code seller-year-000001}; it grows beyond six digits where it must. */
    static String number(Document document, long position) {
        return String.format(
                Locale.ROOT, "%s-%04d-%06d", document.seller(), document.on().getYear(), position);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.series = context.getStateStore(StateStores.SERIES);
        this.numbers = context.getStateStore(StateStores.NUMBERS);
    }

    @Override
    public void process(Record<String, Document> record) {
        Document document = record.value();
        String number = numbers.get(document.id());
        if (number == null) {
            long position = Optional.ofNullable(series.get(record.key())).orElse(0L) + 1;
            number = number(document, position);
            series.put(record.key(), position);
            numbers.put(document.id(), number);
        }
        DocumentNumbered numbered = new DocumentNumbered(
                "numbered/" + document.id(), document.orderId(), document.on(), document.id(), number);
        forward(document, new Invoice(number, record.key(), document), record.timestamp());
        forward(document, new LoggedFact(null, new Told(numbered)), record.timestamp());
    }

    private void forward(Document document, Object value, long timestamp) {
        context.forward(new Record<>(document.orderId(), value, timestamp));
    }
}
