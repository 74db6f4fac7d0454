package io.echeance.topology.node;

import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Lack;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Claim;
import io.echeance.serde.record.Addressed;
import io.echeance.serde.record.PartyNews;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a party that a draft names: the client of a funder's invoice, then its buyer, last its issuer, who gives it
 * its number. A draft whose party is unknown, or not whole, waits for it, and a person is told; drafts of one party go
 * on in the order in which they came, those of others go by.
 */
public abstract sealed class Addressing implements Processor<String, Object, String, Object>
        permits Addressing.Client, Addressing.Buyer, Numbering {

    /** What a draft is looked up for; each has drafts of its own that wait. The names stand in the store. */
    enum Stage {
        CLIENT,
        BUYER,
        ISSUER
    }

    private final Stage stage;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<String, Party> parties;
    private KeyValueStore<Bytes, Addressed> held;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    Addressing(Stage stage) {
        this.stage = stage;
    }

    /** The stores that its stages share with {@link Register}. */
    public static List<StoreBuilder<?>> stores() {
        return List.of(StateStores.parties(StateStores.REGISTER), StateStores.drafts(StateStores.HELD_DRAFTS));
    }

    /** Looks up whose order a funder pays for. */
    public static ProcessorSupplier<String, Object, String, Object> clients() {
        return Client::new;
    }

    /** Looks up who pays. */
    public static ProcessorSupplier<String, Object, String, Object> buyers() {
        return Buyer::new;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.parties = context.getStateStore(StateStores.REGISTER);
        this.held = context.getStateStore(StateStores.HELD_DRAFTS);
    }

    @Override
    public void process(Record<String, Object> record) {
        switch (record.value()) {
            case Addressed draft -> take(record.key(), draft, record.timestamp());
            case PartyNews news -> release(record.key(), record.timestamp());
            case Object other -> throw new IllegalStateException("no draft, and nothing about a party: " + other);
        }
    }

    /** What the party lacks to be named by the draft, in words; empty: nothing. */
    abstract Optional<String> lack(@Nullable Party party, Draft draft);

    /** The draft goes on, with the party. */
    abstract void goOn(Addressed draft, Party party, long timestamp);

    private void take(String partyId, Addressed addressed, long timestamp) {
        release(partyId, timestamp);
        Party party = parties.get(partyId);
        Optional<String> lack = lack(party, addressed.draft());
        if (lack.isEmpty() && party != null && waiting(partyId).isEmpty()) {
            goOn(addressed, party, timestamp);
        } else {
            held.put(Grouped.key(group(partyId), arrival()), addressed);
            tell(addressed.draft(), partyId, lack.orElse("earlier documents wait for it"), timestamp);
        }
    }

    /** What waited goes on in its order, up to the first that has to wait longer. */
    private void release(String partyId, long timestamp) {
        Party party = parties.get(partyId);
        List<KeyValue<Bytes, Addressed>> released = new ArrayList<>();
        for (KeyValue<Bytes, Addressed> row : waiting(partyId)) {
            if (party == null || lack(party, row.value.draft()).isPresent()) {
                break;
            }
            released.add(row);
        }
        for (KeyValue<Bytes, Addressed> row : released) {
            held.delete(row.key);
            goOn(row.value, party, timestamp);
        }
    }

    private List<KeyValue<Bytes, Addressed>> waiting(String partyId) {
        return new Grouped<>(held).of(group(partyId));
    }

    private String group(String partyId) {
        return stage + "/" + partyId;
    }

    /** Where it stands on its topic: what comes later stands behind. */
    private byte[] arrival() {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        return ByteBuffer.allocate(Long.BYTES).putLong(at.offset()).array();
    }

    private void tell(Draft draft, String partyId, String lack, long timestamp) {
        var document = draft.document();
        List<Claim> claims = new ArrayList<>();
        for (int n = 1; n <= document.due().size(); n++) {
            var due = document.due().get(n - 1);
            claims.add(new Claim(document.receivable(n), due.on(), due.amount()));
        }
        forward(
                document.orderId(),
                new DunningAlert(
                        document.on(),
                        document.orderId(),
                        DunningAlert.Kind.PARTY_MISSING,
                        document.payer(),
                        null,
                        claims,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        document.id() + " has no number yet: of party " + partyId + ", " + lack,
                        List.of("CGI, annexe II, 242 nonies A")),
                timestamp);
    }

    final void forward(String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }

    static final class Client extends Addressing {

        private Client() {
            super(Stage.CLIENT);
        }

        @Override
        Optional<String> lack(@Nullable Party party, Draft draft) {
            return Lack.ofNamed(party);
        }

        @Override
        void goOn(Addressed addressed, Party party, long timestamp) {
            Draft draft = addressed.draft();
            forward(draft.document().payer(), new Addressed(draft, party, null), timestamp);
        }
    }

    static final class Buyer extends Addressing {

        private Buyer() {
            super(Stage.BUYER);
        }

        @Override
        Optional<String> lack(@Nullable Party party, Draft draft) {
            return Lack.ofBuyer(party, draft.payerKind());
        }

        @Override
        void goOn(Addressed addressed, Party party, long timestamp) {
            Draft draft = addressed.draft();
            forward(draft.document().seller(), new Addressed(draft, addressed.client(), party), timestamp);
        }
    }
}
