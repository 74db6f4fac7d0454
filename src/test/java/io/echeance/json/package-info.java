@NullMarked
package io.echeance.json;

import org.jspecify.annotations.NullMarked;
