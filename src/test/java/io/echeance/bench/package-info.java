/**
 * Benchmarks: {@code ./mvnw -q -Pbench test-compile}. Figures are ratios within one run; machines differ. The large
 * book is a program of its own, see {@link io.echeance.bench.LargeBook}.
 */
@NullMarked
package io.echeance.bench;

import org.jspecify.annotations.NullMarked;
