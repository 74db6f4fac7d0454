/** Tests of broker and registry, and the pair of them that all integration tests of one JVM share. */
@NullMarked
package io.echeance.embedded;

import org.jspecify.annotations.NullMarked;
