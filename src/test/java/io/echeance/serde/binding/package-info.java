@NullMarked
package io.echeance.serde.binding;

import org.jspecify.annotations.NullMarked;
