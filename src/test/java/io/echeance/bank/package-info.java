/** Bank files: good ones of each format, all that can be wrong with one, and what chance makes of them. */
@org.jspecify.annotations.NullMarked
package io.echeance.bank;
