@NullMarked
package io.echeance.app.policy;

import org.jspecify.annotations.NullMarked;
