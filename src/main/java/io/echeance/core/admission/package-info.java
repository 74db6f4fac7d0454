/**
 * Which facts and which days are taken, how much of them there may be, and why others are refused
 * (<i>recevabilité</i>). Entry: {@link io.echeance.core.admission.Admission}.
 */
@NullMarked
package io.echeance.core.admission;

import org.jspecify.annotations.NullMarked;
