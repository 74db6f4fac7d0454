package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Book;
import io.echeance.core.money.Money;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Fact;
import io.echeance.core.order.NumberingFact;
import io.echeance.core.order.OrderFact.CancellationReason;
import io.echeance.core.order.OrderFact.ContractParty;
import io.echeance.core.order.OrderFact.OrderCancelled;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.PaymentFact.RefundPaid;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.laws.History;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Rejected;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.store.StateStores;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever payments, returns and refunds say, the stream matches them as the book in memory does, day by day. {@code
 * -Dmatchings=n} plays more histories, {@code -DfirstMatching=n} begins elsewhere.
 */
class MatchingLawsTest {

    private static final int HISTORIES = Integer.getInteger("matchings", 3);
    private static final long FIRST_SEED = Long.getLong("firstMatching", 1L);
    private static final int DAYS = 50;
    private static final int ORDERS = 7;
    private static final LocalDate START = LocalDate.of(2026, 1, 12);

    static List<Long> seeds() {
        List<Long> seeds = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + HISTORIES; seed++) {
            seeds.add(seed);
        }
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theStreamMatchesAsTheBookDoes(long seed) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            Run run = new Run(stream, new Wild(seed));
            stream.close(START.minusDays(1));
            for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
                run.day(day);
            }
        }
    }

    /** Both, told the same. */
    private static final class Run {

        private final StreamUnderTest stream;
        private final Wild facts;
        private final Book book = new Book(History.DECIDER);
        private final SortedMap<String, String> statements = new TreeMap<>();
        private final List<String> received = new ArrayList<>();

        Run(StreamUnderTest stream, Wild facts) {
            this.stream = stream;
            this.facts = facts;
        }

        void day(LocalDate day) {
            List<Output> outputs = new ArrayList<>();
            for (Fact fact : facts.of(day)) {
                received.add("\n" + day + " " + fact);
                stream.tell(fact, day);
                outputs.addAll(book.take(fact, day));
                outputs.addAll(numbered(day));
            }
            stream.close(day);
            outputs.addAll(book.close(day));
            outputs.addAll(numbered(day.plusDays(1)));

            assertThat(said())
                    .as("said by the end of %s%n%s", day, received)
                    .containsExactlyInAnyOrderElementsOf(said(outputs));
            assertThat(inSuspense())
                    .as("in suspense after %s%n%s", day, received)
                    .containsExactlyInAnyOrderElementsOf(book.suspense().stream()
                            .map(waiting -> waiting.since() + " " + waiting.fact() + " " + waiting.proposals())
                            .toList());
            stream.said(Topic.STATEMENTS, Statement.class)
                    .forEach(statement -> statements.put(statement.orderId(), money(statement)));
            statements.forEach((orderId, statement) -> assertThat(statement)
                    .as("%s after %s%n%s", orderId, day, received)
                    .isEqualTo(money(Objects.requireNonNull(book.statement(orderId)))));
        }

        /** The book hears which numbers the stream gave. */
        private List<Output> numbered(LocalDate today) {
            List<Output> outputs = new ArrayList<>();
            for (LoggedFact entry : stream.said(Topic.FACTS, LoggedFact.class)) {
                if (entry.payload() instanceof Received(NumberingFact fact)) {
                    outputs.addAll(book.take(fact, today));
                }
            }
            return outputs;
        }

        private List<String> said() {
            List<String> said = new ArrayList<>();
            stream.said(Topic.DUNNING_ALERTS, Alert.class).forEach(alert -> said.add(text(alert)));
            stream.said(Topic.REFUNDS, RefundDue.class).forEach(refund -> said.add(refund.toString()));
            for (Rejected rejected : stream.rejected()) {
                said.add(rejected.on() + " " + rejected.orderId() + " " + rejected.factId() + " " + rejected.reason());
            }
            return said;
        }

        private static List<String> said(List<Output> outputs) {
            List<String> said = new ArrayList<>();
            for (Output output : outputs) {
                if (output instanceof Alert alert) {
                    said.add(text(alert));
                } else if (output instanceof RefundDue refund) {
                    said.add(refund.toString());
                } else if (output instanceof Rejection rejection) {
                    said.add(rejection.on() + " " + rejection.orderId() + " " + rejection.factId() + " "
                            + rejection.reason());
                }
            }
            return said;
        }

        private static String text(Alert alert) {
            return alert.toString();
        }

        private static String money(Statement statement) {
            return statement.status() + " " + statement.payers();
        }

        private List<String> inSuspense() {
            List<String> waiting = new ArrayList<>();
            try (KeyValueIterator<Object, SuspenseEntry> rows =
                    stream.<SuspenseEntry>store(StateStores.SUSPENSE).all()) {
                rows.forEachRemaining(
                        row -> waiting.add(row.value.since() + " " + row.value.fact() + " " + row.value.proposals()));
            }
            return waiting;
        }
    }

    /** What is told of money, most of it wild. */
    private static final class Wild {

        private final SplittableRandom random;
        private final List<Fact> received = new ArrayList<>();
        private int ids;
        private int orders;

        Wild(long seed) {
            this.random = new SplittableRandom(seed);
        }

        List<Fact> of(LocalDate day) {
            List<Fact> facts = new ArrayList<>();
            if (orders < ORDERS && random.nextInt(4) == 0) {
                facts.add(Facts.order("T-" + ++orders, day.minusDays(random.nextInt(25))));
            }
            int count = random.nextInt(5);
            for (int i = 0; i < count; i++) {
                facts.add(any(day));
            }
            received.addAll(facts);
            return facts;
        }

        private Fact any(LocalDate day) {
            return switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4, 5 -> payment(id(), day);
                case 6, 7 -> new PaymentReturned(id(), maybe(order()), on(day), movement(), "AM04");
                case 8, 9 -> refund(id(), day);
                case 10 -> again(day);
                default -> random.nextInt(4) > 0 ? payment(id(), day) : cancelled(day);
            };
        }

        private Fact payment(String factId, LocalDate day) {
            String paymentId = random.nextInt(3) == 0 ? movement() : "P" + random.nextInt(60);
            Money amount = Money.ofCents(random.nextInt(12) == 0 ? 0 : 100L * random.nextInt(1, 3_000));
            return new PaymentReceived(
                    factId, maybe(order()), on(day), paymentId, payer(), amount, Method.TRANSFER, maybe(reference()));
        }

        private @Nullable String payer() {
            return switch (random.nextInt(6)) {
                case 0 -> "OTHER";
                case 1, 2 -> null; // the bank does not know us by our ids
                default -> "ACME";
            };
        }

        private Fact refund(String factId, LocalDate day) {
            String order = order();
            String refundId = order + "/ACME/refund/" + random.nextInt(1, 3);
            return new RefundPaid(
                    factId, maybe(order), on(day), refundId, "ACME", Money.ofCents(100L * random.nextInt(1, 3_000)));
        }

        private Fact cancelled(LocalDate day) {
            return new OrderCancelled(id(), order(), day, ContractParty.SELLER, CancellationReason.CANCELLATION, null);
        }

        /** The same again, or something else under its id. */
        private Fact again(LocalDate day) {
            if (received.isEmpty()) {
                return payment(id(), day);
            }
            Fact earlier = received.get(random.nextInt(received.size()));
            if (random.nextBoolean()) {
                return earlier;
            }
            return earlier instanceof PaymentReceived p
                    ? new PaymentReceived(
                            p.factId(), p.orderId(), p.on(), p.paymentId(), "ACME", Money.of("1.00"), p.method(), null)
                    : earlier;
        }

        private String movement() {
            return random.nextInt(4) == 0 ? order() + "/ACME/refund/" + random.nextInt(1, 3) : "P" + random.nextInt(60);
        }

        private String order() {
            return "T-" + random.nextInt(1, ORDERS + 2); // the last is never placed
        }

        private String reference() {
            String order = order();
            String number = "technolowgic-2026-00000" + random.nextInt(1, 6);
            return switch (random.nextInt(18)) {
                case 0 -> "";
                case 1 -> " \t";
                case 2 -> " " + order + " ";
                case 3 -> order;
                case 4 -> order + "/ACME/INVOICE/1\n";
                case 5 -> "technolowgic-2026-00000" + random.nextInt(1, 6);
                case 6 -> " technolowgic-2026-00000" + random.nextInt(1, 6) + "\u00A0";
                case 7 -> "FORMATION " + random.nextInt(3);
                case 8 -> "FACTURE " + number.toUpperCase(Locale.ROOT);
                case 9 -> "VIR SEPA " + number.toUpperCase(Locale.ROOT).replace('-', ' ') + " DU 12/01/2026";
                case 10 -> number + " " + order;
                case 11 -> number + "/" + random.nextInt(1, 9);
                case 12 -> "2026-00000" + random.nextInt(1, 6);
                case 13 -> "CDE " + order + " ET " + order();
                case 14 -> number.replace("00", "O0") + " MERCI";
                case 15 ->
                    new StringBuilder(number.toUpperCase(Locale.ROOT))
                            .insert(random.nextInt(number.length()), '\n')
                            .toString();
                case 16 -> "REGLEMENT " + order;
                default -> order.toLowerCase(Locale.ROOT);
            };
        }

        private LocalDate on(LocalDate day) {
            return day.plusDays(random.nextInt(-6, 4));
        }

        private @Nullable String maybe(String text) {
            return random.nextInt(3) == 0 ? null : text;
        }

        private String id() {
            return "f" + ++ids;
        }
    }
}
