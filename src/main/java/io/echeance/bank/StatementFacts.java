package io.echeance.bank;

import io.echeance.bank.Movement.Counterparty;
import io.echeance.core.matching.BankWords;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of money that concerns orders. What came in is a payment, by nobody whom the bank knows by our
 * ids; what came back is the return of the payment whose end-to-end id it bears. Nothing else is taken, no name and no
 * IBAN: of its texts only the words that may name an order or a document ({@link BankWords}), and of an account a mark.
 *
 * @param leftAside entries that are neither: money that went out, returns that name no payment
 */
public record StatementFacts(List<PaymentFact> facts, int leftAside) {

    private static final String NOT_PROVIDED = "NOTPROVIDED";

    public StatementFacts {
        facts = List.copyOf(facts);
    }

    /**
     * @param known ids of its entries that were taken before: nothing more is said of these
     * @param series the letters that numbers of documents begin with
     * @param isBooked the books have each entry
     */
    public static StatementFacts of(BankStatement statement, Set<String> known, Set<String> series, boolean isBooked) {
        List<PaymentFact> facts = new ArrayList<>();
        int leftAside = 0;
        for (BankEntry entry : statement.entries()) {
            if (!known.contains(entry.id())) {
                Optional<PaymentFact> fact =
                        fact(entry.id(), entry.movement(), series, isBooked ? statement.account() : null);
                fact.ifPresent(facts::add);
                leftAside += fact.isPresent() ? 0 : 1;
            }
        }
        return new StatementFacts(facts, leftAside);
    }

    /** What a notification tells of a batch that counts as one payment already. */
    public static PaymentDetailed details(
            NotifiedBatch batch, String paymentId, Set<String> series, PayerByName payers) {
        List<PaymentDetail> details = batch.details().stream()
                .map(movement -> {
                    String reference = BankWords.kept(texts(movement, endToEnd(movement)), series);
                    PaymentReceived paid = by(payers, received(paymentId, movement, reference, null), movement);
                    return new PaymentDetail(paid.amount(), paid.payerId(), paid.reference());
                })
                .toList();
        return new PaymentDetailed(
                EntryIds.ofDetails(batch, paymentId), batch.bookedOn(), paymentId, details, batch.notification());
    }

    /** The same, with who paid where his name says so. */
    public StatementFacts by(PayerByName payers, BankStatement statement) {
        Map<String, Movement> movements = byId(statement);
        return new StatementFacts(
                facts.stream()
                        .map(fact -> fact instanceof PaymentReceived payment
                                ? by(payers, payment, Objects.requireNonNull(movements.get(payment.paymentId())))
                                : fact)
                        .toList(),
                leftAside);
    }

    /** The same, each payment with the mark of the account that it came from, where the file says that. */
    public StatementFacts from(AccountMarks marks, BankStatement statement) {
        Map<String, Movement> movements = byId(statement);
        return new StatementFacts(
                facts.stream()
                        .map(fact -> fact instanceof PaymentReceived payment
                                ? payment.fromAccount(
                                        marks.of(Objects.requireNonNull(movements.get(payment.paymentId()))))
                                : fact)
                        .toList(),
                leftAside);
    }

    private static Map<String, Movement> byId(BankStatement statement) {
        Map<String, Movement> movements = new HashMap<>();
        statement.entries().forEach(entry -> movements.put(entry.id(), entry.movement()));
        return movements;
    }

    private static PaymentReceived by(PayerByName payers, PaymentReceived payment, Movement movement) {
        Counterparty sender = movement.counterparty();
        List<String> names = sender == null
                ? List.of()
                : Stream.of(sender.name(), sender.ultimate())
                        .filter(Objects::nonNull)
                        .toList();
        return payers.known(payment, names, movement.texts());
    }

    private static Optional<PaymentFact> fact(
            String id, Movement movement, Set<String> series, @Nullable String account) {
        Movement.Returned returned = movement.returned();
        String endToEnd = endToEnd(movement);
        if (returned != null) {
            return endToEnd == null
                    ? Optional.empty()
                    : Optional.of(new PaymentReturned(id, null, movement.valueOn(), endToEnd, returned.code()));
        }
        return movement.amount().isPositive()
                ? Optional.of(received(id, movement, BankWords.kept(texts(movement, endToEnd), series), account))
                : Optional.empty();
    }

    private static PaymentReceived received(
            String id, Movement movement, @Nullable String reference, @Nullable String account) {
        return new PaymentReceived(
                id, null, movement.valueOn(), id, null, movement.amount(), Method.TRANSFER, reference, account, null);
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
