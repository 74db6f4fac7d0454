package io.echeance.topology.node;

import io.echeance.core.calendar.Semester;
import io.echeance.core.decision.Decider;
import io.echeance.core.order.Rejection;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.topology.Topic;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terms and rates that apply to all orders. One thread of an instance writes them, all others read what was whole
 * last.
 *
 * <p>An account keeps the terms that bind it, so that none of this changes an order that was taken. An account that
 * misses a rate asks again every morning.
 */
public final class ReferenceData {

    /** More of them nobody reads. */
    private static final int MOST_REFUSED = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);

    private final SortedMap<String, Terms> terms = new TreeMap<>();
    private final SortedMap<Semester, StatutoryRates.SemesterRates> rates = new TreeMap<>();
    private final SortedMap<String, String> refused = new TreeMap<>();
    private volatile Decider decider = decided();

    /** Decides by all that is known now. */
    public Decider decider() {
        return decider;
    }

    /** Whose terms are known. */
    Set<String> sellers() {
        return decider.sellers();
    }

    /** The terms by pinned id. */
    public synchronized SortedMap<String, Terms> terms() {
        return new TreeMap<>(terms);
    }

    public synchronized StatutoryRates rates() {
        return new StatutoryRates(rates.values());
    }

    /** What was published and is not taken, by topic and key, and why not; until it is published right. */
    public synchronized SortedMap<String, String> refused() {
        return new TreeMap<>(refused);
    }

    synchronized void refuse(String topic, String key, String sentence) {
        String why = Rejection.shortened(sentence);
        LOG.error("The record {} of topic {} is left out: {}", Rejection.shortened(key), topic, why);
        if (refused.size() < MOST_REFUSED) {
            refused.put(topic + "/" + Rejection.shortened(key), why);
        }
    }

    synchronized void accept(String topic, String key) {
        refused.remove(topic + "/" + Rejection.shortened(key));
    }

    /** A version that was published never changes: orders rest on it. */
    synchronized void publish(Terms version) {
        Terms first = terms.putIfAbsent(version.id(), version);
        if (first == null) {
            decider = decided();
        } else if (!first.equals(version)) {
            refuse(
                    Topic.TERMS.id(),
                    version.id(),
                    "other terms stand under this id, which never changes: publish these as a version of their own");
        }
    }

    /** The latest word on a semester counts. */
    synchronized void publish(StatutoryRates.SemesterRates row) {
        rates.put(row.semester(), row);
        decider = decided();
    }

    private Decider decided() {
        return new Decider(new TermsCatalogue(terms.values()), new StatutoryRates(rates.values()));
    }
}
