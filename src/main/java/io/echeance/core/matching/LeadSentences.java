package io.echeance.core.matching;

import io.echeance.core.money.Money;
import io.echeance.core.order.OrderStanding.HoldOnOrder;
import io.echeance.core.order.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What speaks for a proposal, in words. Amounts and days are as in JSON; a page writes them as its others. */
final class LeadSentences {

    private LeadSentences() {}

    static Sentence difference(Money paid, List<OpenItem> some) {
        Money unpaid = OpenItem.sum(some);
        if (paid.exceeds(unpaid)) {
            Money more = paid.minus(unpaid);
            return new Sentence(
                    "c’est " + more + " de plus que ce qui en reste dû",
                    "it is " + more + " more than is unpaid of that");
        }
        Money less = unpaid.minus(paid);
        return new Sentence(
                unpaid + " en restent dus, c’est " + less + " de moins",
                "of that " + unpaid + " are unpaid, it is " + less + " less");
    }

    static Sentence promised(Money amount, String order, HoldOnOrder hold) {
        LocalDate last = hold.lastDay();
        return new Sentence(
                hold.payer() + " a promis " + amount + " pour " + order
                        + (last == null ? "" : ", au plus tard le " + last),
                hold.payer() + " promised " + amount + " for " + order + (last == null ? "" : " by " + last));
    }

    static Sentence nobodyElse(Money amount, boolean isAtThisTime) {
        return new Sentence(
                "personne d’autre ne doit " + amount + (isAtThisTime ? " en ce moment" : ""),
                "nobody else owes " + amount + (isAtThisTime ? " at this time" : ""));
    }

    static Sentence asked(List<OpenItem> some) {
        return new Sentence(
                asked(some, " doit ", " de ", ", à échéance du ", " ; "),
                asked(some, " owes ", " of ", ", due ", "; "));
    }

    private static String asked(List<OpenItem> some, String owes, String of, String due, String between) {
        return some.stream()
                .map(item -> item.debtor().payerId()
                        + owes
                        + item.amount()
                        + of
                        + item.debtor().orderId()
                        + due
                        + item.dueOn())
                .collect(Collectors.joining(between));
    }
}
