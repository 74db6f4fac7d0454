@NullMarked
package io.echeance.query.health;

import org.jspecify.annotations.NullMarked;
