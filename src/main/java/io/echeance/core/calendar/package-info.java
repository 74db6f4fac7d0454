/**
 * Days as French law counts them: working days and public holidays, half-years of the statutory rates.
 */
@NullMarked
package io.echeance.core.calendar;

import org.jspecify.annotations.NullMarked;
