package io.echeance.topology.node;

import io.echeance.core.invoice.Party;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.PartyNews;
import io.echeance.serde.registry.Reading;
import io.echeance.serde.registry.RecordReader;
import io.echeance.serde.registry.RegistrySerdes;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The register of parties (<i>tiers</i>): what the topic says of each, and the word that it has changed. */
public final class Register {

    private Register() {}

    /** Reads the topic. What cannot be read, or names another party than its key, is rejected with its bytes. */
    public static ProcessorSupplier<byte[], byte[], String, Object> reading(RegistrySerdes serdes, Patience patience) {
        RecordReader<Party> reader = serdes.reader(Bindings.PARTY);
        return () -> new ReadingIt(reader, patience);
    }

    /** Keeps what was read, and passes it on to those who may wait for it. */
    public static ProcessorSupplier<String, PartyNews, String, Object> keeping() {
        return KeepingIt::new;
    }

    private static final class ReadingIt implements Processor<byte[], byte[], String, Object> {

        private final RecordReader<Party> reader;
        private final Patience patience;
        private ProcessorContext<String, Object> context;

        @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
        private ReadingIt(RecordReader<Party> reader, Patience patience) {
            this.reader = reader;
            this.patience = patience;
        }

        @Override
        public void init(ProcessorContext<String, Object> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            Place place = Place.of(context.recordMetadata().orElseThrow(), record.key(), record.value());
            if (record.key() == null) {
                refuse(place, "it has no key, which names the party", record.timestamp());
                return;
            }
            String id = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                context.forward(new Record<>(id, new PartyNews(null), record.timestamp()));
                return;
            }
            switch (patience.with(() -> reader.read(Topic.PARTIES.id(), record.value()))) {
                case Reading.Readable<Party>(Party party) -> {
                    if (party.id().equals(id)) {
                        context.forward(new Record<>(id, new PartyNews(party), record.timestamp()));
                    } else {
                        refuse(place, "its key names another party than it is about", record.timestamp());
                    }
                }
                case Reading.Unreadable<Party>(String sentence) -> refuse(place, sentence, record.timestamp());
            }
        }

        private void refuse(Place place, String sentence, long timestamp) {
            LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(timestamp), Calendar.ZONE);
            context.forward(new Record<>(null, place.unreadable(today, sentence), timestamp));
        }
    }

    private static final class KeepingIt implements Processor<String, PartyNews, String, Object> {

        private ProcessorContext<String, Object> context;
        private KeyValueStore<String, Party> parties;

        @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
        private KeepingIt() {}

        @Override
        public void init(ProcessorContext<String, Object> context) {
            this.context = context;
            this.parties = context.getStateStore(StateStores.REGISTER);
        }

        @Override
        public void process(Record<String, PartyNews> record) {
            Party party = record.value().party();
            if (party == null) {
                parties.delete(record.key());
            } else {
                parties.put(record.key(), party);
            }
            context.forward(record.withValue(record.value()));
        }
    }
}
