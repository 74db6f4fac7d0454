package io.echeance.bench;

import static io.echeance.bench.Printing.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import io.echeance.console.Console;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentDecided;
import io.echeance.query.StoredShelf;
import io.echeance.query.command.BankDesk.Outcome.NotAccepted;
import io.echeance.query.command.Postbox;
import io.echeance.query.health.Vitals;
import io.echeance.query.http.AuditedHere;
import io.echeance.query.http.Backing;
import io.echeance.query.http.BookedLedgers;
import io.echeance.query.http.Limits;
import io.echeance.query.http.QueryServer;
import io.echeance.query.http.QuerySettings;
import io.echeance.query.instance.Holdings;
import io.echeance.query.instance.KeyOwners;
import io.echeance.query.instance.KeyOwners.Address;
import io.echeance.query.instance.PartitionView;
import io.echeance.query.instance.Shelves;
import io.echeance.query.instance.TemporarilyUnavailable;
import io.echeance.query.order.AccountView;
import io.echeance.reference.StatutoryRatesFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The console over the stores of a large book, asked over HTTP by one person, by twenty who look at each page for two
 * seconds, and by four who never wait:
 * {@code ./mvnw -q -Pbench test-compile -Dbench.main=io.echeance.bench.LargeConsole -Dbench=100000/worklist,promises}
 * (without the slash: every page). The stores are those of {@link LargeBook}. A page is written whole before its first
 * byte leaves.
 */
public final class LargeConsole implements Holdings, Shelves, Postbox {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private static final String ALL = "worklist,customer,order,explained,ageing,suspense,promises,deadlines";
    private static final int PARTITIONS = 4;

    /** Who look at a page for some seconds before they ask for the next. */
    private static final int PEOPLE = 20;

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int PAGES_OF_PEOPLE = 12;

    /** Who never wait. */
    private static final int HASTY = 4;

    private static final int PAGES_EACH = 100;
    private static final LocalDate TODAY = SampleOrder.TODAY;
    private static final Address HERE = new Address("127.0.0.1", 1);

    private final List<Partition> partitions = new ArrayList<>();
    private final List<Function<String, Account>> accounts = new ArrayList<>();
    private final List<PartitionView> shelves = new ArrayList<>();
    private final int orders;

    private LargeConsole(Path folder, int orders) {
        this.orders = orders;
        for (int number = 0; number < PARTITIONS; number++) {
            Partition partition = new Partition(folder, number);
            partitions.add(partition);
            accounts.add(partition.accounts());
            shelves.add(new StoredShelf(number, partition.lists(), partition.ageingTable(), TODAY));
        }
    }

    /** @param arguments how many orders, and after a slash the pages, with a comma between */
    public static void main(String... arguments) throws IOException {
        String[] wanted = (arguments.length == 0 || arguments[0].equals(".*") ? "100000" : arguments[0]).split("/");
        int orders = Integer.parseInt(wanted[0]);
        List<String> pages = List.of((wanted.length == 1 ? ALL : wanted[1]).split(","));
        LargeConsole book = new LargeConsole(LargeBook.loaded(orders), orders);
        QuerySettings settings = new QuerySettings("127.0.0.1", 0, List.of(), null, Limits.USUAL.withPerSecond(0));
        try (QueryServer server = QueryServer.start(settings, new Console())) {
            Vitals vitals = new Vitals(() -> false, Optional::empty, () -> true, () -> true, book, List::of, () -> 0);
            server.answerFrom(new Backing(
                    book,
                    book,
                    book,
                    new BookedLedgers(),
                    file -> new NotAccepted("", ""),
                    (seller, month) -> new byte[0],
                    shown -> {},
                    new NobodyAsks(),
                    new AuditedHere(List::of, List::of, List::of),
                    vitals,
                    () -> "# nothing is measured"));
            book.measure(server.address(), pages);
        }
        book.partitions.forEach(Partition::close);
    }

