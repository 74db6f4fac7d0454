package io.echeance.query.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Retelling;
import io.echeance.core.book.Retelling.View;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What each fact has done to the amounts of an order: how it would stand had that one not reached us, played anew.
 * What we announced ourselves (numbers of documents) is left out, and the order, on which all rests.
 */
public record InfluenceAnswer(AccountView held) {

    /** An amount that a statement shows; the receivable is null where it is the payer's whole. */
    private record Place(String payer, @Nullable String receivable, String what) {}

    /** Each fact without which an amount would be another one, with those amounts as they would be. */
    public ObjectNode at(Moment moment) {
        View view = moment.of(held.retelling());
        Retelling played = new Retelling(view.account(), held.decider(), view.today());
        Map<Place, Money> all = amounts(played.without("").statement());
        ObjectNode answer = OrderAnswer.head(held, view, moment);
        ArrayNode influences = answer.putArray("influences");
        for (KnownFact known : view.account().evidence().facts()) {
            Fact fact = known.fact();
            if (fact instanceof OwnFact || fact instanceof OrderPlaced) {
                continue;
            }
            Map<Place, Money> without = amounts(played.without(fact.factId()).statement());
            all.keySet().forEach(place -> without.putIfAbsent(place, Money.ZERO));
            without.entrySet().removeIf(amount -> amount.getValue().equals(all.get(amount.getKey())));
            if (!without.isEmpty()) {
                ObjectNode influence = influences.addObject();
                influence.set(
                        "fact",
                        OrderAnswer.withWords(held, fact)
                                .put("knownOn", known.knownOn().toString()));
                write(without, influence.putArray("without"));
            }
        }
        return answer;
    }

    private static void write(Map<Place, Money> amounts, ArrayNode into) {
        amounts.forEach((place, amount) -> {
            ObjectNode written = into.addObject().put("payer", place.payer());
            if (place.receivable() != null) {
                written.put("receivable", place.receivable());
            }
            written.put("what", place.what()).put("amount", amount.toString());
        });
    }

    private static Map<Place, Money> amounts(@Nullable Statement statement) {
        Map<Place, Money> amounts = new LinkedHashMap<>();
        if (statement == null) {
            return amounts;
        }
        for (Statement.Position payer : statement.payers()) {
            amounts.put(new Place(payer.payer(), null, "paid"), payer.paid());
            amounts.put(new Place(payer.payer(), null, "outstanding"), payer.outstanding());
            amounts.put(new Place(payer.payer(), null, "late"), payer.late());
            amounts.put(new Place(payer.payer(), null, "interestToDate"), payer.interestToDate());
        }
        for (Statement.ReceivablePosition debt : statement.receivables()) {
            String key = debt.key().toString();
            amounts.put(new Place(debt.payer(), key, "outstanding"), debt.outstanding());
            amounts.put(new Place(debt.payer(), key, "interestToDate"), debt.interestToDate());
        }
        return amounts;
    }
}
