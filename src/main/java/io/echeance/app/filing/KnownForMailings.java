package io.echeance.app.filing;

import io.echeance.app.cluster.Changelog;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.TopicReader;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerFact.RightAnswered;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Rights;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.core.mailing.Mailing;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionAlert.LetterStep;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.Terms;
import io.echeance.document.Dispatch;
import io.echeance.topology.Topic;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.StateStores;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the topics say that mailings are made of, and what became of those that left. */
final class KnownForMailings {

    private static final List<Topic> TOPICS = List.of(
            Topic.MAILINGS,
            Topic.DUNNING_ALERTS,
            Topic.INVOICES,
            Topic.TERMS,
            Topic.PARTIES,
            Topic.STATEMENTS,
            Topic.CUSTOMER_ACTIONS);

    private final Map<String, Mailing> mailings = new LinkedHashMap<>();
    private final Map<String, Instant> saidAt = new HashMap<>();
    private final List<LetterStep> alerts = new ArrayList<>();
    private final Map<DocumentId, Invoice> invoices = new HashMap<>();
    private final Map<String, Terms> terms = new HashMap<>();
    private final Map<String, Party> parties = new HashMap<>();
    private final Map<ReceivableKey, Money> unpaid = new HashMap<>();
    private final Map<String, MailingSent> sent = new HashMap<>();
    private final Set<String> failed = new HashSet<>();
    private final Map<CustomerKey, List<CustomerFact>> asked = new HashMap<>();

    void read(Cluster cluster) {
        readCustomers(cluster);
        for (Topic topic : TOPICS) {
            try (TopicReader reader = TopicReader.fromBeginning(cluster, List.of(topic))) {
                reader.rest(read -> {
                    if (topic == Topic.PARTIES && read.isDeletion()) {
                        parties.remove(new String(read.record().key(), StandardCharsets.UTF_8));
                    }
                    Instant at = Instant.ofEpochMilli(read.record().timestamp());
                    read.as(Object.class).ifPresent(said -> hear(said, at));
                });
            }
        }
    }

    /** Also of longer ago than facts are kept: what the stream keeps of customers. */
    private void readCustomers(Cluster cluster) {
        Changelog.read(
                cluster,
                StateStores.CUSTOMERS,
                row -> CustomerFiles.ofChangelog(
                        row.key(), row.value(), (customer, file) -> file.facts().forEach(this::hear)));
    }

    /** @param at when it was said */
    void hear(Object said, Instant at) {
        if (said instanceof Mailing mailing) {
            saidAt.putIfAbsent(mailing.mailingId(), at);
        }
        hear(said);
    }

    void hear(Object said) {
        switch (said) {
            // The same again is the same mailing.
            case Mailing mailing -> mailings.putIfAbsent(mailing.mailingId(), mailing);
            case LetterStep alert -> alerts.add(alert);
            case Invoice invoice -> invoices.put(invoice.document().id(), invoice);
            case Terms version -> terms.put(version.id(), version);
            case Party party -> parties.put(party.id(), party);
            case Statement statement ->
                statement.receivables().forEach(debt -> unpaid.put(debt.key(), debt.outstanding()));
            case CustomerFact fact -> hear(fact);
            default -> {}
        }
    }

    private void hear(CustomerFact fact) {
        if (fact instanceof MailingSent one) {
            sent.putIfAbsent(one.mailingId(), one);
        } else if (fact instanceof MailingFailed one && one.address() != null) {
            failed.add(one.address());
        } else if (fact instanceof RightAsked || fact instanceof RightAnswered) {
            asked.computeIfAbsent(new CustomerKey(fact.seller(), fact.customer()), first -> new ArrayList<>())
                    .add(fact);
        }
    }

    /** In the order in which they are to leave. */
    List<Mailing> mailings() {
        return mailings.values().stream()
                .sorted(Comparator.comparing(Mailing::on).thenComparing(Mailing::mailingId))
                .toList();
    }

    /** It was said before that instant. */
    boolean isOlder(String mailingId, Instant than) {
        return saidAt.getOrDefault(mailingId, Instant.MAX).isBefore(than);
    }

    boolean isSent(String mailingId) {
        return sent.containsKey(mailingId);
    }

    /** What was sent under a Message-ID; null: nothing. */
    @Nullable
    MailingSent sentAs(String messageId) {
        return sent.values().stream()
                .filter(one -> messageId.equals(one.messageId()))
                .findFirst()
                .orElse(null);
    }

    /** The payer's data may only be kept, and used for claims. */
    boolean isRestricted(Mailing mailing, LocalDate today) {
        CustomerKey payer = new CustomerKey(mailing.seller(), mailing.payer());
        return Rights.of(asked.getOrDefault(payer, List.of()), today).isRestricted();
    }

    boolean isUnusable(String addressDigest) {
        return failed.contains(addressDigest);
    }

    /** What of it is left to be said now; empty: nothing. What no statement speaks of counts as unpaid. */
    Optional<Mailing> leaving(Mailing mailing) {
        return mailing.leaving(
                debt -> !unpaid.containsKey(debt) || unpaid.get(debt).isPositive());
    }

    /** @throws IllegalArgumentException if no invoice of it is known */
    Dispatch dispatch(Mailing mailing) {
        Invoice any = mailing.sections().stream()
                .flatMap(section -> section.debts().stream())
                .map(debt -> invoices.get(debt.key().document()))
                .filter(invoice -> invoice != null && invoice.buyer().id().equals(mailing.payer()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no invoice to " + mailing.payer() + " is known"));
        return new Dispatch(
                mailing,
                alerts,
                List.copyOf(invoices.values()),
                terms,
                parties.getOrDefault(any.issuer().id(), any.issuer()),
                parties.getOrDefault(any.buyer().id(), any.buyer()));
    }

    /** As it is known now; null: it is not, or has none. */
    @Nullable
    String email(Mailing mailing) {
        Party party = parties.get(mailing.payer());
        return party == null ? null : party.email();
    }
}
