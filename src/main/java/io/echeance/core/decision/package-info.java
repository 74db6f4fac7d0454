/**
 * Conducts the rooms in the order of the law: {@link io.echeance.core.decision.Decider} admits a fact or closes a
 * day, {@link io.echeance.core.decision.Drawing} asks each rule for what it finds, and what is new is folded into
 * the account.
 */
@NullMarked
package io.echeance.core.decision;

import org.jspecify.annotations.NullMarked;
