package io.echeance.core.matching;

import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.ReferenceText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the references are asked for a payment.
 *
 * @param key under what names are looked up that are alike
 * @param exact which of them the payment bears, best first
 * @param whoPays who owes them is asked too
 * @param closesOn all of them have to be known by the close of that day, else it is said that they are not; null: one
 *     is enough, and whoever asks waits as long as it takes
 */
public record Question(
        String key,
        List<String> exact,
        boolean whoPays,
        @Nullable LocalDate closesOn) {

    public Question {
        exact = List.copyOf(exact);
    }

    /** All that are to be asked about what has come on {@code today}. */
    static List<Question> of(PaymentFact fact, LocalDate today) {
        return switch (fact) {
            case PaymentReceived payment -> of(payment);
            case PaymentApplied decision -> of(decision, today);
            case PaymentDetailed detailed -> {
                String nothing = KnownName.keyOfNothing(detailed.paymentId());
                yield List.of(new Question(nothing, List.of(nothing), false, today));
            }
            case PaymentReturned returned -> List.of();
            case RefundPaid refund -> List.of();
        };
    }

    /** All that are to be asked for a payment: each key once. */
    static List<Question> of(PaymentReceived payment) {
        Map<String, List<String>> exactByKey = new LinkedHashMap<>();
        for (String name : exactNames(payment)) {
            exactByKey
                    .computeIfAbsent(ReferenceText.key(name), none -> new ArrayList<>())
                    .add(name);
        }
        for (Candidate candidate : TextMatch.candidates(payment)) {
            exactByKey.computeIfAbsent(candidate.key(), none -> new ArrayList<>());
        }
        return exactByKey.entrySet().stream()
                .map(entry -> new Question(entry.getKey(), entry.getValue(), payment.payerId() == null, null))
                .toList();
    }

    /**
     * Which orders are those of who paid, where that is known and no order is named; where it is not, whose payments
     * came from that account.
     */
    static Optional<Question> ofSender(PaymentFact fact) {
        if (!(fact instanceof PaymentReceived payment) || payment.orderId() != null) {
            return Optional.empty();
        }
        if (payment.payerId() != null) {
            return Optional.of(ofPayer(payment.payerId()));
        }
        return Optional.ofNullable(payment.senderAccount())
                .map(mark -> new Question(KnownName.keyOfAccount(mark), List.of(), true, null));
    }

    static Question ofPayer(String payer) {
        return new Question(KnownName.keyOfPayer(payer), List.of(), true, null);
    }

    /** Whether the orders of a decision are known by the end of its day, and who owes them: each once. */
    private static List<Question> of(PaymentApplied decision, LocalDate today) {
        Map<String, List<String>> exactByKey = new LinkedHashMap<>();
        decision.parts().stream()
                .map(PaymentApplied.PaymentPart::orderId)
                .distinct()
                .forEach(orderId -> exactByKey
                        .computeIfAbsent(ReferenceText.key(orderId), none -> new ArrayList<>())
                        .add(orderId));
        return exactByKey.entrySet().stream()
                .map(entry -> new Question(entry.getKey(), entry.getValue(), true, today))
                .toList();
    }

    /** Whether more is to be said when these are known. */
    boolean waits(List<KnownName> known) {
        List<String> names = known.stream().map(KnownName::name).toList();
        return closesOn == null ? exact.isEmpty() || !names.contains(exact.getFirst()) : !names.containsAll(exact);
    }

    /** Best first: the reference decides against the order id, which decides where the reference names nothing. */
    static List<String> exactNames(PaymentReceived payment) {
        List<String> names = new ArrayList<>();
        if (payment.named() != null && !CreditorReference.isDamaged(payment.named())) {
            names.add(payment.named());
        }
        if (payment.orderId() != null && !names.contains(payment.orderId())) {
            names.add(payment.orderId());
        }
        return names;
    }
}
