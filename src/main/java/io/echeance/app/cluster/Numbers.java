package io.echeance.app.cluster;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The numbers of a series: what follows the last dash of a document's number.
 *
 * @param missing how many from 1 to the last were never given
 * @param repeated how many were given again
 */
public record Numbers(long first, long last, long missing, long repeated) {

    /** @param written the numbers as documents bear them, at least one */
    public static Numbers of(List<String> written) {
        TreeSet<Long> given = new TreeSet<>();
        written.forEach(number -> given.add(Long.parseLong(number.substring(number.lastIndexOf('-') + 1))));
        long last = given.last();
        long missing = LongStream.rangeClosed(1, last)
                .filter(number -> !given.contains(number))
                .count();
        return new Numbers(given.first(), last, missing, written.size() - given.size());
    }

    /** No gap, no duplicate. */
    public boolean areWhole() {
        return missing == 0 && repeated == 0;
    }
}
