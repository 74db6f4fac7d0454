package io.echeance.topology.node;

import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.StandingRules;
import io.echeance.core.invoice.Draft;
import io.echeance.core.matching.KnownName;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.ServiceHold;
import io.echeance.core.terms.Terms;
import io.echeance.serde.record.Cover;
import io.echeance.serde.record.Cover.Act;
import io.echeance.serde.record.CustomerNews.OrderEntered;
import io.echeance.serde.record.CustomerNews.OrderNews;
import io.echeance.serde.record.CustomerNews.RulesBound;
import io.echeance.serde.record.CustomerNews.SectionDue;
import io.echeance.serde.record.CustomerRow.KeptShowing;
import io.echeance.serde.record.DraftNews.DraftMade;
import io.echeance.serde.record.DraftNews.TermsBound;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.ReferenceNews.ReferenceKnown;
import io.echeance.topology.store.AccountFile;
import io.echeance.topology.store.AccountsNotWhole;
import io.echeance.topology.store.BoundTerms;
import io.echeance.topology.store.ChangesOfAccounts;
import io.echeance.topology.store.Covers;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.GivenNumbers;
import io.echeance.topology.store.Grouped;
import io.echeance.topology.store.LastMet;
import io.echeance.topology.store.Mornings;
import io.echeance.topology.store.StateStores;
import io.echeance.topology.store.WakeUps.WakeUp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The accounts of a partition, and when each is to be drawn next. What is decided about one, it stores and says. */
final class AccountStore {

    private final ProcessorContext<String, Object> context;
    private final KeyValueStore<Bytes, byte[]> rows;
    private final BoundTerms terms;
    /** Of these the numbering has heard since this node was made. */
    private final Set<Bytes> handedOn = new HashSet<>();

    /** Of these the customers of a partition have heard since this node was made. */
    private final Set<HandedOn> rulesHandedOn = new HashSet<>();

    private final Map<StandingRules, Bytes> rules = new HashMap<>();
    private final int partitions;

    private final LastMet<String, Known> met = new LastMet<>();
    private final GivenNumbers numbers;
    private final Mornings mornings;
    private final BiConsumer<Bytes, byte[]> read;
    private final Grouped<Origin> waitingOrigins;
    private final Grouped<Origin> sealedOrigins;
    private final Figures figures;
    private final LastWords last;

    /** An account, and what stands outside on it. */
    private record Known(Account account, Cover cover) {}

    private record HandedOn(int partition, Bytes digest) {}

    AccountStore(ProcessorContext<String, Object> context, Figures figures, LastWords last, int partitions) {
        this.partitions = partitions;
        this.last = last;
        this.figures = figures;
        this.context = context;
        this.rows = context.getStateStore(StateStores.ACCOUNTS);
        AccountsNotWhole.check(rows);
        this.read = ChangesOfAccounts.readOf(rows);
        this.terms = new BoundTerms(context.getStateStore(StateStores.BOUND_TERMS));
        this.numbers = new GivenNumbers(context.getStateStore(StateStores.GIVEN_NUMBERS));
        this.mornings = new Mornings(rows);
        this.waitingOrigins = new Grouped<>(context.getStateStore(StateStores.WAITING_ORIGINS));
        this.sealedOrigins = new Grouped<>(context.getStateStore(StateStores.SEALED_ORIGINS));
    }

    Account account(String orderId) {
        return known(orderId).account();
    }

    private Known known(String orderId) {
        Known known = met.get(orderId);
        if (known == null) {
            Bytes key = AccountFile.key(orderId);
            byte[] bytes = rows.get(key);
            if (bytes == null) {
                known = new Known(Account.opened(orderId), Cover.BLANK);
            } else {
                read.accept(key, bytes);
                known = read(AccountFile.of(bytes));
            }
            met.put(orderId, known);
        }
        return known;
    }

    private Known read(AccountFile file) {
        return new Known(numbers.with(terms.account(file.account())), file.cover());
    }

    List<WakeUp> due(@Nullable Bytes lowWater, LocalDate today, int most) {
        return mornings.due(lowWater, today, most);
    }

    void settle(AccountUpdate turn, LocalDate today, long timestamp) {
        boolean anyWaited = turn.places() && !turn.before().evidence().facts().isEmpty();
        Map<String, Place> waiting = anyWaited ? takeWaiting(turn.orderId()) : Map.of();
        keep(turn, today);
        turn.outputs().forEach(output -> say(output, turn, waiting, timestamp));
        turn.drafts().forEach(draft -> draft(draft, timestamp));
        turn.entries().forEach(entry -> forward(turn.orderId(), entry, timestamp));
        refer(turn, timestamp);
        if (turn.places()) {
            CustomerKey whose = customer(turn.after());
            forward(
                    whose.toString(),
                    new OrderEntered(turn.takenOn(), whose.seller(), whose.customer(), turn.orderId()),
                    timestamp);
        }
        turn.shown().forEach(shown -> show(turn.after(), shown, timestamp));
        turn.letters().forEach(letter -> write(turn.after(), letter, timestamp));
        if (turn.statement() != null) {
            last.state(turn.orderId(), turn.statement(), timestamp);
        }
    }

