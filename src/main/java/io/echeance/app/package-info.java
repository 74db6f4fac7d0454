/** The commands: what a person or a service manager starts, and the settings that it starts with. */
@NullMarked
package io.echeance.app;

import org.jspecify.annotations.NullMarked;
