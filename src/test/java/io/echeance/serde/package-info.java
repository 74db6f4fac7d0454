@NullMarked
package io.echeance.serde;

import org.jspecify.annotations.NullMarked;
