@NullMarked
package io.echeance.app;

import org.jspecify.annotations.NullMarked;
