package io.echeance.app.person;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an erasure takes of what lies under keys. What it does not take is not said to go: neither is what lies in
 * clear.
 *
 * @param keys be they there or gone
 * @param payments of those that are said to be the person's, the ones of whose text nothing stays
 */
record Going(Set<String> keys, Set<String> payments) {

    /**
     * Of a person who was erased, and has ordered since, what went then, and what was said of payments that are said to
     * be that person's and wait for nothing.
     *
     * @param open what is open of the person
     */
    static Going of(PersonFile file, List<OpenBusiness> open) {
        Set<String> keys = new TreeSet<>(file.sealing());
        Set<String> claimed = file.claimed().ids();
        if (!open.isEmpty()) {
            keys.removeAll(file.keys().keySet());
            claimed.stream().map(file::keysOf).filter(some -> !file.needs(some)).forEach(keys::addAll);
        }
        Set<String> payments = new TreeSet<>(claimed);
        payments.removeIf(payment -> !keys.containsAll(file.keysOf(payment)) || ClearWords.areOf(payment, file));
        return new Going(keys, payments);
    }
}
