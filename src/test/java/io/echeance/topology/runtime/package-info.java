/** How the stream runs. */
@NullMarked
package io.echeance.topology.runtime;

import org.jspecify.annotations.NullMarked;
