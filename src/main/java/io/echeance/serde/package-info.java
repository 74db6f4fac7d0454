/**
 * How the core's records become bytes: on topics through the schema registry, in state stores without it. The
 * {@linkplain io.echeance.serde.Bindings bindings} name every record that we write or read.
 */
@NullMarked
package io.echeance.serde;

import org.jspecify.annotations.NullMarked;
