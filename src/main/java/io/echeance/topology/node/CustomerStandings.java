package io.echeance.topology.node;

import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.admission.CustomerAdmission;
import io.echeance.core.customer.CustomerAlerts;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.CustomerFact.MailingFailed;
import io.echeance.core.customer.CustomerFact.MailingSent;
import io.echeance.core.customer.CustomerOrder;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.customer.Customers.OpenCredit;
import io.echeance.core.customer.Judgement;
import io.echeance.core.money.Money;
import io.echeance.core.order.CustomerAlert;
import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.CustomerNews;
import io.echeance.serde.record.CustomerNews.CustomerActed;
import io.echeance.serde.record.CustomerNews.OrderNews;
import io.echeance.serde.record.CustomerNews.RulesBound;
import io.echeance.serde.record.CustomerNews.Waiting;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.CustomerRow.OrderRow;
import io.echeance.serde.record.CustomerRow.OrderShown;
import io.echeance.serde.record.DayMarker;
import io.echeance.serde.record.DayMarker.Stage;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.store.AtCommit;
import io.echeance.topology.store.CustomerFiles;
import io.echeance.topology.store.CustomerFiles.Dossier;
import io.echeance.topology.store.DayBarrier;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * How customers stand. An account says what its order shows of the customer, when that is something else than before;
 * once all partitions of the accounts have closed a day, those customers are judged anew of whom something new was
 * heard, and those with whom something ends by itself. So what is said hangs on no interleaving, and is what
 * {@code simulate} says.
 *
 * <p>What an account said of a later day waits with it: one partition of the accounts may be ahead of another.
 */
public final class CustomerStandings implements Processor<String, CustomerNews, String, Object> {

    private static final String NAME = "customers";

    private final int partitions;
    private ProcessorContext<String, Object> context;
    private KeyValueStore<Bytes, byte[]> rows;
    private CustomerFiles files;
    private DayBarrier closed;
    private Post post;

    @SuppressWarnings("NullAway.Init") // The stream calls init before anything else.
    private CustomerStandings(int partitions) {
        this.partitions = partitions;
    }

    public static ProcessorSupplier<String, CustomerNews, String, Object> node(int partitions) {
        return Node.of(
                () -> new CustomerStandings(partitions),
                StateStores.customers(StateStores.CUSTOMERS),
                StateStores.post(StateStores.POST),
                AtCommit.of(NAME),
                StateStores.barrier(StateStores.CUSTOMERS_BARRIER));
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.rows = context.getStateStore(StateStores.CUSTOMERS);
        this.files = new CustomerFiles(rows);
        this.post = new Post(context, NAME);
        this.closed = new DayBarrier(
                context.getStateStore(StateStores.CUSTOMERS_BARRIER),
                "closed",
                DayMarker.channels(partitions, Stage.INTAKE, Stage.CLOSED));
    }

    @Override
    public void process(Record<String, CustomerNews> record) {
        switch (record.value()) {
            case OrderNews news -> hear(files.shown(news));
            case RulesBound(Bytes digest, var rules) -> files.keep(digest, rules, rows);
            case CustomerActed news -> take(news, record.timestamp());
            case Waiting news -> post.take(news, firstOpenDay());
            case DayMarker marker -> {
                closed.arrive(marker, record.timestamp());
                LocalDate before = closed.passed();
                for (Announced day = closed.next(); day != null; day = closed.next()) {
                    closed.pass(day);
                    judge(before, day);
                    before = day.date();
                }
            }
        }
    }

    private void hear(OrderShown news) {
        CustomerKey customer = new CustomerKey(news.seller(), news.customer());
        String orderId = news.order().orderId();
        OrderRow there = files.order(customer, orderId);
        OrderRow row = (there == null ? new OrderRow(List.of()) : there).with(news);
        files.put(rows, customer, orderId, row, nextOf(row, news));
    }

    /** The same again changes nothing. */
    private void take(CustomerActed news, long timestamp) {
        CustomerFact fact = news.fact();
        CustomerKey customer = new CustomerKey(fact.seller(), fact.customer());
        CustomerFile file = files.file(customer);
        if (fact.isAmong(file.facts()) || fact instanceof MailingSent) {
            return;
        }
        Refusal refusal = CustomerAdmission.refusal(fact, file.facts());
        if (refusal == null) {
            CustomerFiles.put(rows, customer, file.with(decided(news)), firstOpenDay());
        } else {
            LocalDate today = later(news.day(), firstOpenDay());
            Rejected rejected = Place.of(news.origin()).rejected(today, fact.factId(), refusal);
            context.forward(new Record<>(null, rejected, timestamp));
        }
    }

    private static KnownDecision decided(CustomerActed news) {
        Origin origin = news.origin().sealedBy() == null ? null : news.origin();
        return new KnownDecision(news.day(), news.fact(), origin, news.origin().at());
    }

    /** The day at whose close an order counts otherwise than at that of the day before. */
    private LocalDate nextOf(OrderRow row, OrderShown news) {
        LocalDate open = firstOpenDay();
        LocalDate next = later(news.day(), open);
        for (OrderShown one : row.shown()) {
            LocalDate day = one.day();
            if (day != null && !day.isBefore(open) && day.isBefore(next)) {
                next = day;
            }
        }
        boolean isFirst = closed.passed() == null && row.shown().getFirst().day() == null;
        return isFirst ? open : next;
    }

