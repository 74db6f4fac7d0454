package io.echeance.app.person;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.customer.Rights.Requested;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.topology.Topic;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What persons have asked for under the law: it is told here, and what is to be answered is listed. */
public final class RightsDesk {

    private static final Comparator<Requested> MOST_URGENT = Comparator.comparing(Requested::dueOn)
            .thenComparing(one -> one.asked().seller())
            .thenComparing(one -> one.asked().customer())
            .thenComparing(one -> one.asked().factId());

    private final Cluster cluster;

    public RightsDesk(Cluster cluster) {
        this.cluster = cluster;
    }

    /** It is taken, or rejected, by the stream. */
    public void tell(CustomerFact fact) {
        String key = new CustomerKey(fact.seller(), fact.customer()).toString();
        try (Publisher publisher = Publisher.of(cluster)) {
            publisher.publish(List.of(new Entry(Topic.CUSTOMER_ACTIONS, key, fact)));
        }
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
        Map<CustomerKey, CustomerFile> files = new TreeMap<>();
        Changelog.read(
                cluster, StateStores.CUSTOMERS, row -> CustomerFiles.ofChangelog(row.key(), row.value(), files::put));
        List<Requested> asked = new ArrayList<>();
        files.forEach((customer, file) -> {
            if (which.test(customer)) {
                asked.addAll(Rights.of(file.facts(), today).all());
            }
        });
        asked.sort(MOST_URGENT);
        return asked;
    }
}
