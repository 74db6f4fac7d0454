/**
 * What a person at a terminal meets: files that are read, tables and lines that are printed, Ctrl-C, and complaints.
 */
@NullMarked
package io.echeance.app.terminal;

import org.jspecify.annotations.NullMarked;
