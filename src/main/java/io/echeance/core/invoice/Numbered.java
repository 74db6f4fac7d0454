package io.echeance.core.invoice;

import java.time.LocalDate;

/**
 * What a document has once it is issued.
 *
 * @param number of its series
 * @param on the day that it bears
 */
public record Numbered(String number, LocalDate on) {}
