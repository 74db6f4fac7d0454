@NullMarked
package io.echeance.app.person;

import org.jspecify.annotations.NullMarked;
