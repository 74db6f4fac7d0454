package io.echeance.topology.node;

import io.echeance.core.order.DocumentId;
import io.echeance.serde.record.HeldDraft;
import io.echeance.serde.record.HeldDraft.Wanting;
import io.echeance.serde.record.HeldDraft.Wanting.WantedDocument;
import io.echeance.serde.record.HeldDraft.Wanting.WantedMorning;
import io.echeance.serde.record.HeldDraft.Wanting.WantedParty;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.StateStores;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The drafts that wait for their number, each found by all that it waits for, in order of arrival. */
final class WaitingRoom {

    static final Comparator<HeldDraft> BY_ARRIVAL = Comparator.comparingLong(HeldDraft::arrival)
            .thenComparing(held -> held.draft().document().id());

    private static final byte[] NOTHING = new byte[0];
    private static final String MORNING = "morning";

    private final KeyValueStore<String, HeldDraft> drafts;
    private final Grouped<byte[]> index;
    private final KeyValueStore<String, Long> unannounced;

    private WaitingRoom(
            KeyValueStore<String, HeldDraft> drafts,
            KeyValueStore<Bytes, byte[]> index,
            KeyValueStore<String, Long> unannounced) {
        this.drafts = drafts;
        this.index = Grouped.mostlyEmpty(index);
        this.unannounced = unannounced;
    }

    static WaitingRoom in(ProcessorContext<?, ?> context) {
        return new WaitingRoom(
                context.getStateStore(StateStores.HELD_DRAFTS),
                context.getStateStore(StateStores.HELD_FOR),
                context.getStateStore(StateStores.HELD_UNANNOUNCED));
    }

    /** Null: it does not wait. */
    @Nullable
    HeldDraft get(DocumentId id) {
        return drafts.get(id.text());
    }

    /** All that wait, in order of arrival. */
    NavigableSet<HeldDraft> all() {
        NavigableSet<HeldDraft> all = new TreeSet<>(BY_ARRIVAL);
        try (KeyValueIterator<String, HeldDraft> rows = drafts.all()) {
            rows.forEachRemaining(row -> all.add(row.value));
        }
        return all;
    }

    /** A draft waits for other things than {@code before}; for nothing: it waits no longer. */
    void put(HeldDraft before, HeldDraft now) {
        if (before.wanting().isEmpty() && now.wanting().isEmpty()) {
            return;
        }
        for (Wanting former : before.wanting()) {
            index.remove(key(former, before));
        }
        for (Wanting one : now.wanting()) {
            index.put(key(one, now), NOTHING);
            if (one instanceof WantedParty(String party, var lack) && !waitedFor(party, before)) {
                Long first = unannounced.get(party);
                unannounced.put(party, first == null ? now.arrival() : Math.min(first, now.arrival()));
            }
        }
        String documentId = now.draft().document().id().text();
        if (now.wanting().isEmpty()) {
            drafts.delete(documentId);
        } else {
            drafts.put(documentId, now);
        }
    }

    private static boolean waitedFor(String party, HeldDraft held) {
        return held.wanting().stream()
                .anyMatch(former -> former instanceof WantedParty(String other, var lack) && other.equals(party));
    }

    private static Bytes key(Wanting wanting, HeldDraft held) {
        byte[] id = held.draft().document().id().text().getBytes(StandardCharsets.UTF_8);
        byte[] member = ByteBuffer.allocate(Long.BYTES + id.length)
                .putLong(held.arrival())
                .put(id)
                .array();
        return Grouped.key(group(wanting), member);
    }

    private static String group(Wanting wanting) {
        return switch (wanting) {
            case WantedParty(String party, var lack) -> ofParty(party);
            case WantedDocument(DocumentId document) -> ofDocument(document);
            case WantedMorning morning -> MORNING;
        };
    }

    private static String ofParty(String party) {
        return "party/" + party;
    }

    private static String ofDocument(DocumentId document) {
        return "document/" + document;
    }

    NavigableSet<HeldDraft> forParty(String party) {
        return waitingFor(ofParty(party));
    }

    /** Those that bear a day that has not begun. */
    NavigableSet<HeldDraft> forMorning() {
        return waitingFor(MORNING);
    }

    NavigableSet<HeldDraft> forDocument(DocumentId document) {
        return waitingFor(ofDocument(document));
    }

    private NavigableSet<HeldDraft> waitingFor(String group) {
        NavigableSet<HeldDraft> found = new TreeSet<>(BY_ARRIVAL);
        for (KeyValue<Bytes, byte[]> row : index.of(group)) {
            ByteBuffer member = ByteBuffer.wrap(Grouped.member(row.key));
            member.position(Long.BYTES);
            String documentId = StandardCharsets.UTF_8.decode(member).toString();
            found.add(Objects.requireNonNull(drafts.get(documentId), "its row was found"));
        }
        return found;
    }

    /**
     * What no person was alerted to: by what a party lacks, the first draft that waits for it; from now on all that
     * wait count as announced.
     */
    Map<WantedParty, HeldDraft> news() {
        List<KeyValue<String, Long>> parties = new ArrayList<>();
        try (KeyValueIterator<String, Long> all = unannounced.all()) {
            all.forEachRemaining(parties::add);
        }
        Map<WantedParty, HeldDraft> firsts = new LinkedHashMap<>();
        for (KeyValue<String, Long> party : parties) {
            unannounced.delete(party.key);
            forParty(party.key).stream()
                    .filter(held -> held.arrival() >= party.value)
                    .findFirst()
                    .ifPresent(held -> firsts.put(wantingOf(party.key, held), held));
        }
        return firsts;
    }

    private static WantedParty wantingOf(String party, HeldDraft held) {
        return held.wanting().stream()
                .filter(WantedParty.class::isInstance)
                .map(WantedParty.class::cast)
                .filter(wanting -> wanting.party().equals(party))
                .findFirst()
                .orElseThrow();
    }
}
