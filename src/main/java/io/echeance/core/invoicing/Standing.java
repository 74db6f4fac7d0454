package io.echeance.core.invoicing;

import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.ItemKey;
import java.util.List;

/** What documents still ask for after their credit notes. */
public final class Standing {

    private Standing() {}

    /** Net that stands under an item's key. */
    public static Money net(ItemKey key, List<Document> documents) {
        Money standing = Money.ZERO;
        for (Document document : documents) {
            Money net = document.netOf(key);
            standing = document.kind() == Kind.CREDIT_NOTE ? standing.minus(net) : standing.plus(net);
        }
        return standing;
    }
}
