package io.echeance.query.http;

import io.echeance.app.person.KnownPersons;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Words;
import io.echeance.query.command.Postbox;
import io.echeance.query.health.Vitals;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.KeyOwners;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A server over the orders of the worked scenarios, each as its scenario leaves it; no stream is behind it. */
public final class ServedBook implements Holdings, Shelves, Postbox, AutoCloseable {

    static final Decider DECIDER = new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled());
    private static final Address HERE = new Address("127.0.0.1", 1);

    final Map<String, AccountView> orders = new ConcurrentSkipListMap<>();
    final Map<String, String> scenarios = new TreeMap<>();
    private final QueryServer server;
    private final List<Fact> posted = new CopyOnWriteArrayList<>();
    private final List<CustomerFact> decisions = new CopyOnWriteArrayList<>();
    private final Map<String, PaymentDecided> decided = new ConcurrentSkipListMap<>();
    private final Map<String, Party> parties = new TreeMap<>();
    private final Map<String, Refusal> refused = new ConcurrentSkipListMap<>();
    private volatile boolean moving;
    private volatile boolean deaf;
    private final Map<String, PaymentReceived> receipts = new ConcurrentSkipListMap<>();
    public final BookedLedgers ledgers = new BookedLedgers();
    private final NotedAccesses accesses = new NotedAccesses();
    private final Map<String, Fact> words = new ConcurrentSkipListMap<>();
    private volatile @Nullable Keys keys;
    private final @Nullable Function<Collection<AccountView>, PartitionView> shelf;

    /** What opens words that lie under seal. */
    enum Keys {
        THERE,
        GONE
    }

    ServedBook(List<Token> tokens, Limits limits) {
        this(tokens, limits, null);
        LeftByScenario.ALL.forEach(this::keep);
    }

    private ServedBook(
            List<Token> tokens,
            Limits limits,
            @Nullable Function<Collection<AccountView>, PartitionView> shelf,
            Annex... annexes) {
        this.shelf = shelf;
        server = QueryServer.start(new QuerySettings("127.0.0.1", 0, tokens, null, limits), annexes);
    }

    /** Over other accounts, each as it stands on the morning {@code today}; it answers already. */
    public static ServedBook of(
            Collection<Account> accounts,
            LocalDate today,
            List<Token> tokens,
            Function<Collection<AccountView>, PartitionView> shelf,
            Annex... annexes) {
        ServedBook book = new ServedBook(tokens, Limits.USUAL.withPerSecond(0), shelf, annexes);
        for (Account account : accounts) {
            book.put(account, today);
        }
        return book.answer();
    }

    public static ServedBook open(Token... tokens) {
        return open(Limits.USUAL.withPerSecond(0), tokens);
    }

    static ServedBook open(Limits limits, Token... tokens) {
        return new ServedBook(List.of(tokens), limits).answer();
    }

    ServedBook answer() {
        server.answerFrom(new Backing(
                this,
                this,
                this,
                ledgers,
                new BookedFiles(),
                ledgers,
                accesses,
                new KnownPersons(this::decisions),
                new AuditedHere(() -> List.copyOf(decided.values()), ledgers::allClosed, accesses::noted),
                new Vitals(() -> false, Optional::empty, () -> !moving, () -> true, this, List::of, () -> 0),
                () -> "# nothing is measured"));
        return this;
    }

    public String address() {
        return server.address();
    }

    public String placedOrder() {
        return orders.values().stream()
                .filter(held -> held.account().terms() != null)
                .findFirst()
                .orElseThrow()
                .account()
                .orderId();
    }

    QueryServer server() {
        return server;
    }

    /** Some orders stand in two scenarios: the first one's counts. */
    private void keep(LeftByScenario left) {
        Account account = left.account();
        if (scenarios.putIfAbsent(account.orderId(), left.worked().name()) == null) {
            put(account, left.today());
        }
    }

    private void put(Account account, LocalDate today) {
        orders.put(account.orderId(), new AccountView(account, today, List.of(), StatutoryRatesFile.bundled(), null));
    }

    public void move(boolean now) {
        moving = now;
    }

    @Override
    public KeyOwners keepersOf(String orderId) throws TemporarilyUnavailable {
        if (moving) {
            throw new TemporarilyUnavailable("the work is being shared out anew");
        }
        return new KeyOwners(0, HERE, List.of(), HERE);
    }

    @Override
    public Optional<AccountView> active(String orderId, int partition) {
        return Optional.ofNullable(orders.get(orderId));
    }

    @Override
    public AccountView copy(String orderId, int partition) throws TemporarilyUnavailable {
        throw new TemporarilyUnavailable("there are no copies");
    }

    @Override
    public Set<String> sellers() {
        return DECIDER.sellers();
    }

    @Override
    public Optional<Party> party(String id) {
        return Optional.ofNullable(parties.get(id));
    }

    public Map<String, Party> parties() {
        return parties;
    }

    @Override
    public int partitions() {
        return 1;
    }

    @Override
    public List<PartitionView> here() {
        PartitionView view = shelf == null ? new NaiveShelf(orders.values(), receipts) : shelf.apply(orders.values());
        return moving ? List.of() : List.of(view);
    }

    @Override
    public List<Address> others() {
        return List.of();
    }

    /** What the stream would do with it, at once. */
    @Override
    public void post(Fact fact) {
        if (PlacedPayments.isLate(fact, posted, receipts.keySet())) {
            refused.put(fact.factId(), PlacedPayments.LATE);
            return;
        }
        posted.add(fact);
        boolean isOfTwo = fact instanceof PaymentApplied forTwo && receipts.containsKey(forTwo.paymentId());
        if (deaf || isOfTwo) {
            return;
        }
        if (fact instanceof PaymentReceived receipt && receipt.orderId() == null) {
            receipts.putIfAbsent(receipt.paymentId(), receipt);
        } else if (fact instanceof PaymentApplied applied) {
            decided.put(applied.factId(), PlacedPayments.outcome(applied));
        } else {
            take(fact);
        }
    }

    private void take(Fact fact) {
        AccountView held = Objects.requireNonNull(orders.get(fact.orderId()));
        words.put(fact.factId(), fact);
        Decision decision =
                DECIDER.take(held.account(), keys == null ? fact : Words.without(fact, List.of()), held.today());
        orders.put(
                held.account().orderId(),
                new AccountView(decision.account(), held.today(), List.of(), held.rates(), null, this::unsealed));
    }

    private Optional<Fact> unsealed(String factId) {
        return keys == Keys.THERE ? Optional.ofNullable(words.get(factId)) : Optional.empty();
    }

    /** Customers are judged when a day is closed, which none is here. */
    @Override
    public void post(CustomerFact fact) {
        decisions.add(fact);
    }

    @Override
    public void post(MonthClosed fact) {
        ledgers.close(fact);
    }

    @Override
    public boolean isPosted(String factId) {
        return posted.stream().anyMatch(fact -> fact.factId().equals(factId));
    }

    @Override
    public Optional<CustomerFact> posted(CustomerKey customer, String factId) {
        return KnownPersons.found(decisions, customer, factId);
    }

    public List<CustomerFact> decisions() {
        return decisions;
    }

    /** From now on words lie under seal. */
    void seal(Keys keys) {
        this.keys = keys;
    }

    /** Facts are posted, and nobody takes them. */
    void deafen(boolean now) {
        deaf = now;
    }

    public List<Fact> posted() {
        return posted;
    }

    @Override
    public Optional<PaymentDecided> decided(String factId) {
        return Optional.ofNullable(decided.get(factId));
    }

    @Override
    public Optional<PaymentDecided> replacing(PaymentDecided earlier) {
        return PlacedPayments.replacing(earlier, decided.values());
    }

    @Override
    public Optional<Refusal> refusal(String factId) {
        return Optional.ofNullable(refused.get(factId));
    }

    public NotedAccesses accesses() {
        return accesses;
    }

    @Override
    public void close() {
        server.close();
    }
}
