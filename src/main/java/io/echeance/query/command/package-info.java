/**
 * What people decide about an order, received over HTTP: each command is a fact on an input topic, and answered when
 * the account has taken it.
 */
@NullMarked
package io.echeance.query.command;

import org.jspecify.annotations.NullMarked;