    private void write(Account account, AccountUpdate.Letter letter, long timestamp) {
        String seller = Objects.requireNonNull(account.terms()).seller();
        String key = seller + "/" + letter.payer();
        forward(key, new SectionDue(letter.day(), seller, letter.payer(), letter.section()), timestamp);
    }

    private void show(Account account, AccountUpdate.Shown shown, long timestamp) {
        CustomerKey whose = customer(account);
        String key = whose.toString();
        CustomerOrder order = shown.order();
        Bytes digest = rules.computeIfAbsent(order.rules(), CustomerFiles::digest);
        if (rulesHandedOn.add(new HandedOn(LogPartitioner.partition(key, partitions), digest))) {
            forward(key, new RulesBound(digest, order.rules()), timestamp);
        }
        KeptShowing showing = KeptShowing.of(shown.day(), order, digest);
        forward(key, new OrderNews(whose.seller(), whose.customer(), order.orderId(), showing), timestamp);
    }

    private static CustomerKey customer(Account account) {
        return new CustomerKey(
                Objects.requireNonNull(account.terms()).seller(),
                account.evidence().order().orElseThrow().customer().id());
    }

    /** To its seller's numbers, behind the terms that it rests on. */
    private void draft(Draft draft, long timestamp) {
        String seller = draft.document().seller();
        Bytes digest = terms.keep(draft.terms());
        if (handedOn.add(digest)) {
            forward(seller, new TermsBound(digest, draft.terms()), timestamp);
        }
        forward(seller, DraftMade.of(draft, digest), timestamp);
    }

    private void keep(AccountUpdate turn, LocalDate today) {
        Account after = turn.after();
        Cover before = known(after.orderId()).cover();
        LocalDate next = after.nextOn();
        // Never below the low-water mark, where nobody would find it.
        LocalDate wakeOn = next == null || next.isAfter(today) ? next : today.plusDays(1);
        Act act = turn.act();
        Cover signed = act == null ? before : before.having(act);
        Cover cover = Covers.drawn(signed, turn.drawn()).wakingOn(wakeOn);
        if (!turn.isChange() && cover.equals(before)) {
            return;
        }
        DocumentNumbered number = turn.number();
        if (number != null && cover.equals(before) && GivenNumbers.isAll(number, turn.before(), after)) {
            numbers.keep(number, after);
            met.put(after.orderId(), new Known(after, before));
            return;
        }
        rows.put(AccountFile.key(after.orderId()), new AccountFile(cover, terms.row(after)).bytes());
        met.put(after.orderId(), new Known(after, cover));
        AccountUpdate.Taken taken = turn.taken();
        if (taken != null
                && taken.accepted()
                && (after.terms() == null || taken.place().sealedBy() != null)) {
            taken.place().origin().ifPresent(origin -> keep(turn, taken, origin));
        }
    }

    private void keep(AccountUpdate turn, AccountUpdate.Taken taken, Origin origin) {
        Bytes key = keyOf(turn, taken);
        if (turn.after().terms() == null) {
            waitingOrigins.put(key, origin);
        }
        if (origin.sealedBy() != null) {
            sealedOrigins.put(key, origin);
        }
    }

    private static Bytes keyOf(AccountUpdate turn, AccountUpdate.Taken taken) {
        return Grouped.key(turn.orderId(), taken.fact().factId().getBytes(StandardCharsets.UTF_8));
    }

    /** Where the facts came from that waited for their order, by fact id. */
    private Map<String, Place> takeWaiting(String orderId) {
        Map<String, Place> places = new HashMap<>();
        for (KeyValue<Bytes, Origin> row : waitingOrigins.of(orderId)) {
            places.put(new String(Grouped.member(row.key), StandardCharsets.UTF_8), Place.of(row.value));
            waitingOrigins.remove(row.key);
        }
        return places;
    }

    private void say(Output output, AccountUpdate turn, Map<String, Place> waiting, long timestamp) {
        String orderId = turn.orderId();
        figures.said(output);
        switch (output) {
            case Document document -> refer(KnownName.ofDocument(document.id().text(), orderId), timestamp);
            case Alert alert -> forward(orderId, alert, timestamp);
            case RefundDue refund -> forward(orderId, refund, timestamp);
            case ServiceHold hold -> forward(orderId, hold, timestamp);
            case PaymentDecided decided -> throw new IllegalStateException("no account says this: " + decided);
            case Rejection rejection -> {
                AccountUpdate.Taken taken = turn.taken();
                if (taken == null) {
                    throw new IllegalStateException("no fact to reject: " + rejection);
                }
                Place place = waiting.getOrDefault(String.valueOf(rejection.factId()), taken.place());
                forward(orderId, place.rejected(rejection, orderId), timestamp);
            }
        }
    }

    /** What payments may name from now on. */
    private void refer(AccountUpdate turn, long timestamp) {
        if (turn.places()) {
            Terms terms = Objects.requireNonNull(turn.after().terms());
            turn.after().evidence().order().ifPresent(order -> {
                refer(KnownName.of(order, terms), timestamp);
                refer(KnownName.ofPayer(order), timestamp);
            });
        }
        DocumentNumbered number = turn.number();
        if (number != null) {
            refer(KnownName.of(number, turn.after()), timestamp);
        }
    }

    private void refer(KnownName known, long timestamp) {
        forward(known.key(), new ReferenceKnown(known), timestamp);
    }

    private void forward(String key, Object value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp));
    }
}
