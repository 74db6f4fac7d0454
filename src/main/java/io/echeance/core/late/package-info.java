/**
 * Interest on debts paid late, in segments that explain themselves (<i>pénalités de retard, intérêts moratoires</i>).
 */
@NullMarked
package io.echeance.core.late;

import org.jspecify.annotations.NullMarked;
