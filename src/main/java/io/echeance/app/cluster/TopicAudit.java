package io.echeance.app.cluster;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.query.access.AuditDesk;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.instance.Unsealed;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.NamesShown;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.Topic;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.utils.Bytes;

/**
 * Reads {@code cash-decisions}, {@code rejected}, {@code month-closings} and {@code access-log} for whoever looks into
 * what was done.
 */
record TopicAudit(Cluster cluster, Unsealed unsealed) implements AuditDesk {

    @Override
    public List<Closing> closings() throws TemporarilyUnavailable {
        List<Closing> all = new ArrayList<>();
        read(
                Topic.MONTH_CLOSINGS,
                read -> read.as(MonthClosed.class)
                        .ifPresent(one -> all.add(new Closing(one, read.record().timestamp()))));
        return all;
    }

    @Override
    public List<Decided> decided() throws TemporarilyUnavailable {
        List<Decided> all = new ArrayList<>();
        read(
                Topic.CASH_DECISIONS,
                read -> read.as(CashDecision.class)
                        .filter(one -> one.decided().notification() == null)
                        .ifPresent(one -> unsealed.signed(one).ifPresent(signed -> {
                            Origin first = one.firstOrigin();
                            long at = read.record().timestamp();
                            all.add(new Decided(signed, at, first == null ? 0 : first.at()));
                        })));
        return all;
    }

    /** What is too large to be kept says nothing, and so does what nobody can open any more. */
    @Override
    public List<Refused> refused() throws TemporarilyUnavailable {
        List<Refused> all = new ArrayList<>();
        read(
                Topic.REJECTED,
                read -> read.as(Rejected.class)
                        .ifPresent(
                                one -> refused(one, read.record().timestamp()).ifPresent(all::add)));
        return all;
    }

    private Optional<Refused> refused(Rejected one, long at) {
        LocalDate on = one.on();
        Bytes value = one.value();
        if (on == null || value == null || one.digest() != null) {
            return Optional.empty();
        }
        Origin origin = new Origin(one.topic(), one.partition(), one.offset(), at, one.key(), value, one.sealedBy());
        return unsealed.fact(origin)
                .filter(PaymentApplied.class::isInstance)
                .map(PaymentApplied.class::cast)
                .filter(decision -> decision.by() != null)
                .map(decision -> new Refused(decision, on, one.reason(), at));
    }

    @Override
    public List<NamesShown> shown(Predicate<NamesShown> wanted, int most) throws TemporarilyUnavailable {
        Deque<NamesShown> latest = new ArrayDeque<>();
        read(
                Topic.ACCESS_LOG,
                read -> read.as(NamesShown.class).filter(wanted).ifPresent(one -> {
                    latest.addFirst(one);
                    if (latest.size() > most) {
                        latest.removeLast();
                    }
                }));
        return List.copyOf(latest);
    }

    private void read(Topic topic, Consumer<TopicReader.Read> taker) throws TemporarilyUnavailable {
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(topic))) {
            reader.rest(taker);
        } catch (ClusterTrouble trouble) {
            throw new TemporarilyUnavailable(topic.id() + " cannot be read: " + trouble.getMessage());
        }
    }
}
