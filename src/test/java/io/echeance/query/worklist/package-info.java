/** The order in which a team works. */
@NullMarked
package io.echeance.query.worklist;

import org.jspecify.annotations.NullMarked;
