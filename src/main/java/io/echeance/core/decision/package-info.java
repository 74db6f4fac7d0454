/**
 * Where the rules come together: {@link io.echeance.core.decision.Decider} admits a fact or closes a day, draws the
 * account's statement from all that is known, and says what is new.
 */
@NullMarked
package io.echeance.core.decision;

import org.jspecify.annotations.NullMarked;
