@NullMarked
package io.echeance.core.matching;

import org.jspecify.annotations.NullMarked;
