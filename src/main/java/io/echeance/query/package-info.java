/**
 * Reading what the stream keeps: lists of orders and the ageing of what is unpaid, page by page, of one partition or of
 * many. Nothing here reads the whole book.
 */
@NullMarked
package io.echeance.query;

import org.jspecify.annotations.NullMarked;
