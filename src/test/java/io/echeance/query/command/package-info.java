@NullMarked
package io.echeance.query.command;

import org.jspecify.annotations.NullMarked;
