/**
 * What a collections team does first: the customers with something late, each with the reasons to call today. It ranks
 * our work and decides nothing about a person. Entry: {@link io.echeance.query.worklist.Worklist}.
 */
@NullMarked
package io.echeance.query.worklist;

import org.jspecify.annotations.NullMarked;
