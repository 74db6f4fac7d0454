package io.echeance.app.filing;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.app.filing.DocumentFolder.Outcome;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.DocumentId;
import io.echeance.core.terms.Terms;
import io.echeance.document.Letter;
import io.echeance.topology.Topic;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes the letters that {@code dunning-alerts} ask for into a folder: those that are missing there. Their parties are
 * as they are known now, as on the invoice where they are no longer known.
 */
public final class LetterFiling {

    private final DocumentFolder folder;
    private final List<LetterStep> alerts = new ArrayList<>();
    private final Map<DocumentId, Invoice> invoices = new HashMap<>();
    private final Map<String, Terms> terms = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();
    private final Map<Outcome, Integer> count = new EnumMap<>(Outcome.class);
    private int waiting;

    public LetterFiling(DocumentFolder folder) {
        this.folder = folder;
    }

    /** All that is asked for by now. */
    public void catchUp(Cluster cluster) {
        Set<DocumentId> named = new HashSet<>();
        read(cluster, Topic.DUNNING_ALERTS, LetterStep.class, alert -> {
            alerts.add(alert);
            alert.receivables().forEach(claim -> named.add(claim.key().document()));
        });
        read(cluster, Topic.INVOICES, Invoice.class, invoice -> {
            if (named.contains(invoice.document().id())) {
                invoices.put(invoice.document().id(), invoice);
            }
        });
        read(cluster, Topic.TERMS, Terms.class, version -> terms.put(version.id(), version));
        read(cluster, Topic.PARTIES, Party.class, party -> parties.put(party.id(), party));
        alerts.forEach(this::file);
    }

    private static <T> void read(Cluster cluster, Topic topic, Class<T> type, Consumer<T> taken) {
        try (TopicReader reader = TopicReader.from(cluster, topic, Map.of())) {
            Map<Integer, Long> ends = reader.ends();
            while (reader.isBefore(ends)) {
                reader.poll().forEach(read -> read.as(type).ifPresent(taken));
            }
        }
    }

    private void file(LetterStep alert) {
        List<Invoice> named = alert.receivables().stream()
                .map(claim -> claim.key().document())
                .distinct()
                .filter(invoices::containsKey)
                .map(invoices::get)
                .toList();
        if (named.isEmpty()) {
            waiting++;
            return;
        }
        String seller = named.getFirst().document().seller();
        FileName name = FileName.ofLetter(alert.on(), alert.orderId(), alert.payer(), alert.step());
        count.merge(folder.keep(seller, alert.on().getYear(), name, () -> letter(alert, named)), 1, Integer::sum);
    }

    private byte[] letter(LetterStep alert, List<Invoice> named) {
        Invoice first = named.getFirst();
        Terms binding = terms.get(first.document().terms());
        if (binding == null) {
            throw new IllegalArgumentException("the terms " + first.document().terms() + " are not on the topic terms");
        }
        return Letter.of(
                alert,
                named,
                binding,
                parties.getOrDefault(first.issuer().id(), first.issuer()),
                parties.getOrDefault(first.buyer().id(), first.buyer()));
    }

    /** Letters whose invoices have no number yet: a party is missing, and another alert says so. */
    public int waiting() {
        return waiting;
    }

    public int count(Outcome outcome) {
        return count.getOrDefault(outcome, 0);
    }
}
