@NullMarked
package io.echeance.serde.registry;

import org.jspecify.annotations.NullMarked;
