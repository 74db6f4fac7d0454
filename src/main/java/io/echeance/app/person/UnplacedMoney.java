package io.echeance.app.person;

import io.echeance.app.person.OpenBusiness.Matter;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.serde.record.SuspenseEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What of a person's money waits for its order, or is set aside. */
record UnplacedMoney(ClaimedPayments claimed, Map<String, SuspenseEntry> entries) {

    UnplacedMoney(ClaimedPayments claimed) {
        this(claimed, new TreeMap<>());
    }

    /** @param entry null: it waits no longer */
    void hear(String key, @Nullable SuspenseEntry entry) {
        if (entry != null) {
            claimed.hearWaiting(entry.fact());
        }
        if (entry != null && claimed.isIts(entry.fact())) {
            entries.put(key, entry);
        } else {
            entries.remove(key);
        }
    }

    Collection<SuspenseEntry> all() {
        return entries.values();
    }

    /** What a person has to place, or to pay back, before anything is erased. */
    List<OpenBusiness> open() {
        List<OpenBusiness> open = new ArrayList<>();
        for (SuspenseEntry entry : entries.values()) {
            if (isOpen(entry) && entry.fact() instanceof PaymentReceived payment) {
                open.add(new OpenBusiness(payment.paymentId(), Matter.MONEY, payment.amount()));
            }
        }
        return open;
    }

    /** Whether it still has to find its order: its text is needed for that. */
    static boolean isOpen(SuspenseEntry entry) {
        return entry.fact() instanceof PaymentReceived && entry.waits();
    }
}
