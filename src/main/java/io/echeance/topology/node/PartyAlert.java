package io.echeance.topology.node;

import io.echeance.core.order.Alert.NamedDebt;
import io.echeance.core.order.Document;
import io.echeance.core.order.OrderAlert.PartyMissing;
import io.echeance.core.terms.Basis;
import io.echeance.serde.record.HeldDraft;
import io.echeance.serde.record.HeldDraft.Wanting.WantedParty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The alert to a party for which documents have begun to wait: by the first of them. */
final class PartyAlert {

    private PartyAlert() {}

    static PartyMissing of(HeldDraft held, WantedParty wanting, LocalDate today) {
        Document document = held.draft().document();
        List<NamedDebt> claims = new ArrayList<>();
        for (int n = 1; n <= document.due().size(); n++) {
            Document.Due due = document.due().get(n - 1);
            claims.add(new NamedDebt(document.receivable(n), due.on(), due.amount()));
        }
        return new PartyMissing(
                today,
                document.orderId(),
                wanting.party(),
                claims,
                wanting.lack().name(),
                document.id(),
                List.of(Basis.CONTENT_OF_INVOICES.toString()));
    }
}
