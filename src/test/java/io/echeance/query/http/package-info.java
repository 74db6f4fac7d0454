/** The query server, asked as anybody may. */
@NullMarked
package io.echeance.query.http;

import org.jspecify.annotations.NullMarked;
