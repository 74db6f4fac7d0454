package io.echeance.query.access;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.PaymentDecided;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.record.NamesShown;
import java.util.List;
import java.util.function.Predicate;

/** What stands on topics only, of which no instance keeps a list. Each question reads a topic from its beginning. */
public interface AuditDesk {

    /** @param at when what made it take effect was sent, in milliseconds of the epoch */
    record Decided(PaymentDecided decision, long at) {}

    /** @param at when it was sent, likewise */
    record Closing(MonthClosed closed, long at) {}

    /** Every month that was closed, of whatever seller. */
    List<Closing> closings() throws TemporarilyUnavailable;

    /** Every decision about a payment that somebody signed and that has taken effect; by nobody, where that is lost. */
    List<Decided> decided() throws TemporarilyUnavailable;

    /** Who was shown names: the last ones of those that are wanted, the latest first. */
    List<NamesShown> shown(Predicate<NamesShown> wanted, int most) throws TemporarilyUnavailable;
}
