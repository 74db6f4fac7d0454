/**
 * Records of topics and stores that the core does not speak of: what surrounds a fact or a document on its way.
 */
@NullMarked
package io.echeance.serde.record;

import org.jspecify.annotations.NullMarked;
