/** Pages and cursors, by themselves. What they read is proved where the indexes are kept. */
@NullMarked
package io.echeance.query;

import org.jspecify.annotations.NullMarked;
