package io.echeance.bank.simulator;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Draft;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.NumberingFact.DocumentNumbered;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderLine.LineKind;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.Output;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Rejection;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.document.Changed;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Orders of three sellers, placed and billed on one day, and what each payer owes for them. */
final class World {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static final int INSTALMENTS = 3;

    /** Orders of one company, so that it may pay several at once. */
    private static final int OF_A_COMPANY = 4;

    private static final List<Money> YEARS =
            List.of(Money.of("6990.00"), Money.of("7990.00"), Money.of("8490.00"), Money.of("9900.00"));

    /**
     * What is to be paid once.
     *
     * @param number of the document that asks for it
     */
    record Debt(String seller, String orderId, String number, String payer, Money amount) {}

    /** What is asked for one course. */
    enum Prices {
        /** Of each payer another amount. */
        OWN,
        /** Every second pupil owes the same as many others. */
        HALF_LISTED,
        /** All pupils, of both schools, owe one of three prices; beside a number terms want the sender. */
        THREE
    }

    private final Prices prices;
    private final Book book;
    private final PayerByName payers = new PayerByName();
    private final Map<String, String> names = new HashMap<>();
    private final List<Debt> debts = new ArrayList<>();
    private final Map<String, Integer> series = new TreeMap<>();

    private World(Prices prices) {
        this.prices = prices;
        List<Terms> terms = TermPacks.bundled().all().stream()
                .map(one -> Changed.with(
                        one, "payment", Changed.with(one.payment(), "numberNeedsSender", prices == Prices.THREE)))
                .toList();
        this.book = new Book(new Decider(new TermsCatalogue(terms), StatutoryRatesFile.bundled()));
    }

    /** @param orders of each seller */
    static World of(RandomGenerator random, int orders, Prices prices) {
        World world = new World(prices);
        for (int n = 1; n <= orders; n++) {
            world.place(random, "technolowgic", "T-%d".formatted(1_000 + n), Quality.PROFESSIONAL);
            world.place(random, "hexagone-initial", "2026-H-%04d".formatted(n), Quality.CONSUMER);
            world.place(random, "alegria-online", "CMD/26/%05d".formatted(n), Quality.CONSUMER);
        }
        world.number();
        return world;
    }

    Book book() {
        return book;
    }

    /** Who paid, as an import knows it. */
    PayerByName payers() {
        return payers;
    }

    /** What a customer is called. */
    String nameOf(String customer) {
        return names.get(customer);
    }

    List<Debt> debts() {
        return debts;
    }

    /** Whether somebody who looks for it can find it: by its text, or since nobody else owes as much. */
    boolean isFindable(Transfer transfer) {
        return switch (transfer.wording().hope()) {
            case AUTOMATIC, PROPOSED -> true;
            case BY_AMOUNT ->
                debts.stream()
                                .filter(debt -> debt.amount().equals(transfer.amount()))
                                .map(Debt::orderId)
                                .distinct()
                                .count()
                        == 1;
            case NONE -> false;
        };
    }

    private void place(RandomGenerator random, String terms, String orderId, Quality quality) {
        boolean isSchool = terms.startsWith("hexagone");
        Money net = net(random, isSchool, quality);
        String customer = quality == Quality.PROFESSIONAL
                ? "C-" + (Integer.parseInt(orderId.substring(2)) / OF_A_COMPANY)
                : "C-" + orderId.replace('/', '-');
        names.putIfAbsent(customer, quality == Quality.PROFESSIONAL ? Names.company(customer) : Names.person(customer));
        List<Output> said = book.take(
                new OrderPlaced(
                        "placed-" + orderId,
                        orderId,
                        DAY,
                        terms,
                        new Customer(customer, quality),
                        List.of(new OrderLine(LineKind.TUITION, "course", net)),
                        new Service(DAY, DAY.plusMonths(isSchool ? 9 : 0).plusDays(isSchool ? 0 : 1), List.of()),
                        null,
                        isSchool ? new Plan(INSTALMENTS, DAY.plusMonths(1).withDayOfMonth(1)) : null,
                        List.of(),
                        !isSchool),
                DAY);
        if (said.stream().anyMatch(Rejection.class::isInstance)) {
            throw new IllegalStateException("the world is not as it should be: " + said);
        }
        book.take(new ServiceDelivered("delivered-" + orderId, orderId, DAY, BigDecimal.ONE), DAY);
    }

    private Money net(RandomGenerator random, boolean isSchool, Quality quality) {
        if (prices == Prices.THREE && quality == Quality.CONSUMER) {
            return YEARS.get(random.nextInt(3));
        }
        return prices == Prices.HALF_LISTED && isSchool && random.nextBoolean()
                ? YEARS.get(random.nextInt(YEARS.size()))
                : Money.ofCents(20_000 + 100L * random.nextInt(8_000) + random.nextInt(100));
    }

    private void number() {
        book.close(DAY);
        for (Draft draft : List.copyOf(book.drafts())) {
            Document document = draft.document();
            String number =
                    "%s-2026-%06d".formatted(document.seller(), series.merge(document.seller(), 1, Integer::sum));
            book.take(new DocumentNumbered(document.orderId(), document.on(), document.id(), number), DAY.plusDays(1));
            if (document.kind() != Kind.CREDIT_NOTE) {
                PayerKind kind = document.seller().equals("technolowgic") ? PayerKind.PROFESSIONAL : PayerKind.CONSUMER;
                if (prices == Prices.THREE) {
                    payers.learn(number, document, names.get(document.payer()), kind);
                }
                for (Due due : document.due()) {
                    debts.add(new Debt(document.seller(), document.orderId(), number, document.payer(), due.amount()));
                }
            }
        }
    }
}
