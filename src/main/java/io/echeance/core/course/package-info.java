/**
 * When a service takes place, when it is billed, how an order ends early and what of its price then stays due
 * (<i>report, résiliation, délai de rétractation, prorata, dédit</i>): the seller's clauses; Code de la
 * consommation, L221-18 to L221-25 (withdrawal). Entry: {@link io.echeance.core.course.Course}.
 */
@NullMarked
package io.echeance.core.course;

import org.jspecify.annotations.NullMarked;
