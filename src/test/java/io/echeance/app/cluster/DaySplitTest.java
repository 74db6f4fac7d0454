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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -DdaySplits=20000} plays more. */
@DisplayName("A day that a bank tells in several statements")
class DaySplitTest {

    private static final int SPLITS = Integer.getInteger("daySplits", 200);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 5);
    private static final List<Line> LINES = List.of(
            line("600.00", "Beaumont"), line("45.10", "Okafor"), line("600.00", "Beaumont"), line("-2.40", "frais"));

    private static Line line(String amount, String text) {
        return new Line(DAY, Money.of(amount), text);
    }

    /** @param isOfTheDayBefore whether each piece says that it opens on the day before, as the whole does */
    private static WrittenStatement piece(List<Line> lines, int from, int to, boolean isOfTheDayBefore) {
        Money opening = lines.subList(0, from).stream().map(Line::amount).reduce(Money.of("1000.00"), Money::plus);
        return new WrittenStatement(
                from == 0 || isOfTheDayBefore ? DAY.minusDays(1) : DAY, opening, lines.subList(from, to), DAY);
    }

    /** What came in of an account, and what became of it. */
    private static final class Account {

        private final TakenStatements taken = new TakenStatements();
        private final Set<String> entries = new TreeSet<>();
        private final List<PaymentFact> facts = new ArrayList<>();

        Judged tell(WrittenStatement statement, Dialect dialect) {
            try {
                return tell(BankFile.read(statement.as(dialect)));
            } catch (RefusedFile refused) {
                throw new AssertionError(refused);
            }
        }

        Judged tell(BankFile file) {
            BankStatement read = file.statements().getFirst();
            Judged one = taken.judge(file.dialect(), read);
            assertThat(one.contradiction()).isNull();
            if (one.place() != Place.KNOWN) {
                facts.addAll(
                        StatementFacts.of(read, one.known(), Set.of(), true).facts());
                taken.add(one.statement());
                one.statement().entries().forEach(entry -> entries.add(entry.id()));
            }
            return one;
        }

        Set<PaymentFact> payments() {
            assertThat(facts).extracting(PaymentFact::factId).doesNotHaveDuplicates();
            return Set.copyOf(facts);
        }
    }

    @ParameterizedTest(name = "{0}, the second opens on the day before: {1}")
    @CsvSource({
        "CAMT_02, false", "CAMT_08, false", "CFONB, false", "MT940, false",
        "CAMT_02, true", "CAMT_08, true", "CFONB, true", "MT940, true"
    })
    @DisplayName("chains by its balances, in whichever order they come, and the whole tells nothing more")
    void chains(Dialect dialect, boolean isOfTheDayBefore) {
        WrittenStatement first = piece(LINES, 0, 2, isOfTheDayBefore);
        WrittenStatement second = piece(LINES, 2, 4, isOfTheDayBefore);
        WrittenStatement whole = piece(LINES, 0, 4, isOfTheDayBefore);
        Account inOrder = new Account();
        assertThat(inOrder.tell(first, dialect).place()).isEqualTo(Place.FIRST);
        assertThat(inOrder.tell(second, dialect).sentence()).isEqualTo("it follows the one before");
        assertThat(inOrder.tell(whole, dialect).known()).hasSize(4);

        Account turned = new Account();
        turned.tell(second, dialect);
        assertThat(turned.tell(first, dialect).place()).isEqualTo(Place.PRECEDES);
        assertThat(turned.tell(second, dialect).place()).isEqualTo(Place.KNOWN);

        assertThat(inOrder.payments()).hasSize(3).isEqualTo(turned.payments());
        assertThat(inOrder.entries).hasSize(4).isEqualTo(turned.entries);
    }

    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource(delimiter = '|', textBlock = """
        OPBD 1000.00 ITBD 1645.10              | ITBD 1645.10 CLBD 2242.70
        OPBD 1000.00 ITBD 1645.10 CLBD 2242.70 | OPBD 1000.00 ITBD 1645.10 CLBD 2242.70
        OPBD 1000.00 CLBD 1645.10              | PRCD 1000.00 OPBD 1645.10 CLBD 2242.70
        PRCD 1000.00 CLBD 1645.10              | OPBD 1000.00 ITBD 1645.10 ITBD 2242.70
        """)
    @DisplayName("chains where camt.053 tells the balances of the day on each page, and of the page in between")
    void chainsByBalancesInBetween(String first, String second) throws RefusedFile {
        Account pages = new Account();
        pages.tell(page(piece(LINES, 0, 2, false), first));
        assertThat(pages.tell(page(piece(LINES, 2, 4, false), second)).place()).isEqualTo(Place.FOLLOWS);
        Account whole = new Account();
        whole.tell(piece(LINES, 0, 4, false), Dialect.CAMT_08);

        assertThat(pages.payments()).isEqualTo(whole.payments());
        assertThat(pages.entries).isEqualTo(whole.entries);
    }

    /** @param balances types and amounts in place of the statement's own */
    private static BankFile page(WrittenStatement statement, String balances) throws RefusedFile {
        StringBuilder written = new StringBuilder("<Bal>");
        String[] words = balances.split(" ");
        for (int n = 0; n < words.length; n += 2) {
            written.append(n == 0 ? "" : "<Bal>").append("""
                <Tp><CdOrPrtry><Cd>%s</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
                <Dt><Dt>2027-01-05</Dt></Dt></Bal>\
                """.formatted(words[n], words[n + 1]));
        }
        String text = new String(statement.as(Dialect.CAMT_08), StandardCharsets.UTF_8)
                .replaceFirst("<Bal>.*</Bal>", written.toString());
        return BankFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("says of a piece that does not follow where the day has come to so far")
    void saysWhereTheDayHasComeTo(Dialect dialect) {
        Account account = new Account();
        account.tell(piece(LINES, 0, 1, false), dialect);
        account.tell(piece(LINES, 1, 2, false), dialect);

        assertThat(account.tell(piece(LINES, 3, 4, false), dialect).sentence())
                .isEqualTo("STATEMENT_GAP: it does not follow: it opens with 2245.10, the one before closed with "
                        + "1645.10 on 2027-01-05: one is missing, ask the bank");
        assertThat(account.tell(piece(LINES, 2, 3, false), dialect).sentence())
                .isEqualTo("it lies between two that were taken");
        assertThat(account.payments()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is the same payments under the same names, however it is cut, in whatever order: a law")
    void isTheSamePayments(Dialect dialect) {
        for (int seed = 1; seed <= SPLITS; seed++) {
            Random random = new Random(seed);
            List<Line> lines = day(random);
            Account whole = new Account();
            whole.tell(piece(lines, 0, lines.size(), true), dialect);
            List<WrittenStatement> pieces = pieces(lines, random);
            if (random.nextBoolean()) {
                Collections.shuffle(pieces, random);
            }
            if (random.nextBoolean()) {
                pieces.add(random.nextInt(pieces.size() + 1), piece(lines, 0, lines.size(), true));
            }
            Account cut = new Account();
            pieces.forEach(piece -> cut.tell(piece, dialect));

            assertThat(cut.payments()).as("seed %d", seed).isEqualTo(whole.payments());
            assertThat(cut.entries).as("seed %d", seed).isEqualTo(whole.entries);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is not taken again in other words, though pieces of it are missing, or the one before it: a law")
    void isNotTakenAgainInOtherWords(Dialect dialect) throws RefusedFile {
        for (int seed = 1; seed <= SPLITS; seed++) {
            Random random = new Random(seed);
            List<Line> lines = day(random);
            List<WrittenStatement> pieces = pieces(lines, random);
            Collections.shuffle(pieces, random);
            Account account = new Account();
            List<WrittenStatement> some = pieces.subList(0, 1 + random.nextInt(pieces.size()));
            some.forEach(piece -> account.tell(piece, dialect));
            int from = random.nextInt(lines.size());
            int to = from + 1 + random.nextInt(lines.size() - from);
            WrittenStatement again = piece(inOtherWords(lines), from, to, random.nextBoolean());
            if (some.stream().anyMatch(piece -> overlaps(piece, again))) {
                BankFile file = BankFile.read(again.as(dialect));
                Judged judged =
                        account.taken.judge(file.dialect(), file.statements().getFirst());

                assertThat(judged.contradiction())
                        .as("seed %d: %s, then %s", seed, some, again)
                        .isNotNull();
            }
        }
    }

    private static List<Line> inOtherWords(List<Line> lines) {
        return lines.stream()
                .map(line -> new Line(line.day(), line.amount(), "autrement " + line.text()))
                .toList();
    }

    private static boolean overlaps(WrittenStatement one, WrittenStatement other) {
        return !Collections.disjoint(left(one), left(other));
    }

    /** The balances before each line: none comes twice in a day without circles. */
    private static List<Money> left(WrittenStatement statement) {
        List<Money> balances = new ArrayList<>();
        Money before = statement.opening();
        for (Line line : statement.lines()) {
            balances.add(before);
            before = before.plus(line.amount());
        }
        return balances;
    }

    private static List<WrittenStatement> pieces(List<Line> lines, Random random) {
        boolean isOfTheDayBefore = random.nextBoolean();
        List<WrittenStatement> pieces = new ArrayList<>();
        for (int from = 0; from < lines.size(); ) {
            int to = from + 1 + random.nextInt(lines.size() - from);
            pieces.add(piece(lines, from, to, isOfTheDayBefore));
            from = to;
        }
        return pieces;
    }

    /** Many are equal; what goes out is never as much as what came in (decision 41 says why). */
    private static List<Line> day(Random random) {
        List<Line> lines = new ArrayList<>();
        for (int n = 1 + random.nextInt(10); n > 0; n--) {
            lines.add(
                    switch (random.nextInt(4)) {
                        case 0 -> line("-0.01", "frais");
                        case 1 -> line("45.10", "Okafor");
                        default -> line("600.00", "Beaumont");
                    });
        }
        return lines;
    }
}
