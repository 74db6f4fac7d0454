package io.echeance.query.http;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDecided.FirstDecision;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.terms.Terms;
import io.echeance.json.FactJson;
import io.echeance.json.RecordJson;
import io.echeance.query.Cursor;
import io.echeance.query.CustomerShelf;
import io.echeance.query.InSuspense;
import io.echeance.query.Page;
import io.echeance.query.access.AuditDesk.Closing;
import io.echeance.query.access.AuditDesk.Decided;
import io.echeance.query.access.AuditDesk.Refused;
import io.echeance.query.http.ListPages.Wanted;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.OrderAnswer;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.ActRow;
import io.echeance.topology.store.ActRow.About;
import io.echeance.topology.store.Calendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What people have done, as their facts say it, each that says by whom; gathered by one instance, the latest first. */
final class AuditedActs {

    /** A decision that has not taken effect by itself: it waits, was confirmed by another person's, or was refused. */
    private static final String APPLIED = PaymentApplied.class.getSimpleName();

    private static final int BATCH = 100;

    /** Of a partition, that are looked at for one page: whoever asks for what is rare goes on page by page. */
    private static final int MOST_LOOKED_AT = 500;

    private final AuditWanted wanted;
    private final Asker asker;
    private final Wanted page;
    private final SortedMap<Cursor, ObjectNode> acts = new TreeMap<>();
    /** Behind it not everything was looked at; null: it was. */
    private @Nullable Cursor seen;

    private String lookedUp = "";
    private Optional<AccountView> held = Optional.empty();

    AuditedActs(AuditWanted wanted, Asker asker, Wanted page) {
        this.wanted = wanted;
        this.asker = asker;
        this.page = page;
    }

    void ofOrders(PartitionView shelf, Holdings holdings) throws TemporarilyUnavailable {
        if (wanted.order() != null) {
            if (holdings.keepersOf(wanted.order()).partition() == shelf.partition()) {
                for (ActRow row : shelf.acts(wanted.order())) {
                    add(row, shelf, holdings);
                }
            }
            return;
        }
        byte[] place = start();
        int looked = 0;
        int found = 0;
        List<ActRow> batch;
        do {
            batch = shelf.acts(place, BATCH);
            for (ActRow row : batch) {
                if (wanted.from() != null && row.knownOn().isBefore(wanted.from())) {
                    return;
                }
                found += add(row, shelf, holdings) ? 1 : 0;
                looked++;
                place = row.place();
                if (found > page.limit() || looked == MOST_LOOKED_AT) {
                    Cursor at = Cursor.at(place);
                    seen = seen == null || at.compareTo(seen) < 0 ? at : seen;
                    return;
                }
            }
        } while (batch.size() == BATCH);
    }

    private byte[] start() {
        Cursor until = Cursor.at(wanted.until() == null ? new byte[0] : ActRow.place(wanted.until()));
        Cursor after = page.after();
        return (after == null || after.compareTo(until) < 0 ? until : after)
                .position()
                .get();
    }

    private boolean add(ActRow row, PartitionView shelf, Holdings holdings) throws TemporarilyUnavailable {
        if (!lookedUp.equals(row.id())) {
            held = holdings.active(row.id(), shelf.partition());
            lookedUp = row.id();
        }
        if (held.isEmpty()) {
            return false;
        }
        AccountView account = held.get();
        Terms terms = account.account().terms();
        if (terms == null || !asker.sees(terms.seller()) || !wanted.isOf(terms.seller())) {
            return false;
        }
        for (KnownFact known : account.account().evidence().facts()) {
            if (known.fact().factId().equals(row.factId())) {
                ObjectNode fact = OrderAnswer.withWords(account, known.fact());
                // Of what nobody has signed, nothing is kept.
                return fact.path("by").isTextual() && add(row, "orderId", row.id(), terms.seller(), fact);
            }
        }
        return false;
    }

    /** Mailings say what sent them; that is nobody's act. */
    void ofCustomers(PartitionView shelf) {
        CustomerShelf customers = shelf.customers();
        if (customers == null || wanted.order() != null) {
            return;
        }
        for (KnownDecision one : customers.decisions()) {
            CustomerFact fact = one.fact();
            boolean isMailing = fact instanceof CustomerFact.MailingSent || fact instanceof CustomerFact.MailingFailed;
            if (!isMailing && asker.sees(fact.seller()) && wanted.isOf(fact.seller())) {
                String customer = fact.seller() + "/" + fact.customer();
                ActRow row = new ActRow(fact.on(), one.at(), About.CUSTOMER, customer, fact.factId());
                add(row, "customer", fact.customer(), fact.seller(), RecordJson.write(fact));
            }
        }
    }

