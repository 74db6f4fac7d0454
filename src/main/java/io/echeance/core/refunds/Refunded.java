package io.echeance.core.refunds;

import io.echeance.core.order.Announced;
import io.echeance.core.order.RefundDue;
import java.util.SortedMap;

/**
 * What has to go back.
 *
 * @param refunds all that were promised, by id, as said last
 */
public record Refunded(SortedMap<String, RefundDue> refunds, Announced announced) {}
