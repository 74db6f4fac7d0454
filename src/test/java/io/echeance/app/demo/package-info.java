@NullMarked
package io.echeance.app.demo;

import org.jspecify.annotations.NullMarked;
