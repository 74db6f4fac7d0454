/** What leaves the house in a form that a law prescribes: made from what was issued, and from nothing else. */
@NullMarked
package io.echeance.document;

import org.jspecify.annotations.NullMarked;
