/**
 * The demo: broker and registry on this machine, the whole stream, and a year and a half of the four sellers' orders,
 * published day by day. It keeps what it has in a directory and goes on where it was.
 */
@NullMarked
package io.echeance.app.demo;

import org.jspecify.annotations.NullMarked;
