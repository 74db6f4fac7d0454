package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.TakenStatements.Judged;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.app.cluster.WrittenStatement.Dialect;
import io.echeance.app.cluster.WrittenStatement.Line;
import io.echeance.bank.BankFile;
import io.echeance.bank.RefusedFile;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A statement of what was taken before")
class OtherWordsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private final TakenStatements taken = new TakenStatements();

    private Judged take(String written, Dialect dialect) throws RefusedFile {
        BankFile file = BankFile.read(statement(written).as(dialect));
        Judged judged = taken.judge(file.dialect(), file.statements().getFirst());
        if (judged.contradiction() == null) {
            taken.add(judged.statement());
        }
        return judged;
    }

    /** A day, the balance before, and lines. */
    private static WrittenStatement statement(String written) {
        String[] words = written.split(" ", 3);
        LocalDate day = DAY.plusDays(Integer.parseInt(words[0]));
        List<Line> lines = new ArrayList<>();
        for (String one : words[2].split("; ")) {
            String[] line = one.split(" ", 2);
            lines.add(new Line(day, Money.of(line[0]), line[1]));
        }
        return new WrittenStatement(day, Money.of(words[1]), lines, day);
    }

    @ParameterizedTest(name = "{0}, then {1} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
        0 1000.00 10.00 a, 1 1010.00 90.00 VIR | 1 1010.00 90.00 ACME | CAMT_08
        0 1000.00 10.00 a, 1 1010.00 90.00 VIR | 1 1010.00 40.00 VIR; 50.00 VIR | CAMT_08
        0 1000.00 10.00 a, 1 1010.00 90.00 VIR | 1 1050.00 50.00 VIR | CAMT_08
        0 1000.00 10.00 a, 1 1010.00 90.00 VIR | 1 1010.00 40.00 VIR | CFONB
        0 1000.00 10.00 a, 1 1010.00 90.00 VIR, 2 1100.00 1.00 b | 1 1010.00 90.00 ACME | CAMT_08
        1 1010.00 90.00 VIR | 1 1010.00 90.00 ACME | CAMT_08
        1 1010.00 90.00 VIR | 1 1010.00 40.00 VIR; 50.00 VIR | MT940
        1 1010.00 5.00 a; 90.00 VIR; 1.00 b | 1 1010.00 5.00 a; 90.00 ACME; 1.00 b | CAMT_08
        1 1010.00 5.00 a; 90.00 VIR; 1.00 b | 1 1010.00 5.00 a; 40.00 VIR; 50.00 VIR; 1.00 b | CAMT_08
        1 0.00 1700.00 a; 300.00 VIR | 1 1700.00 300.00 ACME | CAMT_08
        1 0.00 1700.00 a; 300.00 VIR | 1 1700.00 300.00 ACME | CAMT_02
        1 0.00 1700.00 a; 300.00 VIR | 1 1700.00 100.00 ACME; 200.00 ACME | CAMT_08
        1 0.00 1700.00 a; 300.00 VIR | 1 1700.00 300.00 ACME; 5.00 b | CAMT_08
        1 0.00 1700.00 a, 1 1700.00 300.00 VIR | 1 1700.00 300.00 ACME | CAMT_08
        1 1700.00 300.00 VIR | 1 0.00 1700.00 a; 300.00 ACME | CAMT_08
        1 1700.00 300.00 VIR | 1 0.00 1700.00 a; 300.00 ACME; 5.00 b | CAMT_08
        1 1700.00 300.00 VIR; 5.00 b | 1 0.00 1700.00 a; 300.00 ACME; 5.00 b | CAMT_08
        1 0.00 1700.00 a; 300.00 VIR; -2000.00 out | 1 1700.00 300.00 ACME; -2000.00 out | CAMT_08
        1 0.00 1700.00 a; 300.00 VIR, 1 2000.00 -2000.00 out | 1 1700.00 300.00 ACME | CAMT_08
        1 0.00 1700.00 a; 300.00 VIR | 1 1650.00 350.00 ACME; 5.00 b | CAMT_08
        0 5.00 1.00 z, 2 5000.00 1000.00 a; 100.00 VIR | 2 6000.00 100.00 ACME | CAMT_08
        0 5.00 1.00 z, 1 6.00 1.00 a, 1 1700.00 300.00 VIR | 1 7.00 1693.00 b; 300.00 ACME; 5.00 c | CAMT_08
        """)
    @DisplayName("is not taken again where it tells of the same balances in other words, or is cut otherwise")
    void isNotTakenAgainInOtherWords(String before, String again, Dialect dialect) throws RefusedFile {
        for (String one : before.split(", ")) {
            assertThat(take(one, Dialect.CAMT_08).contradiction()).isNull();
        }
        Judged judged = take(again, dialect);

        if (judged.place() == Place.OVERLAPS && judged.contradiction() == null) {
            assertThat(dialect).isNotEqualTo(Dialect.CAMT_08);
            assertThat(judged.known()).hasSameSizeAs(judged.statement().entries());
        } else {
            assertThat(judged.contradiction()).contains("it says something else");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "1 1700.00 300.00 b, 1 2000.00 -2000.00 c, 1 0.00 1700.00 d; 300.00 e",
                "1 1000.00 10.00 a, 1 1050.00 10.00 c, 1 1010.00 40.00 b",
                "1 1050.00 10.00 c, 1 1000.00 10.00 a, 1 1010.00 40.00 b",
                "0 5.00 1.00 z, 2 5000.00 1000.00 a; 100.00 b, 2 6100.00 5.00 c, 1 6.00 4994.00 d"
            })
    @DisplayName("is no reason to refuse what leaves a gap, comes later, or leads back")
    void isNoReasonToRefuseWhatLeavesAGap(String statements) throws RefusedFile {
        for (String one : statements.split(", ")) {
            assertThat(take(one, Dialect.CAMT_08).contradiction()).as(one).isNull();
        }
    }

    @Test
    @DisplayName("stays refused until a statement of the whole day says that it began there")
    void isClearedUpByTheWholeDay() throws RefusedFile {
        take("1 0.00 1700.00 a; 300.00 b", Dialect.CAMT_08);
        take("1 2000.00 -2000.00 c", Dialect.CAMT_08);
        assertThat(take("1 1700.00 300.00 d", Dialect.CAMT_08).contradiction()).isNotNull();

        Judged whole = take("1 1700.00 300.00 d; -2000.00 c; 1700.00 a; 300.00 b", Dialect.CAMT_08);

        assertThat(whole.contradiction()).isNull();
        assertThat(whole.known()).hasSize(3);
    }

    @Test
    @DisplayName(
            "is taken though it says something else from a balance, once it is known how the account came back to that")
    void isTakenOnceTheWayBackIsKnown() throws RefusedFile {
        take("1 1000.00 600.00 a", Dialect.CAMT_08);
        assertThat(take("1 1000.00 600.00 b", Dialect.CAMT_08).contradiction()).isNotNull();

        take("1 1600.00 -600.00 c", Dialect.CAMT_08);

        assertThat(take("1 1000.00 600.00 b", Dialect.CAMT_08).contradiction()).isNull();
    }

    /** What another format tells of a stretch is no second way over it in this one, to what lies behind. */
    @ParameterizedTest(name = "{0}, then {1}")
    @CsvSource(delimiter = '|', textBlock = """
        CAMT_08 1 50 2 a; -3 b; 5 c, MT940 1 52 -3 b           | 1 52 -3 x, 1 49 5 x              | CAMT_08
        MT940 1 50 2 a; 3 b, CAMT_08 1 50 2 c; 3 d; 5 e        | 1 52 3 x, 1 55 5 x               | CAMT_08
        MT940 1 50 2 a; 3 b; 5 c, CAMT_08 1 50 2 d; 3 e        | 1 52 3 x, 1 50 2 a; 3 x; 5 x     | MT940
        CAMT_08 1 55 5 c, MT940 1 50 2 a; 3 b, CAMT_08 1 50 2 d; 3 e | 1 50 2 x; 3 x, 1 50 2 x; 3 x; 5 x | CAMT_08
        """)
    @DisplayName("is not taken again in other words where another format knows a part of it")
    void isNotTakenAgainWhereAnotherFormatKnowsAPart(String before, String again, Dialect dialect) throws RefusedFile {
        for (String one : before.split(", ")) {
            String[] words = one.split(" ", 2);
            assertThat(take(words[1], Dialect.valueOf(words[0])).contradiction())
                    .as(one)
                    .isNull();
        }
        Judged last = take(again.split(", ")[0], dialect);
        for (String one : again.split(", ")) {
            last = take(one, dialect);
        }

        assertThat(last.contradiction()).contains("it says something else");
    }
}
