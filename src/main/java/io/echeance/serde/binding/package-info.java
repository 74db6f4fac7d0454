/**
 * Carries the core's records to and from Avro without generated classes: a {@link io.echeance.serde.binding.Binding}
 * pairs the components of a record with the fields of a schema, once, and refuses at that moment what does not fit.
 */
@NullMarked
package io.echeance.serde.binding;

import org.jspecify.annotations.NullMarked;
