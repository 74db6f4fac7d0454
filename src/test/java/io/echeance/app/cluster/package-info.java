@NullMarked
package io.echeance.app.cluster;

import org.jspecify.annotations.NullMarked;
