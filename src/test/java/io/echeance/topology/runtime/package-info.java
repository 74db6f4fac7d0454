@NullMarked
package io.echeance.topology.runtime;

import org.jspecify.annotations.NullMarked;