    void ofMonths(List<Closing> closings) {
        for (Closing one : wanted.order() == null ? closings : List.<Closing>of()) {
            MonthClosed closed = one.closed();
            if (asker.sees(closed.seller()) && wanted.isOf(closed.seller())) {
                ObjectNode fact = RecordJson.write(closed);
                fact.put("type", MonthClosed.class.getSimpleName()).remove("totals");
                String month = closed.seller() + "/" + closed.month();
                ActRow row = new ActRow(closed.on(), Math.max(0, one.at()), About.MONTH, month, closed.factId());
                add(row, "month", closed.month().toString(), closed.seller(), fact);
            }
        }
    }

    /**
     * What has taken effect, and of what two persons have decided, the first one's decision too. Who decided may be
     * lost: that it was, stays.
     */
    void ofPayments(List<Decided> decided) {
        for (Decided one : decided) {
            PaymentDecided decision = one.decision();
            boolean isOfOrder = wanted.order() == null
                    || decision.parts().stream().anyMatch(part -> part.orderId().equals(wanted.order()));
            if (isOfOrder) {
                ObjectNode fact = RecordJson.write(decision);
                fact.put("type", PaymentDecided.class.getSimpleName());
                add(decision.on(), one.at(), decision.paymentId(), decision.decisionId(), fact);
                FirstDecision first = decision.first();
                if (first != null) {
                    ObjectNode confirmed = fact.deepCopy();
                    confirmed.put("type", APPLIED).put("factId", first.decisionId());
                    confirmed.put("on", first.on().toString()).put("by", first.by());
                    confirmed.put("confirmedBy", decision.decisionId());
                    confirmed.remove(List.of("decisionId", "first"));
                    add(first.on(), one.firstAt(), decision.paymentId(), first.decisionId(), confirmed);
                }
            }
        }
    }

    /** What waits for a second person. */
    void ofWaiting(PartitionView shelf) {
        Page<InSuspense> waiting = shelf.awaitingSecond(null, BATCH);
        while (true) {
            for (Page.Row<InSuspense> row : waiting.rows()) {
                SuspenseEntry entry = row.content().entry();
                Origin origin = entry.origin();
                if (entry.fact() instanceof PaymentApplied decision && isWantedOf(decision)) {
                    long at = origin == null ? 0 : origin.at();
                    add(entry.since(), at, decision.paymentId(), decision.factId(), FactJson.write(decision));
                }
            }
            if (waiting.next() == null) {
                return;
            }
            waiting = shelf.awaitingSecond(waiting.next(), BATCH);
        }
    }

    void ofRefused(List<Refused> refused) {
        for (Refused one : refused) {
            PaymentApplied decision = one.decision();
            if (isWantedOf(decision)) {
                ObjectNode fact = FactJson.write(decision);
                fact.put("refusal", one.reason().name());
                add(one.on(), one.at(), decision.paymentId(), decision.factId(), fact);
            }
        }
    }

    private boolean isWantedOf(PaymentApplied decision) {
        return wanted.order() == null
                || decision.parts().stream().anyMatch(part -> part.orderId().equals(wanted.order()));
    }

    private void add(LocalDate on, long at, String payment, String factId, ObjectNode fact) {
        add(new ActRow(on, Math.max(0, at), About.PAYMENT, payment, factId), "paymentId", payment, null, fact);
    }

    /** @return whether it is asked for */
    private boolean add(ActRow row, String about, String id, @Nullable String seller, ObjectNode fact) {
        ObjectNode act = JsonNodeFactory.instance.objectNode();
        JsonNode by = fact.path("by");
        String what = fact.path("type").asText();
        if (!wanted.isWanted(what, by.textValue(), row.knownOn())) {
            return false;
        }
        act.put("what", what).put("knownOn", row.knownOn().toString()).put("factId", row.factId());
        if (row.at() > 0) {
            act.put(
                    "toldAt",
                    ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(row.at()).atZone(Calendar.ZONE)));
        }
        if (by.isTextual()) {
            act.set("by", by);
        }
        if (seller != null) {
            act.put("seller", seller);
        }
        act.set("fact", fact);
        act.put(about, id);
        acts.put(Cursor.at(row.place()), act);
        return true;
    }

    /** Whether a page can go on behind it: no other list has such places. */
    static boolean isPlace(Cursor cursor) {
        return ActRow.isPlace(cursor.position().get());
    }

    Page<ObjectNode> page() {
        Cursor after = page.after();
        List<Page.Row<ObjectNode>> rows = new ArrayList<>();
        acts.forEach((at, act) -> {
            if (after == null || at.compareTo(after) > 0) {
                rows.add(new Page.Row<>(at, act));
            }
        });
        return Page.merged(List.of(new Page<>(rows, seen)), page.limit());
    }
}
