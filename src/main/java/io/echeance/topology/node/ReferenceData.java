package io.echeance.topology.node;

import io.echeance.core.calendar.Semester;
import io.echeance.core.decision.Decider;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
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

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);

    private final SortedMap<String, Terms> terms = new TreeMap<>();
    private final SortedMap<Semester, StatutoryRates.Row> rates = new TreeMap<>();
    private volatile Decider decider = decided();

    /** Decides by all that is known now. */
    public Decider decider() {
        return decider;
    }

    /** The terms by pinned id. */
    public synchronized SortedMap<String, Terms> terms() {
        return new TreeMap<>(terms);
    }

    public synchronized StatutoryRates rates() {
        return new StatutoryRates(rates.values());
    }

    /** A version that was published never changes: orders rest on it. */
    synchronized void publish(Terms version) {
        Terms first = terms.putIfAbsent(version.id(), version);
        if (first == null) {
            decider = decided();
        } else if (!first.equals(version)) {
            LOG.error(
                    "Other terms were published under the id {}, which stands and never changes: they are ignored."
                            + " Publish them as a version of their own.",
                    version.id());
        }
    }

    /** The latest word on a semester counts. */
    synchronized void publish(StatutoryRates.Row row) {
        rates.put(row.semester(), row);
        decider = decided();
    }

    private Decider decided() {
        return new Decider(new TermsCatalogue(terms.values()), new StatutoryRates(rates.values()));
    }
}
