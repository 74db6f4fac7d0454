package io.echeance.query.access;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.serde.record.NamesShown;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** What stands on topics only, of which no instance keeps a list. Each question reads a topic from its beginning. */
public interface AuditDesk {

    /**
     * @param at when what made it take effect was sent, in milliseconds of the epoch
     * @param firstAt when the decision that it confirms was sent; 0: it confirms none
     */
    record Decided(PaymentDecided decision, long at, long firstAt) {}

    /** @param at when it was sent, likewise */
    record Closing(MonthClosed closed, long at) {}

    /** Every month that was closed, of whatever seller. */
    List<Closing> closings() throws TemporarilyUnavailable;

    /** Every decision about a payment that somebody signed and that has taken effect; by nobody, where that is lost. */
    List<Decided> decided() throws TemporarilyUnavailable;

    /**
     * A decision about a payment that was refused.
     *
     * @param at when what made it refused was sent, in milliseconds of the epoch
     */
    record Refused(PaymentApplied decision, LocalDate on, Reason reason, long at) {}

    /** Every such decision that somebody signed, as long as it lies on {@code rejected} and can be read. */
    List<Refused> refused() throws TemporarilyUnavailable;

    /** Who was shown names: the last ones of those that are wanted, the latest first. */
    List<NamesShown> shown(Predicate<NamesShown> wanted, int most) throws TemporarilyUnavailable;
}
