package io.echeance.core.decision;

import io.echeance.core.customer.Conduct;
import io.echeance.core.dunning.Cleared;
import io.echeance.core.dunning.Dunned;
import io.echeance.core.order.Announced;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Issued;
import io.echeance.core.order.Output;
import io.echeance.core.refunds.Refunded;
import io.echeance.core.shares.ShareAlerts;
import io.echeance.core.statement.Drawn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a drawing comes to.
 *
 * @param documents newly drawn: in the order of their kinds, the customer's before the funders'
 * @param announced by the rules, in the order of the law
 * @param issued what was said with it, but for the books
 */
record Conclusion(Drawn drawn, List<Document> documents, Announced announced, Issued issued) {

    static Conclusion of(
            Drawn drawn,
            List<Document> documents,
            Announced announced,
            Issued before,
            Dunned dunned,
            ShareAlerts shares,
            Cleared cleared,
            Refunded refunded,
            Conduct conduct) {
        String customer = drawn.situation().customer();
        List<Document> sorted = documents.stream()
                .sorted(Comparator.comparingInt((Document document) -> rank(document.kind()))
                        .thenComparing(document -> !document.payer().equals(customer)))
                .toList();
        List<Document> all = new ArrayList<>(before.documents());
        all.addAll(sorted);
        SortedSet<String> keys = new TreeSet<>(before.announced());
        keys.removeAll(announced.lifted());
        keys.addAll(announced.once());
        Issued issued = new Issued(
                all,
                dunned.steps().all(),
                dunned.notices(),
                dunned.accelerations(),
                refunded.refunds(),
                shares.netShares(),
                cleared.debts(),
                keys,
                drawn.withheld().accessSuspended(),
                drawn.withheld().documentsWithheld(),
                before.givenUp(),
                before.vatDue(),
                before.vatGivenUp(),
                conduct.shownAfter(before.shown()));
        return new Conclusion(drawn, sorted, announced, issued);
    }

    /** What is newly said: documents, then the rest. */
    List<Output> outputs() {
        List<Output> outputs = new ArrayList<>(documents);
        outputs.addAll(announced.outputs());
        return outputs;
    }

    private static int rank(Kind kind) {
        return switch (kind) {
            case DEPOSIT -> 0;
            case INVOICE -> 1;
            case CANCELLATION_FEE -> 2;
            case CREDIT_NOTE -> 3;
            case RECOVERY_FEE -> 4;
            case CLOSING -> 5;
        };
    }
}
