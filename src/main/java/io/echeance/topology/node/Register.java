package io.echeance.topology.node;

import io.echeance.core.invoice.Party;
import io.echeance.serde.record.PartyNews;
import io.echeance.serde.record.PartyNews.MorningCame;
import io.echeance.serde.record.PartyNews.PartyErased;
import io.echeance.serde.record.PartyNews.PartyKnown;
import io.echeance.topology.store.StateStores;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** The register of parties (<i>tiers</i>). It keeps what is news of one, and tells those who may wait for it. */
public final class Register implements Processor<String, PartyNews, String, Object> {

    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Party> parties;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private Register() {}

    /** Uses {@link Addressing#stores}. */
    public static ProcessorSupplier<String, PartyNews, String, Object> node() {
        return Register::new;
    }

    /** News of a party go where its drafts are; a morning comes to the partition that its key names. */
    public static StreamPartitioner<String, PartyNews> partitioner() {
        return (topic, key, news, partitions) -> switch (news) {
            case PartyKnown known -> Optional.empty();
            case PartyErased erased -> Optional.empty();
            case MorningCame morning -> Optional.of(Set.of(Integer.parseInt(key)));
        };
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.parties = context.getStateStore(StateStores.REGISTER);
    }

    @Override
    public void process(Record<String, PartyNews> record) {
        switch (record.value()) {
            case PartyKnown(Party party) -> parties.put(record.key(), party);
            case PartyErased erased -> parties.delete(record.key());
            case MorningCame morning -> {}
        }
        context.forward(record.withValue(record.value()));
    }
}
