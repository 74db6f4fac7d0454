package io.echeance.query;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a seller's documents get their numbers.
 *
 * @param heldBack drafts that wait for what a party lacks
 * @param last by year, the last number of its series
 */
public record Issuing(long heldBack, SortedMap<String, Long> last) {

    /** Of a seller that has issued nothing. */
    public static final Issuing NOTHING = new Issuing(0, new TreeMap<>());
}
