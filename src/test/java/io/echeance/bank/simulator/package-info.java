/**
 * Payments as banks and payers write them: a seeded world of orders with their documents, transfers whose texts are
 * spoilt in every way that is met in life, written as the files of banks, read again and matched. The truth travels
 * beside the files, never in them.
 */
@NullMarked
package io.echeance.bank.simulator;

import org.jspecify.annotations.NullMarked;
