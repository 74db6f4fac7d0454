/** The console, held against what it promises: read over HTTP as a browser would, without one. */
@NullMarked
package io.echeance.console;

import org.jspecify.annotations.NullMarked;
