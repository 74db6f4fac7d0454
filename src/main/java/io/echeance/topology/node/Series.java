package io.echeance.topology.node;

import io.echeance.core.invoice.Numbered;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.serde.record.NumberedDocument;
import io.echeance.serde.record.NumberedDocument.PartyAsNamed;
import io.echeance.topology.store.StateStores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The series of the sellers of a partition, and the numbers that were given. */
final class Series {

    private final KeyValueStore<String, Long> last;
    private final KeyValueStore<String, NumberedDocument> numbers;

    private Series(KeyValueStore<String, Long> last, KeyValueStore<String, NumberedDocument> numbers) {
        this.last = last;
        this.numbers = numbers;
    }

    static Series in(ProcessorContext<?, ?> context) {
        return new Series(context.getStateStore(StateStores.SERIES), context.getStateStore(StateStores.NUMBERS));
    }

    /** {@code seller/year} */
    static String of(Document document) {
        return document.seller() + "/" + document.on().getYear();
    }

    /** {@code seller-year-000001}; it grows beyond six digits where it must. */
    static String number(Document document, long position) {
        return String.format(
                Locale.ROOT, "%s-%04d-%06d", document.seller(), document.on().getYear(), position);
    }

    /** What is known of a document that has a number; null: it has none yet. */
    @Nullable
    NumberedDocument of(DocumentId id) {
        return numbers.get(id.text());
    }

    /** Of a document that is known to have one. */
    Numbered numberOf(DocumentId id) {
        return Objects.requireNonNull(of(id), () -> id + " has no number yet").numbered();
    }

    /** Those of an order to one payer, the latest first. */
    List<NumberedDocument> issued(String orderId, String payer) {
        List<NumberedDocument> issued = new ArrayList<>();
        try (KeyValueIterator<String, NumberedDocument> found =
                numbers.prefixScan(orderId + "/" + payer + "/", Serdes.String().serializer())) {
            found.forEachRemaining(row -> issued.add(row.value));
        }
        issued.removeIf(one -> !one.buyer().party().equals(payer));
        issued.sort(
                Comparator.comparing((NumberedDocument one) -> one.numbered().on())
                        .thenComparing(one -> one.numbered().number())
                        .reversed());
        return issued;
    }

    /** Gives a document the next number of the series of its seller and its year. */
    NumberedDocument next(Document document, PartyAsNamed buyer, @Nullable PartyAsNamed client) {
        String name = of(document);
        long position = Optional.ofNullable(last.get(name)).orElse(0L) + 1;
        NumberedDocument next =
                new NumberedDocument(new Numbered(number(document, position), document.on()), buyer, client);
        last.put(name, position);
        numbers.put(document.id().text(), next);
        return next;
    }
}
