package io.echeance.bank;

import io.echeance.bank.Movement.Counterparty;
import io.echeance.core.admission.Amounts;
import io.echeance.core.matching.BankWords;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.NumbersInText;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement says of money that concerns orders. What came in is a payment, by nobody whom the bank knows by our
 * ids; what came back is the return of the payment whose end-to-end id it bears, or of the entry that this account had
 * under that id, and says how much that is; where nobody can tell, it is of none, under its own id. Nothing else is
 * taken, no name and no IBAN: of its texts only the words that may name an order or a document ({@link BankWords}), and
 * of an account a mark.
 *
 * @param leftAside entries that are neither: money that went out, returns that name no payment
 */
public record StatementFacts(List<PaymentFact> facts, int leftAside) {

    /** Of ISO 20022 and CFONB; what is longer is nobody's. */
    private static final int LONGEST_ID = 35;

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
                    String reference = reference(movement, series);
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

    /**
     * The same, where it is known which entry of the account a return takes back.
     *
     * @param entries by the id of the return
     */
    public StatementFacts takingBack(Map<String, String> entries) {
        return new StatementFacts(
                facts.stream()
                        .map(fact -> fact instanceof PaymentReturned returned
                                ? of(entries.getOrDefault(returned.factId(), returned.paymentId()), returned)
                                : fact)
                        .toList(),
                leftAside);
    }

    private static PaymentReturned of(String paymentId, PaymentReturned one) {
        return new PaymentReturned(one.factId(), null, one.on(), paymentId, one.reason(), one.amount());
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
        String endToEnd = movement.endToEnd();
        if (returned != null || movement.takesBack()) {
            Money amount = movement.amount().negate();
            return endToEnd == null || amount.isZero() || amount.isBeyond(Amounts.LARGEST)
                    ? Optional.empty()
                    : Optional.of(new PaymentReturned(
                            id,
                            null,
                            movement.countsOn(),
                            mayNameAPayment(endToEnd, series) ? endToEnd : id,
                            returned == null ? null : returned.reason(),
                            amount));
        }
        return movement.isPayment()
                ? Optional.of(received(id, movement, reference(movement, series), account))
                : Optional.empty();
    }

    /** One word with a digit that is nobody's account, telephone or address: else the return names only itself. */
    private static boolean mayNameAPayment(String endToEnd, Set<String> series) {
        return endToEnd.length() <= LONGEST_ID
                && NumbersInText.isOneName(endToEnd)
                && BankWords.kept(List.of(endToEnd), null, series) != null
                && DerivedIds.wrong("endToEndId", endToEnd) == null;
    }

    private static PaymentReceived received(
            String id, Movement movement, @Nullable String reference, @Nullable String account) {
        return new PaymentReceived(
                id, null, movement.countsOn(), id, null, movement.amount(), Method.TRANSFER, reference, account, null);
    }

    /** Some banks tell the end-to-end id among the texts as well: it is no word of the payer's for that. */
    private static @Nullable String reference(Movement movement, Set<String> series) {
        String endToEnd = movement.endToEnd();
        Set<String> texts = new LinkedHashSet<>();
        if (movement.marks().creditor() != null) {
            texts.add(movement.marks().creditor());
        }
        movement.texts().stream().filter(text -> !text.equals(endToEnd)).forEach(texts::add);
        boolean isSaid = endToEnd != null && texts.stream().anyMatch(text -> text.contains(endToEnd));
        return BankWords.kept(List.copyOf(texts), isSaid ? null : endToEnd, series);
    }
}
