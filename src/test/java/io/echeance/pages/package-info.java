/** What the pages and the files beside the program promise, tried. */
@NullMarked
package io.echeance.pages;

import org.jspecify.annotations.NullMarked;
