package io.echeance.app.person;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.serde.record.SuspenseEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a person's money waits for its order, or is set aside.
 *
 * @param claimed payments that are the person's though nobody named a payer
 */
record UnplacedMoney(String id, Set<String> claimed, Map<String, SuspenseEntry> entries) {

    UnplacedMoney(String id, Set<String> claimed) {
        this(id, Set.copyOf(claimed), new TreeMap<>());
    }

    /** @param entry null: it waits no longer */
    void hear(String key, @Nullable SuspenseEntry entry) {
        if (entry != null && isIts(entry)) {
            entries.put(key, entry);
        } else {
            entries.remove(key);
        }
    }

    private boolean isIts(SuspenseEntry entry) {
        String payer = switch (entry.fact()) {
            case PaymentReceived payment -> payment.payerId();
            case RefundPaid refund -> refund.payerId();
            default -> null;
        };
        return id.equals(payer) || claimed.contains(entry.fact().movementId());
    }

    Collection<SuspenseEntry> all() {
        return entries.values();
    }

    /** What a person has to place, or to pay back, before anything is erased. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        for (SuspenseEntry entry : entries.values()) {
            if (entry.fact() instanceof PaymentReceived payment && entry.setAside() == null && !entry.cameBack()) {
                open.add(payment.paymentId() + ": " + payment.amount() + " EUR wait for their order");
            }
        }
        return open;
    }
}
