/** What is kept of one person: shown, and erased with proof. */
@NullMarked
package io.echeance.app.person;

import org.jspecify.annotations.NullMarked;
