@NullMarked
package io.echeance.app.settings;

import org.jspecify.annotations.NullMarked;
