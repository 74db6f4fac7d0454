package io.echeance.app.person;

import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.PersonKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys of {@code person-keys}, and which of them seal words about one person. */
final class PersonKeys {

    private static final String PAYMENT = "payment/";

    private final String person;
    private final Set<String> orders;
    private final PlacedPayments payments;
    private final Map<String, PersonKey> there = new LinkedHashMap<>();
    /** Of the person's, be they there or gone. */
    private final Set<String> ever = new TreeSet<>();

    /**
     * @param orders the person's, all known when the first key is heard
     * @param payments the person's, likewise
     */
    PersonKeys(String person, Set<String> orders, PlacedPayments payments) {
        this.person = person;
        this.orders = orders;
        this.payments = payments;
    }

    /** @param value null: it is deleted */
    void hear(String key, @Nullable Object value) {
        if (value instanceof PersonKey made) {
            there.put(key, made);
            if (isAbout(made.subject())) {
                ever.add(key);
            }
        } else {
            there.remove(key);
        }
    }

    /** What people and banks have said of the person's payments lies sealed, too. */
    void hear(CashDecision decision) {
        if (payments.has(decision.decided().paymentId())) {
            decision.sealedBy().forEach(ever::add);
        }
    }

    /** Their ids, but those that only what they seal names. */
    Set<String> ever() {
        return ever;
    }

    /** Those that are still there. */
    Map<String, PersonKey> there(Set<String> sealing) {
        Map<String, PersonKey> own = new LinkedHashMap<>();
        there.forEach((key, value) -> {
            if (sealing.contains(key) || isAbout(value.subject())) {
                own.put(key, value);
            }
        });
        return own;
    }

    /** Those that are still there and seal what was said of one payment, or of the whole of which it is a part. */
    Set<String> ofPayment(String payment) {
        PlacedPayments one = new PlacedPayments(person, Set.of(payment));
        Set<String> own = new TreeSet<>();
        there.forEach((key, value) -> {
            String subject = value.subject();
            if (subject.startsWith(PAYMENT) && one.has(subject.substring(PAYMENT.length()))) {
                own.add(key);
            }
        });
        return own;
    }

    private boolean isAbout(String subject) {
        return subject.startsWith("order/") && orders.contains(subject.substring("order/".length()))
                || subject.startsWith(PAYMENT) && payments.has(subject.substring(PAYMENT.length()))
                || subject.startsWith("customer/") && subject.endsWith("/" + person);
    }
}
