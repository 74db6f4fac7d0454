/**
 * What the program is run with: a file of properties, with the environment over it. Everything that is wrong in it is
 * said at once, each time with the key and how to mend it.
 */
@NullMarked
package io.echeance.app.settings;

import org.jspecify.annotations.NullMarked;
