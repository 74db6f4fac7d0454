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

    @Test
    @DisplayName(
            "is taken though it says something else from a balance, once it is known how the account came back to that")
    void isTakenOnceTheWayBackIsKnown() throws RefusedFile {
        take("1 1000.00 600.00 a", Dialect.CAMT_08);
        assertThat(take("1 1000.00 600.00 b", Dialect.CAMT_08).contradiction()).isNotNull();

        take("1 1600.00 -600.00 c", Dialect.CAMT_08);

        assertThat(take("1 1000.00 600.00 b", Dialect.CAMT_08).contradiction()).isNull();
    }
}
