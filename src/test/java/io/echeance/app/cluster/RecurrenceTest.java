package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.TakenStatements.Judged;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.app.cluster.WrittenStatement.Dialect;
import io.echeance.app.cluster.WrittenStatement.Line;
import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.RefusedFile;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code -Drecurrences=20000} plays more. */
@DisplayName("Equal money between which as much went out")
class RecurrenceTest {

    private static final int RECURRENCES = Integer.getInteger("recurrences", 300);
    private static final LocalDate DAY = LocalDate.of(2027, 1, 5);
    private static final Money BEFORE = Money.of("1000.00");
    private static final List<Line> SWEPT =
            List.of(line("600.00", "Beaumont"), line("-600.00", "nivellement"), line("600.00", "Beaumont"));

    private TakenStatements taken = new TakenStatements();
    private final Set<String> entries = new TreeSet<>();

    private static Line line(String amount, String text) {
        return new Line(DAY, Money.of(amount), text);
    }

    /** What the bank calls it, and the lines of the day that it holds. */
    private static BankStatement statement(String name, List<Line> day, int from, int to, Dialect dialect) {
        Money opening = day.subList(0, from).stream().map(Line::amount).reduce(BEFORE, Money::plus);
        WrittenStatement written = new WrittenStatement(DAY.minusDays(1), opening, day.subList(from, to), DAY);
        try {
            BankStatement read = BankFile.read(written.as(dialect)).statements().getFirst();
            return new BankStatement(name, read.account(), read.balances(), read.entries(), List.of());
        } catch (RefusedFile refused) {
            throw new AssertionError(refused);
        }
    }

    private Place take(BankStatement read, Dialect dialect, boolean again) {
        Judged judged = taken.judge(dialect.name(), read);
        if (judged.place() == Place.RECURS && again) {
            judged = taken.judgeAgain(dialect.name(), taken.again(dialect.name(), read));
        }
        assertThat(judged.contradiction()).isNull();
        if (judged.place() != Place.KNOWN && judged.place() != Place.RECURS) {
            taken.add(judged.statement());
            judged.statement().entries().forEach(entry -> entries.add(entry.id()));
        }
        return judged.place();
    }

    private Place take(String name, int from, int to) {
        return take(statement(name, SWEPT, from, to, Dialect.CAMT_08), Dialect.CAMT_08, false);
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    @DisplayName("is asked about where it comes in a statement of its own, and counts if somebody says so, once")
    void isAskedAbout(Dialect dialect) {
        for (int n = 0; n < 2; n++) {
            take(statement("12/" + n, SWEPT, n, n + 1, dialect), dialect, false);
        }
        BankStatement third = statement("12/2", SWEPT, 2, 3, dialect);

        assertThat(take(third, dialect, false)).isEqualTo(Place.RECURS);
        assertThat(entries).hasSize(2);
        assertThat(take(third, dialect, true)).isEqualTo(Place.FOLLOWS);
        assertThat(entries).hasSize(3);
        assertThat(take(third, dialect, true)).isEqualTo(Place.KNOWN);
        assertThat(take(third, dialect, false)).isEqualTo(Place.KNOWN);
        assertThat(take(statement("all", SWEPT, 0, 3, dialect), dialect, true)).isEqualTo(Place.OVERLAPS);
        assertThat(entries).hasSize(3);
    }

    @Test
    @DisplayName("counts without a question in a statement that holds the way back, whatever came before")
    void countsWithTheWayBack() {
        take("1", 0, 1);
        take("2", 1, 2);

        assertThat(take("all", 0, 3)).isEqualTo(Place.OVERLAPS);
        assertThat(entries).hasSize(3);
        assertThat(take("3", 2, 3)).as("the day ends with 1600.00 now").isEqualTo(Place.KNOWN);
    }

    @Test
    @DisplayName("is not asked about while the account has not come back: then it is the same under another name")
    void isNotAskedAboutWithoutAWayBack() {
        take("1", 0, 1);

        assertThat(take("1b", 0, 1)).isEqualTo(Place.KNOWN);
        assertThat(take("2", 1, 2)).isEqualTo(Place.FOLLOWS);
        assertThat(take("1", 0, 1)).as("under its own name").isEqualTo(Place.KNOWN);
        assertThat(take("1b", 0, 1)).as("now it may be either").isEqualTo(Place.RECURS);
    }

    /** The day before tells where this one began. */
    @Test
    @DisplayName("shows as a gap, where it was taken for the same, with the statement of the next day")
    void showsAsAGap() {
        WrittenStatement dayBefore = new WrittenStatement(
                DAY.minusDays(2),
                Money.of("990.00"),
                List.of(new Line(DAY.minusDays(1), Money.of("10.00"), "x")),
                DAY.minusDays(1));
        WrittenStatement nextDay = new WrittenStatement(
                DAY, Money.of("1600.00"), List.of(new Line(DAY.plusDays(1), Money.of("5.00"), "y")), DAY.plusDays(1));
        take(read(dayBefore, "0"), Dialect.CAMT_08, false);
        take("1", 0, 1);
        take("3", 2, 3);
        take("2", 1, 2);

        assertThat(taken.judge(Dialect.CAMT_08.name(), read(nextDay, "4")).sentence())
                .startsWith(
                        "STATEMENT_GAP: it does not follow: it opens with 1600.00, the one before closed with 1000.00");
    }

    private static BankStatement read(WrittenStatement written, String name) {
        try {
            BankStatement read =
                    BankFile.read(written.as(Dialect.CAMT_08)).statements().getFirst();
            return new BankStatement(name, read.account(), read.balances(), read.entries(), List.of());
        } catch (RefusedFile refused) {
            throw new AssertionError(refused);
        }
    }

    /**
     * Days of which the account is emptied again and again, in statements that follow each other and are repeated.
     * What tells all that came before, and more, is taken for the whole day told once more.
     */
    @Test
    @DisplayName("is never lost without a word, and never counts twice: a law")
    void isNeverLostWithoutAWord() {
        for (int seed = 1; seed <= RECURRENCES; seed++) {
            Random random = new Random(seed);
            taken = new TakenStatements();
            entries.clear();
            List<Line> day = new ArrayList<>();
            for (int n = 2 + random.nextInt(6); n > 0; n--) {
                day.add(line("600.00", "Beaumont"));
                day.add(line("-600.00", "nivellement"));
            }
            int at = 0;
            for (int name = 1; at < day.size(); name++) {
                int to = Math.min(day.size(), at + (at == 0 ? 3 : 1 + random.nextInt(2)));
                BankStatement next = statement(Integer.toString(name), day, at, to, Dialect.CAMT_08);
                Place place = take(next, Dialect.CAMT_08, true);
                for (int more = random.nextInt(3); more > 0; more--) {
                    take(next, Dialect.CAMT_08, random.nextBoolean());
                }
                at = to;
                assertThat(entries).as("seed %d, %s", seed, place).hasSize(at);
            }
        }
    }
}
