package io.echeance.app.person;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.TopicReader;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.core.terms.Terms;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.topology.Topic;
import io.echeance.topology.store.Calendar;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What persons have asked for under the law: it is told here, and what is to be answered is listed. */
public final class RightsDesk {

    private static final Comparator<Requested> MOST_URGENT = Comparator.comparing(Requested::dueOn)
            .thenComparing(one -> one.asked().seller())
            .thenComparing(one -> one.asked().customer())
            .thenComparing(one -> one.asked().factId());

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Cluster cluster;

    public RightsDesk(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * What became of a fact that was to be told.
     *
     * @param refusal why it was not told; null: it was, or was before
     * @param isSure it answers what an instance has taken already; else the stream decides when one runs
     */
    public record Announcement(@Nullable Refusal refusal, boolean isSure) {}

    /**
     * Tells the stream, unless that would refuse it by what it has taken. What was asked for a moment ago is waited
     * for; where no instance runs that is not known yet, and what answers it is told all the same.
     */
    public Announcement tell(CustomerFact fact) {
        Refusal refusal = CustomerAdmission.refusal(fact);
        refusal = refusal == null && fact instanceof RightAsked
                ? CustomerAdmission.unknownSeller(fact, sellers())
                : refusal;
        refusal = refusal == null ? CustomerAdmission.ahead(fact, LocalDate.now(Calendar.ZONE)) : refusal;
        if (refusal != null) {
            return new Announcement(refusal, true);
        }
        List<CustomerFact> before = before(fact);
        if (fact.isAmong(before)) {
            return new Announcement(null, true);
        }
        boolean isSure = isSure(fact, before);
        refusal = isSure ? CustomerAdmission.refusal(fact, before) : null;
        if (refusal == null) {
            String key = new CustomerKey(fact.seller(), fact.customer()).toString();
            try (Publisher publisher = Publisher.of(cluster)) {
                publisher.publish(List.of(new Entry(Topic.CUSTOMER_ACTIONS, key, fact)));
            }
        }
        return new Announcement(refusal, isSure);
    }

    private static boolean isSure(CustomerFact fact, List<CustomerFact> before) {
        return !(fact instanceof RightAnswered answered)
                || before.stream().anyMatch(one -> one.factId().equals(answered.asked()));
    }

    /** What was taken of its customer; with what it answers, if that comes within a few seconds. */
    private List<CustomerFact> before(CustomerFact fact) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<CustomerFact> before = facts(new CustomerKey(fact.seller(), fact.customer()));
            if (isSure(fact, before) || System.nanoTime() > deadline) {
                return before;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /** Whose terms are published. */
    private Set<String> sellers() {
        Set<String> sellers = new TreeSet<>();
        try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(Topic.TERMS))) {
            reader.rest().forEach(read -> read.as(Terms.class).ifPresent(version -> sellers.add(version.seller())));
        }
        return sellers;
    }

    private List<CustomerFact> facts(CustomerKey customer) {
        Map<CustomerKey, CustomerFile> files = files();
        CustomerFile file = files.get(customer);
        return file == null ? List.of() : file.facts();
    }

    private Map<CustomerKey, CustomerFile> files() {
        Map<CustomerKey, CustomerFile> files = new TreeMap<>();
        Changelog.read(
                cluster, StateStores.CUSTOMERS, row -> CustomerFiles.ofChangelog(row.key(), row.value(), files::put));
        return files;
    }

    /** What is to be answered still, of all sellers, the most urgent first. */
    public List<Requested> open(LocalDate today) {
        return asked(customer -> true, today).stream().filter(Requested::isOpen).toList();
    }

    /** All that one person has asked for, of any seller. */
    List<Requested> of(String person, LocalDate today) {
        return asked(customer -> customer.customer().equals(person), today);
    }

    private List<Requested> asked(Predicate<CustomerKey> which, LocalDate today) {
        List<Requested> asked = new ArrayList<>();
        files().forEach((customer, file) -> {
            if (which.test(customer)) {
                asked.addAll(Rights.of(file.facts(), today).all());
            }
        });
        asked.sort(MOST_URGENT);
        return asked;
    }
}
