package io.echeance.serde.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was shown an answer that names persons. It names nobody itself but who asked.
 *
 * @param at when, in milliseconds of the epoch
 * @param by who asked: the name of the token
 * @param operation by method and address, ids left out
 * @param persons by their ids, as are orders and payments that the answer is about
 * @param purpose null: it was not said
 */
public record NamesShown(
        long at,
        String by,
        String operation,
        List<String> persons,
        List<String> orders,
        List<String> payments,
        @Nullable String purpose) {

    public NamesShown {
        persons = List.copyOf(persons);
        orders = List.copyOf(orders);
        payments = List.copyOf(payments);
    }
}
