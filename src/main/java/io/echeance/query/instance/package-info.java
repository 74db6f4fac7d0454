/**
 * The instances of the stream as one: which of them holds an order, and how to ask it. Any instance answers for any
 * order, by one hop at most; where nobody can tell, the answer is "ask again", never a wrong one.
 */
@NullMarked
package io.echeance.query.instance;

import org.jspecify.annotations.NullMarked;
