/** What a seller's privacy policy promises, held against what is kept. */
@NullMarked
package io.echeance.app.policy;

import org.jspecify.annotations.NullMarked;
