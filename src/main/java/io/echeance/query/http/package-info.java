/**
 * Questions and commands over HTTP: who may ask, what may be asked, what is answered. Every failure is a problem
 * document (RFC 9457) that says how to ask better; none shows how we are made.
 */
@NullMarked
package io.echeance.query.http;

import org.jspecify.annotations.NullMarked;
