package io.echeance.topology.node;

import io.echeance.core.invoice.Completion;
import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Lack;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Document;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.serde.record.Addressed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Told;
import io.echeance.topology.store.StateStores;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Gives each document the next number of its series, {@code seller/year}, and issues its invoice: one writer per
 * seller, in order of arrival. A document that comes again, on a replay, keeps its number and is not issued again: the
 * invoice stands as it was issued, whatever has become of its parties.
 */
public final class Numbering extends Addressing {

    private KeyValueStore<String, Long> series;
    private KeyValueStore<String, String> numbers;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Numbering() {
        super(Stage.ISSUER);
    }

    /** Brings along what no other node uses; the rest is {@link Addressing#stores}. */
    public static ProcessorSupplier<String, Object, String, Object> node() {
        return Node.of(
                Numbering::new, StateStores.counters(StateStores.SERIES), StateStores.texts(StateStores.NUMBERS));
    }

    private static String seriesOf(Document document) {
        return document.seller() + "/" + document.on().getYear();
    }

    /** {@code seller-year-000001}; it grows beyond six digits where it must. */
    static String number(Document document, long position) {
        return String.format(
                Locale.ROOT, "%s-%04d-%06d", document.seller(), document.on().getYear(), position);
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        super.init(context);
        this.series = context.getStateStore(StateStores.SERIES);
        this.numbers = context.getStateStore(StateStores.NUMBERS);
    }

    @Override
    Optional<Lack> lack(@Nullable Party party, Draft draft) {
        return numbers.get(draft.document().id()) == null
                ? Lack.ofIssuer(party, draft.terms().vat())
                : Optional.empty();
    }

    @Override
    void goOn(Addressed addressed, Party issuer, long timestamp) {
        Draft draft = addressed.draft();
        Document document = draft.document();
        String number = numbers.get(document.id());
        if (number == null) {
            String name = seriesOf(document);
            long position = Optional.ofNullable(series.get(name)).orElse(0L) + 1;
            number = number(document, position);
            series.put(name, position);
            numbers.put(document.id(), number);
            Party buyer = Objects.requireNonNull(addressed.buyer(), "looked up before");
            forward(
                    document.orderId(),
                    Completion.of(draft, number, name, issuer, buyer, addressed.client(), this::numberOf),
                    timestamp);
        }
        DocumentNumbered numbered = new DocumentNumbered(
                "numbered/" + document.id(), document.orderId(), document.on(), document.id(), number);
        forward(document.orderId(), new LoggedFact(null, new Told(numbered)), timestamp);
    }

    /** Of an earlier document. It came the same way, before: between the same parties. */
    private String numberOf(String documentId) {
        return Objects.requireNonNull(numbers.get(documentId), () -> documentId + " has no number yet");
    }
}
