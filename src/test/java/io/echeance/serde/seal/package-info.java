@NullMarked
package io.echeance.serde.seal;

import org.jspecify.annotations.NullMarked;
