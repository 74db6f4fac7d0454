package io.echeance.app.cluster;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.query.access.AuditDesk;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.instance.Unsealed;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.NamesShown;
import io.echeance.topology.Topic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads {@code cash-decisions}, {@code month-closings} and {@code access-log} for whoever looks into what was done. */
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
                        .flatMap(unsealed::signed)
                        .ifPresent(one -> all.add(new Decided(one, read.record().timestamp()))));
        return all;
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
