package io.echeance.query.instance;

import io.echeance.core.invoice.Party;
import io.echeance.query.order.AccountView;
import java.util.Optional;
import java.util.Set;

/** The accounts, as far as this instance holds them, and who holds the others. */
public interface Holdings {

    /** @throws Moving if that is not settled right now */
    KeyOwners keepersOf(String orderId) throws TemporarilyUnavailable;

    /**
     * What this instance, which decides about the order, knows of it.
     *
     * @return empty: there is no such order, that is certain
     * @throws Moving if it does not decide about it, or not yet
     */
    Optional<AccountView> active(String orderId, int partition) throws TemporarilyUnavailable;

    /**
     * What the copy of this instance knows of it.
     *
     * @throws Moving if there is no copy, if it is too far behind, or if it does not know the order: a copy cannot tell
     *     that there is none
     */
    AccountView copy(String orderId, int partition) throws TemporarilyUnavailable;

    /** Whose terms are known. */
    Set<String> sellers();

    /** A party as it is known here; empty: it is not. */
    Optional<Party> party(String id) throws TemporarilyUnavailable;
}
