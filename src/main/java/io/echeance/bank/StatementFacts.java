package io.echeance.bank;

import io.echeance.core.matching.BankWords;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of money that concerns orders. What came in is a payment, by nobody whom the bank knows by our
 * ids; what came back is the return of the payment whose end-to-end id it bears. Nothing else is taken, no name and no
 * IBAN: of its texts only the words that may name an order or a document ({@link BankWords}).
 *
 * @param entries their ids, of all entries
 * @param leftAside entries that are neither: money that went out, returns that name no payment
 */
public record StatementFacts(List<PaymentFact> facts, List<String> entries, int leftAside) {

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    public StatementFacts {
        facts = List.copyOf(facts);
        entries = List.copyOf(entries);
    }

    /**
     * @param known ids of entries that can not be these: equal ones are further ones. Empty where the statement may
     *     repeat what was taken before
     * @param series the letters that numbers of documents begin with
     */
    public static StatementFacts of(BankStatement statement, Set<String> known, Set<String> series) {
        Set<String> taken = new HashSet<>(known);
        List<PaymentFact> facts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (BankEntry entry : statement.entries()) {
            String id = entry.id();
            String base = id.substring(0, id.lastIndexOf('-') + 1);
            for (int n = 1; !taken.add(id); n++) {
                id = base + n;
            }
            ids.add(id);
            fact(id, entry.movement(), series).ifPresent(facts::add);
        }
        return new StatementFacts(facts, ids, ids.size() - facts.size());
    }

    private static Optional<PaymentFact> fact(String id, Movement movement, Set<String> series) {
        Movement.Returned returned = movement.returned();
        String endToEnd = endToEnd(movement);
        if (returned != null) {
            return endToEnd == null
                    ? Optional.empty()
                    : Optional.of(new PaymentReturned(id, null, movement.valueOn(), endToEnd, returned.code()));
        }
        return movement.amount().isPositive()
                ? Optional.of(new PaymentReceived(
                        id,
                        null,
                        movement.valueOn(),
                        id,
                        null,
                        movement.amount(),
                        Method.TRANSFER,
                        BankWords.kept(texts(movement, endToEnd), series)))
                : Optional.empty();
    }

    private static @Nullable String endToEnd(Movement movement) {
        String id = movement.marks().endToEnd();
        return id == null || id.isBlank() || id.equalsIgnoreCase(NOT_PROVIDED) ? null : id.strip();
    }

    private static List<String> texts(Movement movement, @Nullable String endToEnd) {
        List<String> texts = new ArrayList<>();
        if (movement.marks().creditor() != null) {
            texts.add(movement.marks().creditor());
        }
        movement.texts().stream().filter(text -> !texts.contains(text)).forEach(texts::add);
        if (endToEnd != null && texts.stream().noneMatch(text -> text.contains(endToEnd))) {
            texts.add(endToEnd);
        }
        return texts;
    }
}
