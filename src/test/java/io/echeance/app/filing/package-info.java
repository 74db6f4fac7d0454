/** Holds the folder of documents to its promise: each once, whole, never altered. */
@NullMarked
package io.echeance.app.filing;

import org.jspecify.annotations.NullMarked;
