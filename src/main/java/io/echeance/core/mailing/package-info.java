/** One message a payer of a seller and day, whatever number of orders it is about. */
@NullMarked
package io.echeance.core.mailing;

import org.jspecify.annotations.NullMarked;
