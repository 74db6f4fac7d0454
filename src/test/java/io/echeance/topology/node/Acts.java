package io.echeance.topology.node;

import io.echeance.core.order.CollectionFact;
import io.echeance.core.order.KnownFact;
import io.echeance.query.ActTable;
import io.echeance.topology.store.ActRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What people did, each with its day, its order and its fact; the latest day first. */
final class Acts {

    private Acts() {}

    /** As the index has them, some at a time. */
    static List<String> read(ActTable table, int most) {
        List<String> all = new ArrayList<>();
        List<ActRow> some = table.behind(new byte[0], most);
        while (!some.isEmpty()) {
            some.forEach(row -> all.add(row.knownOn() + " " + row.id() + " " + row.factId()));
            some = table.behind(some.getLast().place(), most);
        }
        return all;
    }

    /** As all facts say it: here none has a time. */
    static List<String> of(List<KnownFact> facts) {
        return facts.stream()
                .filter(known -> known.fact() instanceof CollectionFact action && action.by() != null)
                .sorted(Comparator.comparing(KnownFact::knownOn)
                        .reversed()
                        .thenComparing(
                                known -> String.valueOf(known.fact().orderId()).length())
                        .thenComparing(known -> String.valueOf(known.fact().orderId()))
                        .thenComparing(known -> known.fact().factId()))
                .map(known -> known.knownOn() + " " + known.fact().orderId() + " "
                        + known.fact().factId())
                .toList();
    }
}
