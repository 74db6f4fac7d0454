package io.echeance.serde.record;

import io.echeance.core.matching.RuleUse;
import java.util.List;

/**
 * How rules were used on one partition of the payments since it said so last, and what persons corrected there. It goes
 * to all partitions of the payments, by way of the references.
 *
 * @param partition that says it, and hands it on
 */
public record RuleNews(int partition, List<RuleUse> uses) implements ReferenceNews, ReferenceAnswer {

    public RuleNews {
        uses = List.copyOf(uses);
    }
}
