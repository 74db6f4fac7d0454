package io.echeance.topology.node;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.Suspended;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.PaymentRows;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** What is in suspense, row by row, with where it came from. */
final class SuspenseRows {

    private final KeyValueStore<Bytes, SuspenseEntry> suspense;
    private final PaymentRows rows;

    SuspenseRows(KeyValueStore<Bytes, SuspenseEntry> suspense, PaymentRows rows) {
        this.suspense = suspense;
        this.rows = rows;
    }

    /** What it may be meant for has changed, or whether it has come back. */
    void change(Suspended waits) {
        SuspenseEntry row = row(waits);
        replace(row, row.announced(), waits);
    }

    /** A person has been told of it. */
    void announce(Suspended waits) {
        SuspenseEntry row = row(waits);
        replace(row, true, waits.gone(row.cameBack()));
    }

    private SuspenseEntry row(Suspended waits) {
        return Objects.requireNonNull(suspense.get(key(waits.fact())), "it waits");
    }

    /** A decision that waited for a second person, and waits no longer. Null: it did not. */
    @Nullable
    SuspenseEntry taken(PaymentApplied decision) {
        SuspenseEntry waited = suspense.get(key(decision));
        return waited != null && waited.fact().equals(decision) ? removed(key(decision)) : null;
    }

    /** Keeps what waits, or is set aside, with where it came from. */
    void keep(Suspended waits, @Nullable LoggedFact entry) {
        PaymentFact fact = waits.fact();
        Waiting waiting = release(fact, entry);
        suspense.put(
                key(fact),
                new SuspenseEntry(
                        waiting.origin(),
                        fact,
                        waits.since(),
                        false,
                        waiting.knownOn(),
                        waits.proposals(),
                        waits.setAside(),
                        waits.cameBack(),
                        waits.shadow()));
    }

    /**
     * Where a fact came from, and the day on which it is known at the earliest.
     *
     * @param origin null: the log has it already, with an order that it went to before, or another part of it has it,
     *     or the decision by which a bank told of it
     * @param knownOn null: any
     */
    record Waiting(@Nullable Origin origin, @Nullable LocalDate knownOn) {}

    /** It waits no longer, or elsewhere. What is released by another fact is not known before that. */
    Waiting release(PaymentFact fact, @Nullable LoggedFact entry) {
        LoggedFact asked = rows.asksNoLonger(fact.movementId(), fact.factId());
        SuspenseEntry waited = removed(key(fact));
        LocalDate knownOn = entry == null ? null : entry.knownOn();
        if (asked != null) {
            return new Waiting(asked.origin(), later(asked.knownOn(), knownOn));
        }
        if (waited != null) {
            return new Waiting(waited.origin(), later(waited.knownOn(), knownOn));
        }
        return new Waiting(entry != null && isTheSame(received(entry), fact) ? entry.origin() : null, knownOn);
    }

    /** Whatever order it has been given. */
    private static boolean isTheSame(PaymentFact received, PaymentFact sent) {
        return received.movementId().equals(sent.movementId())
                && received.factId().equals(sent.factId());
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** A row that is not there is not deleted: that would be a word on the changelog that says nothing. */
    private @Nullable SuspenseEntry removed(Bytes key) {
        SuspenseEntry there = suspense.get(key);
        if (there != null) {
            suspense.delete(key);
        }
        return there;
    }

    private void replace(SuspenseEntry row, boolean announced, Suspended waits) {
        suspense.put(
                key(row.fact()),
                new SuspenseEntry(
                        row.origin(),
                        row.fact(),
                        row.since(),
                        announced,
                        row.knownOn(),
                        waits.proposals(),
                        row.setAside(),
                        waits.cameBack(),
                        waits.shadow()));
    }

    private static PaymentFact received(LoggedFact entry) {
        return (PaymentFact) ((Received) entry.payload()).fact();
    }

    private static Bytes key(PaymentFact fact) {
        return Grouped.key(fact.movementId(), fact.factId().getBytes(StandardCharsets.UTF_8));
    }
}
