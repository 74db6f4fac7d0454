/** Who saw whose names. */
@NullMarked
package io.echeance.query.access;

import org.jspecify.annotations.NullMarked;
