package io.echeance.topology.node;

import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.MissingPartyData;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatRegime;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.NumberedDocument;
import io.echeance.serde.record.NumberedDocument.PartyAsNamed;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.LastMet;
import io.echeance.topology.store.StateStores;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Who is named by documents (<i>tiers</i>): the parties as they are, and as issued documents name them.
 *
 * <p>A document names a party as it is on the day of issue. Of one that is not whole any longer, erased say, the
 * documents of an order go on to name it as the last one did: that invoice is kept by law, and what corrects it or
 * follows from it must bear the same name (CGI, annexe II, 242 nonies A; GDPR, art. 17-3 b and e).
 */
final class Parties {

    private static final int DIGEST_BYTES = 12;

    private final KeyValueStore<String, Party> register;
    private final KeyValueStore<Bytes, Party> named;
    private final Series series;
    private final LastMet<String, Met> met = new LastMet<>();
    /** As documents name them, and as it is kept. */
    private final LastMet<Party, PartyAsNamed> metAsNamed = new LastMet<>();

    /**
     * A party as it was looked up last, and what it lacks under a seller's regime or as a payer of a kind: that is
     * asked twice for each document, and depends on nothing else.
     *
     * @param party null: it is not known
     */
    private record Met(@Nullable Party party, Map<Enum<?>, Optional<MissingPartyData>> lacks) {

        Met(@Nullable Party party) {
            this(party, new HashMap<>());
        }

        Optional<MissingPartyData> lack(Enum<?> as, Function<@Nullable Party, Optional<MissingPartyData>> judge) {
            return lacks.computeIfAbsent(as, unknown -> judge.apply(party));
        }
    }

    private Parties(KeyValueStore<String, Party> register, KeyValueStore<Bytes, Party> named, Series series) {
        this.register = register;
        this.named = named;
        this.series = series;
    }

    static Parties in(ProcessorContext<?, ?> context, Series series) {
        return new Parties(
                context.getStateStore(StateStores.REGISTER), context.getStateStore(StateStores.NAMED_PARTIES), series);
    }

    /**
     * A party that was looked up.
     *
     * @param lack why a document cannot name it; null: it can
     */
    record Found(@Nullable Party party, @Nullable MissingPartyData lack) {

        /** Of one that lacks nothing. */
        Party whole() {
            if (party == null) {
                throw new IllegalStateException("nothing is known of it");
            }
            return party;
        }
    }

    void know(String id, Party party) {
        register.put(id, party);
        met.put(id, new Met(party));
    }

    void erase(String id) {
        register.delete(id);
        met.put(id, new Met(null));
    }

    private Met met(String id) {
        Met known = met.get(id);
        if (known == null) {
            known = new Met(register.get(id));
            met.put(id, known);
        }
        return known;
    }

    Found issuer(Draft draft) {
        Met issuer = met(draft.document().seller());
        VatRegime regime = draft.terms().vat();
        Optional<MissingPartyData> lack = issuer.lack(regime, party -> MissingPartyData.ofIssuer(party, regime));
        return new Found(issuer.party(), lack.orElse(null));
    }

    Found buyer(Draft draft) {
        String payer = draft.document().payer();
        Met buyer = met(payer);
        PayerKind kind = draft.payerKind();
        Function<@Nullable Party, Optional<MissingPartyData>> judge = party -> MissingPartyData.ofBuyer(party, kind);
        if (buyer.lack(kind, judge).isEmpty()) {
            return new Found(buyer.party(), null);
        }
        return find(draft, payer, judge, earlier -> Optional.of(earlier.buyer()));
    }

    /** Whose order a funder pays for. */
    Found client(Draft draft) {
        return find(
                draft, draft.customer(), MissingPartyData::ofNamed, earlier -> Optional.ofNullable(earlier.client()));
    }

    private Found find(
            Draft draft,
            String id,
            Function<@Nullable Party, Optional<MissingPartyData>> judge,
            Function<NumberedDocument, Optional<PartyAsNamed>> part) {
        Party now = met(id).party();
        MissingPartyData lack = judge.apply(now).orElse(null);
        if (lack == null) {
            return new Found(now, null);
        }
        Party before = asNamedBefore(draft, id, part);
        return before == null || judge.apply(before).isPresent() ? new Found(now, lack) : new Found(before, null);
    }

    /** As the document names it that this one corrects, else as the last one of the order and its payer does. */
    private @Nullable Party asNamedBefore(
            Draft draft, String id, Function<NumberedDocument, Optional<PartyAsNamed>> part) {
        return Stream.concat(
                        draft.preceding().stream()
                                .map(Draft.Earlier::documentId)
                                .map(series::of)
                                .flatMap(Stream::ofNullable),
                        series
                                .issued(
                                        draft.document().orderId(),
                                        draft.document().payer())
                                .stream())
                .flatMap(earlier -> part.apply(earlier).stream())
                .filter(earlier -> earlier.party().equals(id))
                .map(earlier -> named.get(key(earlier)))
                .findFirst()
                .orElse(null);
    }

    /** Keeps a party as a document names it from now on. */
    PartyAsNamed name(Party party) {
        PartyAsNamed known = metAsNamed.get(party);
        if (known != null) {
            return known;
        }
        PartyAsNamed as = new PartyAsNamed(party.id(), digest(party));
        Bytes key = key(as);
        if (named.get(key) == null) {
            named.put(key, party);
        }
        metAsNamed.put(party, as);
        return as;
    }

    private static Bytes key(PartyAsNamed as) {
        return Grouped.key(as.party(), as.digest().get());
    }

    private static Bytes digest(Party party) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Bindings.PARTY.encode(party));
            return Bytes.wrap(Arrays.copyOf(digest, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
