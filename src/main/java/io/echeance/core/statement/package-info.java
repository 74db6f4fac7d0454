/**
 * How an order stands, for people and systems (<i>décompte, situation de compte</i>), and why: made from what the rules
 * drew, only for who asks. Entries: {@link io.echeance.core.statement.StatementWriter},
 * {@link io.echeance.core.statement.Explained}.
 */
@NullMarked
package io.echeance.core.statement;

import org.jspecify.annotations.NullMarked;
