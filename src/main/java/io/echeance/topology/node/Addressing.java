package io.echeance.topology.node;

import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Lack;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Document;
import io.echeance.core.order.DunningAlert;
import io.echeance.core.order.DunningAlert.Claim;
import io.echeance.serde.record.Addressed;
import io.echeance.serde.record.PartyNews;
import io.echeance.serde.record.PartyNews.MorningCame;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Looks up a party that a draft names: the client of a funder's invoice, then its buyer, last its issuer, who gives it
 * its number. A draft whose party is unknown, or not whole, waits for it, and a person is told if it still waits when
 * the day is closed: order and party are often told in one moment, in either order. Drafts of one party go on in the
 * order in which they came, those of others go by.
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
    private WaitingRoom waiting;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    Addressing(Stage stage) {
        this.stage = stage;
    }

    /** The stores that its stages share with {@link Register}. */
    public static List<StoreBuilder<?>> stores() {
        return List.of(
                StateStores.parties(StateStores.REGISTER),
                StateStores.drafts(StateStores.HELD_DRAFTS),
                StateStores.counters(StateStores.HELD_DRAFTS_TOLD));
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
        this.waiting = WaitingRoom.in(context, stage);
    }

    @Override
    public void process(Record<String, Object> record) {
        switch (record.value()) {
            case Addressed draft -> take(record.key(), draft, record.timestamp());
            case MorningCame(LocalDate today) -> tellOf(waiting.news(), today, record.timestamp());
            case PartyNews news -> release(record.key(), record.timestamp());
            case Object other -> throw new IllegalStateException("no draft, and nothing about a party: " + other);
        }
    }

    /** What the party lacks to be named by the draft; empty: nothing. */
    abstract Optional<Lack> lack(@Nullable Party party, Draft draft);

    /** The draft goes on, with the party. */
    abstract void goOn(Addressed draft, Party party, long timestamp);

    private void take(String partyId, Addressed addressed, long timestamp) {
        boolean isFirst = release(partyId, timestamp);
        Party party = parties.get(partyId);
        if (isFirst && party != null && lack(party, addressed.draft()).isEmpty()) {
            goOn(addressed, party, timestamp);
        } else {
            waiting.add(partyId, context.recordMetadata().orElseThrow().offset(), addressed);
        }
    }

    /**
     * What waited goes on in its order, up to the first that has to wait longer.
     *
     * @return whether none is left
     */
    private boolean release(String partyId, long timestamp) {
        Party party = parties.get(partyId);
        for (Bytes key : waiting.of(partyId)) {
            Addressed next = waiting.get(key);
            if (party == null || lack(party, next.draft()).isPresent()) {
                return false;
            }
            waiting.remove(key);
            goOn(next, party, timestamp);
        }
        return true;
    }

    /** Tells of each party for which something has begun to wait, by the first document that does. */
    private void tellOf(Map<String, Addressed> firsts, LocalDate today, long timestamp) {
        firsts.forEach((partyId, first) -> lack(parties.get(partyId), first.draft())
                .ifPresent(lack -> tell(first.draft().document(), partyId, lack, today, timestamp)));
    }

    private void tell(Document document, String partyId, Lack lack, LocalDate today, long timestamp) {
        List<Claim> claims = new ArrayList<>();
        for (int n = 1; n <= document.due().size(); n++) {
            Document.Due due = document.due().get(n - 1);
            claims.add(new Claim(document.receivable(n), due.on(), due.amount()));
        }
        DunningAlert alert = new DunningAlert(
                today,
                document.orderId(),
                DunningAlert.Kind.PARTY_MISSING,
                partyId,
                null,
                claims,
                null,
                null,
                null,
                null,
                null,
                null,
                lack.name(),
                List.of(),
                document.id(),
                List.of("CGI, annexe II, 242 nonies A"));
        forward(document.orderId(), alert, timestamp);
    }

    final void forward(String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }

    static final class Client extends Addressing {

        private Client() {
            super(Stage.CLIENT);
        }

        @Override
        Optional<Lack> lack(@Nullable Party party, Draft draft) {
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
        Optional<Lack> lack(@Nullable Party party, Draft draft) {
            return Lack.ofBuyer(party, draft.payerKind());
        }

        @Override
        void goOn(Addressed addressed, Party party, long timestamp) {
            Draft draft = addressed.draft();
            forward(draft.document().seller(), new Addressed(draft, addressed.client(), party), timestamp);
        }
    }
}
