/** What the nodes keep: the stores by name, the days, and who is to be woken when. */
@NullMarked
package io.echeance.topology.store;

import org.jspecify.annotations.NullMarked;
