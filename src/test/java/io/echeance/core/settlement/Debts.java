package io.echeance.core.settlement;

import static io.echeance.core.order.AnOrder.day;

import io.echeance.core.money.Money;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents of order O, as far as settling them goes. */
public final class Debts {

    private Debts() {}

    /** {@code dues}: amounts and their days, {@code 100.00 on 2026-03-01}. */
    public static Document document(Kind kind, String payer, int n, String... dues) {
        List<Due> parts = new ArrayList<>();
        for (String due : dues) {
            String[] amountAndDay = due.split(" on ", 2);
            parts.add(new Due(day(amountAndDay[1]), Money.of(amountAndDay[0])));
        }
        Money gross = parts.stream().map(Due::amount).reduce(Money.ZERO, Money::plus);
        return document(kind, payer, n, gross, parts, null);
    }

    public static Document creditNote(Document of, int n, String gross) {
        return document(Kind.CREDIT_NOTE, of.payer(), n, Money.of(gross), List.of(), of.id());
    }

    private static Document document(
            Kind kind, String payer, int n, Money gross, List<Due> dues, @Nullable DocumentId refersTo) {
        LocalDate on = day("2026-01-15");
        DocumentId id = DocumentId.of(AnOrder.ID, payer, kind, n);
        return new Document(
                on,
                AnOrder.ID,
                id,
                kind,
                payer,
                gross,
                Money.ZERO,
                gross,
                refersTo == null ? gross : null,
                dues,
                List.of(),
                refersTo,
                List.of(),
                "technolowgic",
                "technolowgic@2024-12-02",
                List.of());
    }
}
