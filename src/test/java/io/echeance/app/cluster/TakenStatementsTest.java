package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.TakenStatements.Judged;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.app.cluster.WrittenStatement.Dialect;
import io.echeance.app.cluster.WrittenStatement.Line;
import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.RefusedFile;
import io.echeance.bank.StatementFacts;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -DbankHistories=20000} plays more. */
@DisplayName("What a bank booked")
class TakenStatementsTest {

    private static final int HISTORIES = Integer.getInteger("bankHistories", 400);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    /** No two statements have one name. */
    private int named;

    private TakenStatements taken = new TakenStatements();
    private final List<PaymentFact> facts = new ArrayList<>();

    private Judged take(WrittenStatement statement, Dialect dialect) {
        try {
            BankFile file = BankFile.read(statement.as(dialect));
            BankStatement written = file.statements().getFirst();
            BankStatement read = new BankStatement(
                    "S" + ++named, written.account(), written.balances(), written.entries(), List.of());
            Judged judged = taken.judge(file.dialect(), read);
            if (judged.contradiction() == null && judged.place() != Place.KNOWN && judged.place() != Place.RECURS) {
                facts.addAll(
                        StatementFacts.of(read, judged.known(), Set.of(), true).facts());
                taken.add(judged.statement());
            }
            return judged;
        } catch (RefusedFile refused) {
            throw new AssertionError(refused);
        }
    }

    private static Line line(int day, String amount, String text) {
        return new Line(DAY.plusDays(day), Money.of(amount), text);
    }

    /** What the account went through, from 1000.00 on; each statement is a part of it. */
    private record Truth(List<Line> lines) {

        WrittenStatement part(int from, int to) {
            Money opening = lines.subList(0, from).stream().map(Line::amount).reduce(Money.of("1000.00"), Money::plus);
            LocalDate openingOn = from == 0 ? DAY : lines.get(from - 1).day();
            return new WrittenStatement(
                    openingOn,
                    opening,
                    lines.subList(from, to),
                    to == 0 ? openingOn : lines.get(to - 1).day());
        }

        Map<String, Integer> payments() {
            Map<String, Integer> amounts = new TreeMap<>();
            lines.stream()
                    .filter(line -> line.amount().isPositive())
                    .forEach(line -> amounts.merge(line.day() + " " + line.amount(), 1, Integer::sum));
            return amounts;
        }
    }

    private Map<String, Integer> payments() {
        Map<String, Integer> amounts = new TreeMap<>();
        for (PaymentFact fact : facts) {
            amounts.merge(fact.on() + " " + ((PaymentReceived) fact).amount(), 1, Integer::sum);
        }
        assertThat(facts).extracting(PaymentFact::factId).doesNotHaveDuplicates();
        return amounts;
    }

