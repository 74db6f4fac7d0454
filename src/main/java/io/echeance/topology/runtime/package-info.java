/** The stream at work: its settings, its start and stop, its topics, and what it does when something fails. */
@NullMarked
package io.echeance.topology.runtime;

import org.jspecify.annotations.NullMarked;
