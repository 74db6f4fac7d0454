package io.echeance.query.http;

import io.echeance.core.order.PaymentDecided;
import io.echeance.query.access.AuditDesk;
import io.echeance.serde.record.NamesShown;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What was decided about payments and who was shown names, in memory. */
public record AuditedHere(Supplier<List<PaymentDecided>> payments, Supplier<List<NamesShown>> noted)
        implements AuditDesk {

    @Override
    public List<Decided> decided() {
        return payments.get().stream().map(one -> new Decided(one, 0)).toList();
    }

    @Override
    public List<NamesShown> shown(Predicate<NamesShown> wanted, int most) {
        return noted.get().reversed().stream().filter(wanted).limit(most).toList();
    }
}
