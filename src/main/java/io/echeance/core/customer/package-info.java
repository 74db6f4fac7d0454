/**
 * How a customer of one seller stands, over all its orders: what each order shows of it, what the terms make of that,
 * and what a person has decided. What harms somebody is only ever proposed (GDPR, article 22).
 */
@NullMarked
package io.echeance.core.customer;

import org.jspecify.annotations.NullMarked;
