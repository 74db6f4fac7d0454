package io.echeance.core.dunning;

import io.echeance.core.order.Announced;
import io.echeance.core.order.Issued.Accelerated;
import io.echeance.core.order.Issued.Notice;
import io.echeance.core.order.Receivable;
import io.echeance.core.settlement.Settlement;
import java.util.List;

/**
 * What a day's dunning leads to.
 *
 * @param settlement by the accelerations that stand
 * @param accelerations all, those taken back too
 * @param notices all, those of today too
 * @param steps all, those of today too
 * @param charged debts whose recovery fee a step charges
 */
public record Dunned(
        Settlement settlement,
        List<Accelerated> accelerations,
        List<Notice> notices,
        Steps steps,
        List<Receivable> charged,
        Announced announced) {}
