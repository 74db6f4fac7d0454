/** Readers that are not ours: what others see on the topics, with clients of their own. */
@NullMarked
package io.echeance.interop;

import org.jspecify.annotations.NullMarked;
