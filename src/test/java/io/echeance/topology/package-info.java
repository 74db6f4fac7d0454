/** The stream, played in the test driver and on a real broker. */
@NullMarked
package io.echeance.topology;

import org.jspecify.annotations.NullMarked;
