package io.echeance.app.cluster;

import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.topology.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The payments that others than banks posted, by id and sum. They are read once, and only if somebody asks. */
final class PostedPayments {

    private final Cluster cluster;
    private @Nullable Set<String> keys;

    PostedPayments(Cluster cluster) {
        this.cluster = cluster;
    }

    boolean isPosted(String paymentId, Money amount) {
        Set<String> all = keys == null ? read() : keys;
        keys = all;
        return all.contains(key(paymentId, amount));
    }

    private Set<String> read() {
        Set<String> all = new HashSet<>();
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.PAYMENTS))) {
            reader.rest(read -> read.as(PaymentReceived.class)
                    .filter(payment -> payment.bankAccount() == null)
                    .ifPresent(payment -> all.add(key(payment.paymentId(), payment.amount()))));
        }
        return all;
    }

    private static String key(String paymentId, Money amount) {
        return amount + " " + paymentId;
    }
}
