package io.echeance.query.http;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.PaymentDecided;
import io.echeance.query.access.AuditDesk;
import io.echeance.serde.record.NamesShown;
import io.echeance.topology.store.Calendar;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What was decided about payments and who was shown names, in memory. */
public record AuditedHere(
        Supplier<List<PaymentDecided>> payments, Supplier<List<MonthClosed>> months, Supplier<List<NamesShown>> noted)
        implements AuditDesk {

    /** At twelve past nine. */
    @Override
    public List<Closing> closings() {
        return months.get().stream()
                .map(one -> new Closing(
                        one,
                        one.on().atTime(9, 12).atZone(Calendar.ZONE).toInstant().toEpochMilli()))
                .toList();
    }

    @Override
    public List<Decided> decided() {
        return payments.get().stream().map(one -> new Decided(one, 0, 0)).toList();
    }

    @Override
    public List<Refused> refused() {
        return List.of();
    }

    @Override
    public List<NamesShown> shown(Predicate<NamesShown> wanted, int most) {
        return noted.get().reversed().stream().filter(wanted).limit(most).toList();
    }
}
