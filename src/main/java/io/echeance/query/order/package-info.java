/**
 * One order, asked for: how it stands, how it stood on a day or as known on a day, what comes, why. All of it follows
 * from the account by the pure core; the words are those of {@code simulate}.
 */
@NullMarked
package io.echeance.query.order;

import org.jspecify.annotations.NullMarked;
