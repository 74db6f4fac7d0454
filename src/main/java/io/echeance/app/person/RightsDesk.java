package io.echeance.app.person;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.topology.Topic;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What persons have asked for under the law: it is told here, and what is to be answered is listed. */
public final class RightsDesk {

    private static final Comparator<Requested> MOST_URGENT = Comparator.comparing(Requested::dueOn)
            .thenComparing(one -> one.asked().seller())
            .thenComparing(one -> one.asked().customer())
            .thenComparing(one -> one.asked().factId());

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final Cluster cluster;

    public RightsDesk(Cluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Tells the stream, unless that would refuse it by what it has taken. What was asked for a moment ago is waited
     * for.
     *
     * @return why it was not told; empty: it was, or was before
     */
    public Optional<Refusal> tell(CustomerFact fact) {
        Refusal refusal = CustomerAdmission.refusal(fact);
        if (refusal == null) {
            List<CustomerFact> before = before(fact);
            if (fact.isAmong(before)) {
                return Optional.empty();
            }
            refusal = CustomerAdmission.refusal(fact, before);
        }
        if (refusal != null) {
            return Optional.of(refusal);
        }
        String key = new CustomerKey(fact.seller(), fact.customer()).toString();
        try (Publisher publisher = Publisher.of(cluster)) {
            publisher.publish(List.of(new Entry(Topic.CUSTOMER_ACTIONS, key, fact)));
        }
        return Optional.empty();
    }

    /** What was taken of its customer; with what it answers, if that comes within a few seconds. */
    private List<CustomerFact> before(CustomerFact fact) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            List<CustomerFact> before = facts(new CustomerKey(fact.seller(), fact.customer()));
            boolean isThere = !(fact instanceof RightAnswered answered)
                    || before.stream().anyMatch(one -> one.factId().equals(answered.asked()));
            if (isThere || System.nanoTime() > deadline) {
                return before;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
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