    private static final Truth EQUAL = new Truth(List.of(
            line(0, "600.00", "Beaumont"),
            line(0, "600.00", "Beaumont"),
            line(0, "-2.40", "frais"),
            line(1, "600.00", "Beaumont"),
            line(1, "600.00", "Beaumont")));

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        0-1 1-2 2-5             | FIRST FOLLOWS FOLLOWS
        1-2 0-1 2-5             | FIRST PRECEDES FOLLOWS
        2-5 1-2 0-1             | FIRST PRECEDES PRECEDES
        1-5 0-2                 | FIRST OVERLAPS
        0-2 1-4 3-5 0-5         | FIRST OVERLAPS OVERLAPS OVERLAPS
        0-1 4-5 1-4             | FIRST GAP FOLLOWS
        4-5 0-1 1-4 1-4         | FIRST GAP FOLLOWS KNOWN
        0-5 1-2 3-4             | FIRST OVERLAPS OVERLAPS
        """)
    @DisplayName("is received once each, in whatever order its statements come, however they overlap")
    void isReceivedOnceEach(String parts, String places) {
        List<String> said = new ArrayList<>();
        for (String part : parts.split(" ")) {
            String[] ends = part.split("-");
            WrittenStatement statement = EQUAL.part(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
            said.add(take(statement, Dialect.CAMT_08).place().name());
        }

        assertThat(said).containsExactly(places.split(" "));
        assertThat(payments()).isEqualTo(EQUAL.payments());
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({"CFONB, CAMT_08", "CAMT_08, CFONB", "MT940, CAMT_02", "CFONB, MT940"})
    @DisplayName("is received once each, though it comes in another format")
    void isReceivedOnceInTwoFormats(Dialect second, Dialect first) {
        take(EQUAL.part(0, 3), first);
        Judged same = take(EQUAL.part(0, 3), second);
        Judged more = take(EQUAL.part(0, 5), second);

        assertThat(same.place()).isEqualTo(Place.OVERLAPS);
        assertThat(same.known()).hasSize(3);
        assertThat(same.sentence())
                .isEqualTo("3 of its 3 entries were taken before, 3 of them in another format or order");
        assertThat(more.contradiction()).isNull();
        assertThat(payments()).isEqualTo(EQUAL.payments());
    }

    @Test
    @DisplayName("is received once each, though another statement lists it in another order")
    void isReceivedOnceInAnotherOrder() {
        Truth listed = new Truth(List.of(line(0, "10.00", "a"), line(0, "20.00", "b"), line(0, "30.00", "c")));
        Truth otherwise = new Truth(List.of(line(0, "30.00", "c"), line(0, "10.00", "a"), line(0, "20.00", "b")));

        take(listed.part(0, 3), Dialect.CAMT_08);
        take(otherwise.part(0, 3), Dialect.CAMT_08);

        assertThat(payments()).isEqualTo(listed.payments());
    }

    /** A batch that one format books as one line has its payments in another. */
    @Test
    @DisplayName("is received once each, though one format books in one line what another details")
    void isReceivedOnceInOneLineOrSeveral() {
        Truth details = new Truth(List.of(line(0, "10.00", "a"), line(0, "20.00", "b"), line(0, "30.00", "c")));
        Truth batch = new Truth(List.of(line(0, "30.00", "batch"), line(0, "30.00", "c"), line(1, "5.00", "d")));

        take(details.part(0, 3), Dialect.CAMT_08);
        Judged judged = take(batch.part(0, 3), Dialect.CFONB);

        assertThat(judged.known()).hasSize(2);
        assertThat(facts).hasSize(4);
    }

    @Test
    @DisplayName("is not taken again where a statement says something else of days that were taken")
    void isNotTakenWhereAStatementSaysSomethingElse() {
        Truth truth = new Truth(List.of(line(0, "10.00", "a"), line(1, "20.00", "b"), line(2, "30.00", "c")));
        Truth mended = new Truth(List.of(line(0, "11.00", "x"), line(1, "20.00", "b"), line(1, "5.00", "y")));
        take(truth.part(0, 3), Dialect.CAMT_08);

        assertThat(take(mended.part(1, 3), Dialect.CAMT_08).contradiction())
                .contains("statement S1 (camt.053.001.08) was taken", "might count twice");
        assertThat(take(mended.part(1, 3), Dialect.CFONB).contradiction()).isNotNull();
        assertThat(facts).hasSize(3);
    }

    @Test
    @DisplayName("is said to be older, and to leave a gap, where it shares nothing with what was taken")
    void anOlderStatementThatSharesNothingLeavesAGap() {
        Truth truth = new Truth(List.of(line(0, "10.00", "a"), line(1, "20.00", "b"), line(4, "30.00", "c")));
        take(truth.part(2, 3), Dialect.CAMT_08);
        Judged older = take(truth.part(0, 1), Dialect.CAMT_08);

        assertThat(older.place()).isEqualTo(Place.GAP);
        assertThat(older.sentence())
                .isEqualTo("STATEMENT_GAP: it closes with 1010.00, the one behind it opens with 1030.00 on 2027-01-05: "
                        + "one is missing, ask the bank");
        assertThat(take(truth.part(1, 2), Dialect.CAMT_08).sentence()).isEqualTo("it lies between two that were taken");
    }

    /**
     * Days with equal payments, reversals and fees; parts of it in random order until all of it came. What comes before
     * the statement that says how the account came back to a balance is refused, and handed over again; where two wait
     * for each other so, a statement of all tells them apart.
     */
    @Test
    @DisplayName("is received once each, whatever is imported in whatever order: a law")
    void isReceivedOnceEachAlways() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            Random random = new Random(seed);
            taken = new TakenStatements();
            facts.clear();
            Truth truth = truth(random);
            boolean mixed = seed % 2 == 0;
            List<Integer> cuts =
                    mixed ? ends(truth) : new ArrayList<>(range(truth.lines().size() + 1));
            List<int[]> parts = new ArrayList<>();
            int at = 0;
            while (at < cuts.size() - 1) {
                int to = at + 1 + random.nextInt(Math.min(4, cuts.size() - 1 - at));
                int from = Math.max(0, at - random.nextInt(3));
                parts.add(new int[] {cuts.get(from), cuts.get(to)});
                at = to;
            }
            for (int more = random.nextInt(4); more > 0; more--) {
                int from = random.nextInt(cuts.size() - 1);
                int to = from + 1 + random.nextInt(cuts.size() - 1 - from);
                parts.add(new int[] {cuts.get(from), cuts.get(to)});
            }
            Collections.shuffle(parts, random);
            boolean recurred = false;
            List<int[]> refused = parts;
            int before = Integer.MAX_VALUE;
            while (!refused.isEmpty() && refused.size() < before) {
                before = refused.size();
                List<int[]> again = new ArrayList<>();
                for (int[] part : refused) {
                    List<Dialect> dialects = mixed ? List.of(Dialect.values()) : List.of(Dialect.CAMT_08);
                    Dialect dialect = dialects.get(random.nextInt(dialects.size()));
                    Judged judged = take(truth.part(part[0], part[1]), dialect);
                    if (judged.contradiction() != null) {
                        again.add(part);
                    }
                    recurred |= judged.place() == Place.RECURS;
                }
                refused = again;
            }
            if (recurred || !refused.isEmpty()) {
                assertThat(take(truth.part(0, truth.lines().size()), Dialect.CAMT_08)
                                .contradiction())
                        .as("seed %d", seed)
                        .isNull();
            }
            assertThat(payments()).as("seed %d", seed).isEqualTo(truth.payments());
        }
    }

    private static List<Integer> range(int size) {
        List<Integer> all = new ArrayList<>();
        for (int n = 0; n < size; n++) {
            all.add(n);
        }
        return all;
    }

    /** Where a day ends: nobody mixes formats within one. */
    private static List<Integer> ends(Truth truth) {
        List<Integer> ends = new ArrayList<>(List.of(0));
        for (int n = 1; n < truth.lines().size(); n++) {
            if (!truth.lines().get(n).day().equals(truth.lines().get(n - 1).day())) {
                ends.add(n);
            }
        }
        ends.add(truth.lines().size());
        return ends;
    }

    /**
     * Equal payments of a day, and money that goes out so that the account holds again what it held. After that the
     * next payments say something else: an equal one of the same day, after the same balance, nothing tells apart.
     */
    private static Truth truth(Random random) {
        List<Line> lines = new ArrayList<>();
        int day = 0;
        int returns = 0;
        for (int n = 1 + random.nextInt(14); n > 0; n--) {
            day += random.nextInt(3) == 0 ? 1 : 0;
            boolean isBack = random.nextInt(6) == 0;
            returns += isBack ? 1 : 0;
            lines.add(
                    isBack || random.nextInt(6) == 0
                            ? line(day, isBack ? "-600.00" : "-2.40", "sortie " + n)
                            : line(day, random.nextInt(3) == 0 ? "45.10" : "600.00", "Beaumont " + returns));
        }
        return new Truth(lines);
    }
}
