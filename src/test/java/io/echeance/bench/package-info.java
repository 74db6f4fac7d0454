/** Benchmarks: {@code ./mvnw -q -Pbench test-compile}. Figures are ratios within one run; machines differ. */
@NullMarked
package io.echeance.bench;

import org.jspecify.annotations.NullMarked;
