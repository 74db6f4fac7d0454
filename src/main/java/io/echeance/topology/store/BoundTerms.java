package io.echeance.topology.store;

import io.echeance.core.order.Account;
import io.echeance.core.terms.Terms;
import io.echeance.serde.Bindings;
import io.echeance.serde.record.AccountRow;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The terms that bind the orders of a partition, each version once, under the digest of its content. They are written
 * in the transaction of the first account, or draft, that rests on them, and never again: whatever is published,
 * withdrawn or lost elsewhere, an account finds the terms that it was admitted under.
 */
public final class BoundTerms {

    /** Enough that no two versions ever share one. */
    private static final int DIGEST_BYTES = 12;

    private final KeyValueStore<Bytes, Terms> store;
    private final Map<Bytes, Terms> byDigest = new HashMap<>();
    /** By identity: accounts of one version share one object. */
    private final IdentityHashMap<Terms, Bytes> digests = new IdentityHashMap<>();

    public BoundTerms(KeyValueStore<Bytes, Terms> store) {
        this.store = store;
    }

    /** The row of an account, whose terms are kept with it. */
    public AccountRow row(Account account) {
        Terms terms = account.terms();
        return AccountRow.of(account, terms == null ? null : keep(terms));
    }

    /** @throws IllegalStateException if the terms that the account rests on are not here: state was tampered with */
    public Account account(AccountRow row) {
        Bytes digest = row.terms();
        return row.bound(digest == null ? null : of(digest, row.orderId()));
    }

    /** @throws IllegalStateException if the terms that an order rests on are not here: state was tampered with */
    public Terms of(Bytes digest, String orderId) {
        Terms terms = byDigest.get(digest);
        if (terms == null) {
            terms = found(digest, orderId);
            remember(digest, terms);
        }
        return terms;
    }

    /** Keeps what another partition keeps under that digest. */
    public void keep(Bytes digest, Terms terms) {
        if (store.get(digest) == null) {
            store.put(digest, terms);
        }
        remember(digest, terms);
    }

    private Terms found(Bytes digest, String orderId) {
        Terms found = store.get(digest);
        if (found == null) {
            throw new IllegalStateException("order " + orderId + " rests on terms with the digest " + digest
                    + ", which this partition does not keep: its state is not whole; restore it from its changelogs");
        }
        return found;
    }

    /** Their digest, under which they are kept from now on. */
    public Bytes keep(Terms terms) {
        Bytes known = digests.get(terms);
        if (known != null) {
            return known;
        }
        Bytes digest = digest(terms);
        keep(digest, terms);
        return digest;
    }

    private void remember(Bytes digest, Terms terms) {
        byDigest.putIfAbsent(digest, terms);
        digests.put(terms, digest);
    }

    /** The first bytes of the SHA-256 of the terms as the schema of this release has them: a name, never compared. */
    public static Bytes digest(Terms terms) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(Bindings.TERMS.encode(terms));
            return Bytes.wrap(Arrays.copyOf(whole, DIGEST_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
