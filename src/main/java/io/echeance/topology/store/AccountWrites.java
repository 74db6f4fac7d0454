package io.echeance.topology.store;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;

/**
 * How often the accounts of a store were written. Who has read an account and finds the same number again has it as it
 * lies there, with the places in the lists that go with it, and needs not read it. They are counted in groups, so that
 * this takes as much memory however many there are: beside an account that was written a few others count as written.
 *
 * <p>The one thread that writes counts before it writes and behind it; any thread may ask.
 */
public final class AccountWrites {

    /** What is answered while it is being written: it is not known what somebody reads then. */
    public static final long UNDER_WAY = -1;

    private static final int GROUPS = 4_096;

    private final AtomicLongArray begun = new AtomicLongArray(GROUPS);
    private final AtomicLongArray done = new AtomicLongArray(GROUPS);

    /** Asks the store of the accounts for them. */
    public record Asked() implements Query<AccountWrites> {}

    /** @param accounts the store {@link StateStores#ACCOUNTS} */
    public static AccountWrites of(StateStore accounts) {
        return accounts.query(new Asked(), PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    /** The number of an account; to be asked before it is read. {@link #UNDER_WAY}: there is none. */
    public long of(Bytes account) {
        int group = group(account);
        long ended = done.get(group);
        return begun.get(group) == ended ? ended : UNDER_WAY;
    }

    void begin(Collection<Bytes> accounts) {
        accounts.forEach(account -> begun.incrementAndGet(group(account)));
    }

    void end(Collection<Bytes> accounts) {
        accounts.forEach(account -> done.incrementAndGet(group(account)));
    }

    /** Any may be another one now. */
    void all() {
        for (int group = 0; group < GROUPS; group++) {
            begun.incrementAndGet(group);
            done.incrementAndGet(group);
        }
    }

    private static int group(Bytes account) {
        return Math.floorMod(account.hashCode(), GROUPS);
    }
}
