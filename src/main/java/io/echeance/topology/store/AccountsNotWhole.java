package io.echeance.topology.store;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * The changelog of the accounts says of some what changed, and not of what: the last word on them does not fit what
 * lies here. To go on would be to decide without facts that are in the log, and to write that over what is left of
 * them. So nothing is decided. Where only the end of the changelog was read, what lies here may be at fault: the task
 * is restored from its beginning. Where all of it was, the changelog is at fault, and the accounts are to be made of
 * the log.
 */
public final class AccountsNotWhole extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private static final AtomicLong FOUND = new AtomicLong();

    private final boolean wasReadWhole;

    public AccountsNotWhole(Collection<Bytes> orders, boolean wasReadWhole) {
        super(sentence(orders, wasReadWhole));
        this.wasReadWhole = wasReadWhole;
        FOUND.addAndGet(orders.size());
    }

    private static String sentence(Collection<Bytes> orders, boolean wasReadWhole) {
        String which = orders.size() + " account(s) cannot be restored, that of order "
                + new String(orders.iterator().next().get(), StandardCharsets.UTF_8)
                + " first: what changed does not fit what it changes";
        return wasReadWhole
                ? which + ", and the changelog was read from its beginning: it is damaged. Nothing is decided on such"
                        + " accounts. Nothing is lost: facts has it all. Stop all instances, 'reset accounts', start."
                : which;
    }

    /** Whether the changelog itself is at fault, not what lay on the disk. */
    public boolean wasReadWhole() {
        return wasReadWhole;
    }

    /** So many accounts were found like that since the process began. */
    public static long found() {
        return FOUND.get();
    }

    /**
     * To be asked when the store is restored, before anything is decided.
     *
     * @param accounts the store {@link StateStores#ACCOUNTS}
     */
    public static void check(StateStore accounts) {
        if (accounts instanceof WrappedStateStore<?, ?, ?> wrapped) {
            IndexedAccounts rows = wrapped.findInner(IndexedAccounts.class);
            if (rows != null) {
                rows.checkWhole();
            }
        }
    }
}