    private void measure(String address, List<String> pages) throws IOException {
        List<JsonNode> late = new ArrayList<>();
        try (HttpAsker asker = new HttpAsker(address)) {
            JSON.readTree(asker.get("/lists/late?limit=200")).path("rows").forEach(late::add);
        }
        print(
                "%,d orders%n%-16s %9s %9s %9s %9s %9s %9s %9s %9s %9s%n",
                orders,
                "milliseconds",
                "p50",
                "p95",
                "CPU",
                "p50 of 20",
                "p95 of 20",
                "CPU of 20",
                "p50 of 4",
                "p95 of 4",
                "CPU of 4");
        for (String page : pages) {
            line(address, page, n -> path(page, late.get(n % late.size())));
        }
    }

    private static String path(String page, JsonNode late) {
        return switch (page) {
            case "worklist" -> "/console";
            case "customer" -> customer(late);
            case "order" -> order(late);
            case "explained" -> order(late) + "/explain?amount=outstanding";
            case "ageing", "suspense", "promises", "deadlines" -> "/console/" + page;
            default -> throw new IllegalArgumentException(page);
        };
    }

    private static String customer(JsonNode row) {
        return "/console/customers/" + row.path("seller").asText() + "/"
                + row.path("customer").asText();
    }

    private static String order(JsonNode row) {
        return "/console/orders/" + row.path("orderId").asText();
    }

    private static void line(String address, String what, IntFunction<String> path) {
        print(
                "%-16s%s%s%s%n",
                what,
                asked(address, 1, PAGES_EACH, Duration.ZERO, path),
                asked(address, PEOPLE, PAGES_OF_PEOPLE, LOOK, path),
                asked(address, HASTY, PAGES_EACH, Duration.ZERO, path));
    }

    /** Processor time: of the whole process, who asks and the compilers included, a page. */
    private static String asked(String address, int people, int pagesEach, Duration look, IntFunction<String> path) {
        AtomicLong pages = new AtomicLong();
        long worked = PROCESS.getProcessCpuTime();
        Durations took = Durations.of(people, pagesEach, look, person -> {
            HttpClient browser =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            int[] at = {person * pagesEach};
            return () -> {
                read(browser, address + path.apply(at[0]++));
                pages.incrementAndGet();
            };
        });
        double work = (PROCESS.getProcessCpuTime() - worked) / 1e6 / pages.get();
        return String.format(
                Locale.ROOT, " %9.1f %9.1f %9.1f", took.percentile(50) / 1e3, took.percentile(95) / 1e3, work);
    }

    private static void read(HttpClient browser, String page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page))
                .header("Accept-Encoding", "gzip")
                .build();
        int status = browser.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException(page + ": " + status);
        }
    }

    @Override
    public KeyOwners keepersOf(String orderId) {
        return new KeyOwners(partition(orderId), HERE, List.of(), HERE);
    }

    private static int partition(String orderId) {
        return Integer.parseInt(orderId.substring(2)) % PARTITIONS;
    }

    @Override
    public Optional<AccountView> active(String orderId, int partition) {
        return Optional.of(new AccountView(
                accounts.get(partition).apply(orderId), TODAY, List.of(), StatutoryRatesFile.bundled(), null));
    }

    @Override
    public AccountView copy(String orderId, int partition) throws TemporarilyUnavailable {
        throw new TemporarilyUnavailable("there are no copies");
    }

    @Override
    public Set<String> sellers() {
        return Set.of();
    }

    @Override
    public Optional<Party> party(String id) {
        return Optional.empty();
    }

    @Override
    public int partitions() {
        return PARTITIONS;
    }

    @Override
    public List<PartitionView> here() {
        return shelves;
    }

    @Override
    public List<Address> others() {
        return List.of();
    }

    @Override
    public void post(Fact fact) {
        throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public void post(MonthClosed fact) {
        throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public void post(CustomerFact fact) {
        throw new UnsupportedOperationException("nothing is sent");
    }

    @Override
    public boolean isPosted(String factId) {
        return false;
    }

    @Override
    public Optional<CustomerFact> posted(CustomerKey customer, String factId) {
        return Optional.empty();
    }

    @Override
    public Optional<PaymentDecided> decided(String factId) {
        return Optional.empty();
    }

    @Override
    public Optional<PaymentDecided> replacing(PaymentDecided earlier) {
        return Optional.empty();
    }

    @Override
    public Optional<Refusal> refusal(String factId) {
        return Optional.empty();
    }
}
