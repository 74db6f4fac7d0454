/**
 * The console: pages for the people of a collections team, written by the server from the same answers that programs
 * get. Entry: {@link io.echeance.console.Console}.
 */
@NullMarked
package io.echeance.console;

import org.jspecify.annotations.NullMarked;
