package io.echeance.bank;

import io.echeance.core.money.Money;
import java.time.LocalDate;

/**
 * Several payments of which a notification (camt.054) tells, and which a statement books as one sum.
 *
 * @param place where it stands in its file
 * @param amount the sum
 * @param payments how many
 */
public record NotifiedBatch(
        String file, String place, String account, LocalDate bookedOn, Money amount, int payments) {}
