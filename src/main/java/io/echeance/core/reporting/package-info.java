/** What the seller tells the tax administration of its sales and of its money: e-reporting (CGI, art. 290, 290 A). */
@NullMarked
package io.echeance.core.reporting;

import org.jspecify.annotations.NullMarked;
