package io.echeance.topology.store;

import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseChange;
import io.echeance.serde.Bindings;
import io.echeance.serde.StateCodec;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * In whose books the money of a bank's account is, as the last statement says that is in somebody's: whoever tells of
 * that money does not know. What is told before the first statement waits for it.
 */
public final class BookedAccounts {

    /** Account with a bank → in whose books it is. */
    public static final String NAME = "booked-accounts";

    /** Account → its seller; {@link RunningBalance#NOBODY}, with what was told until its seller is known. */
    private final KeyValueStore<String, RunningBalance> rows;

    public BookedAccounts(KeyValueStore<String, RunningBalance> rows) {
        this.rows = rows;
    }

    /** A row an account with a bank: in memory, with a changelog. */
    public static StoreBuilder<KeyValueStore<String, RunningBalance>> builder() {
        return StateStores.small(
                NAME, Serdes.String(), StateCodec.of(Bindings.RUNNING_BALANCE).serde());
    }

    /** The account is of this seller from now on. What was told of it before, if it was nobody's. */
    public Optional<RunningBalance> isOf(String seller, String account) {
        RunningBalance before = rows.get(account);
        if (before == null || !before.seller().equals(seller)) {
            rows.put(account, RunningBalance.of(seller, BankProof.nothing(account)));
        }
        return before != null && before.seller().equals(RunningBalance.NOBODY)
                ? Optional.of(RunningBalance.of(seller, before.banks().getFirst()))
                : Optional.empty();
    }

    /** What a change adds to the balance of the account's seller. Empty: it is not known whose it is. */
    public Optional<RunningBalance> added(SuspenseChange change) {
        String account = change.account();
        BankProof more = BankProof.suspended(account, change.sum());
        RunningBalance known = rows.get(account);
        if (known != null && !known.seller().equals(RunningBalance.NOBODY)) {
            return Optional.of(RunningBalance.of(known.seller(), more));
        }
        RunningBalance nobodys = RunningBalance.of(RunningBalance.NOBODY, more);
        rows.put(account, known == null ? nobodys : known.plus(nobodys));
        return Optional.empty();
    }
}
