/** How an instance is: alive, ready to be asked, and what it measures of itself. */
@NullMarked
package io.echeance.query.health;

import org.jspecify.annotations.NullMarked;