    /** The first day that may still be judged. */
    private LocalDate firstOpenDay() {
        LocalDate passed = closed.passed();
        return passed == null ? LocalDate.EPOCH : passed.plusDays(1);
    }

    private static LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one != null && one.isAfter(other) ? one : other;
    }

    private void judge(@Nullable LocalDate before, Announced day) {
        LocalDate from = before == null ? LocalDate.EPOCH : before.plusDays(1);
        Map<CustomerKey, List<OpenCredit>> credits = new HashMap<>();
        files.due(from, day.date()).forEach(customer -> credits.put(customer, judge(customer, before, day)));
        Post.OfADay waited = post.takeAll(from, day.date());
        LocalDate morning = day.date().plusDays(1);
        waited.orders()
                .forEach((customer, orders) ->
                        say(CustomerAlerts.ofOrders(files.file(customer).said(), orders, morning), day));
        post.send(waited, day, customer -> credits.computeIfAbsent(customer, other -> credits(other, day.date())));
        context.commit();
    }

    /** What a customer has paid on its orders and nothing uses, as at the close of a day. */
    private List<OpenCredit> credits(CustomerKey customer, LocalDate day) {
        List<OpenCredit> credits = new ArrayList<>();
        files.of(customer).orders().forEach((orderId, row) -> {
            List<OrderShown> counting = counting(row, day);
            if (!counting.isEmpty()) {
                addCredit(counting.getLast(), credits);
            }
        });
        return credits;
    }

    private static void addCredit(OrderShown counts, List<OpenCredit> credits) {
        Money credit = counts.order().shown().credit();
        if (credit.isPositive()) {
            credits.add(new OpenCredit(counts.order().orderId(), credit));
        }
    }

    private static List<OrderShown> counting(OrderRow row, LocalDate day) {
        return row.shown().stream().filter(one -> one.countsAt(day)).toList();
    }

    private void say(List<CustomerAlert> alerts, Announced day) {
        for (CustomerAlert alert : alerts) {
            String key = alert.orderId() == null ? alert.payer() : alert.orderId();
            context.forward(new Record<>(key, alert, day.at()));
        }
    }

    /** @return what it has paid on its orders and nothing uses */
    private List<OpenCredit> judge(CustomerKey customer, @Nullable LocalDate before, Announced day) {
        Dossier dossier = files.of(customer);
        List<CustomerOrder> orders = new ArrayList<>();
        List<OpenCredit> credits = new ArrayList<>();
        dossier.orders().forEach((orderId, row) -> {
            OrderShown counts = tidied(customer, orderId, row, day.date());
            if (counts != null && !counts.order().shown().isNothing()) {
                orders.add(counts.order());
                addCredit(counts, credits);
            }
        });
        CustomerFile file = dossier.file();
        Judgement judgement = Judgement.of(
                customer.seller(),
                customer.customer(),
                orders,
                file.facts(day.date()),
                file.said(),
                day.date().plusDays(1));
        boolean isNews = judgement.isNews(file.said());
        CustomerFile after = isNews ? new CustomerFile(file.decided(), judgement.standing()) : file;
        if (isNews) {
            context.forward(new Record<>(customer.toString(), judgement.standing(), day.at()));
            CustomerAlert crossing = CustomerAlerts.crossing(file.said(), judgement.standing());
            say(crossing == null ? List.of() : List.of(crossing), day);
        }
        for (KnownDecision one : file.decided()) {
            if (one.fact() instanceof MailingFailed failed && one.countsFirst(before, day.date())) {
                say(List.of(CustomerAlerts.ofFailure(failed, day.date().plusDays(1))), day);
            }
        }
        // Of whom nothing was ever said, nothing ends by itself.
        if (!after.equals(CustomerFile.EMPTY)) {
            CustomerFiles.put(rows, customer, after, next(file, day.date(), judgement.nextOn()));
        }
        return credits;
    }

    /** The day at whose close it is judged next: by itself, or since something was decided that counts then. */
    private static @Nullable LocalDate next(CustomerFile file, LocalDate day, @Nullable LocalDate nextOn) {
        LocalDate next = nextOn == null ? null : nextOn.minusDays(1);
        for (KnownDecision one : file.decided()) {
            LocalDate counts = one.day();
            if (counts != null && counts.isAfter(day) && (next == null || counts.isBefore(next))) {
                next = counts;
            }
        }
        return next;
    }

    /** What counts of an order at the close of a day; what came before that is left behind. Null: nothing yet. */
    private @Nullable OrderShown tidied(CustomerKey customer, String orderId, OrderRow row, LocalDate day) {
        List<OrderShown> counting = counting(row, day);
        if (counting.isEmpty()) {
            return null;
        }
        OrderShown last = counting.getLast();
        List<OrderShown> left = new ArrayList<>(
                row.shown().subList(counting.size() - 1, row.shown().size()));
        boolean isOver = left.size() == 1 && last.order().shown().isNothing();
        if (isOver) {
            CustomerFiles.remove(rows, customer, orderId);
        } else if (left.size() > 1 || row.shown().size() > 1) {
            LocalDate next =
                    left.size() == 1 ? null : Objects.requireNonNull(left.get(1).day());
            files.put(rows, customer, orderId, new OrderRow(left), next);
        }
        return last;
    }
}
