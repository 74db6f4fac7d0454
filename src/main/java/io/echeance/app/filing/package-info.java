/**
 * The documents as files (<i>classement</i>): what is issued lies in a folder, in every form, once and unaltered; and
 * the letters that alerts ask for.
 */
@NullMarked
package io.echeance.app.filing;

import org.jspecify.annotations.NullMarked;
