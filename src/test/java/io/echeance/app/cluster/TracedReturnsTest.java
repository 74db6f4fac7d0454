package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.StatementImport.Outcome;
import io.echeance.app.cluster.StatementImport.Recurring;
import io.echeance.app.cluster.StatementImport.Taken;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.app.cluster.WrittenStatement.Dialect;
import io.echeance.app.cluster.WrittenStatement.Line;
import io.echeance.bank.StatementFiles;
import io.echeance.core.matching.PayerByName;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One file a day, from 4 January 2027 on, of an account that held 1000.00. */
@DisplayName("The return of what a statement told of")
class TracedReturnsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    /** Of which a provider told. */
    private final TakenStatements taken =
            new TakenStatements((endToEnd, amount) -> endToEnd.equals("DD-11") && amount.equals(Money.of("1200.00")));

    private final Map<String, String> payments = new TreeMap<>();
    private final List<PaymentReturned> returns = new ArrayList<>();
    private Money balance = Money.of("1000.00");

    /** {@code 600.00/E1}: that much came in under that id; {@code -600.00/E1}: it came back; {@code /R}: reversed. */
    private WrittenStatement written(int day, String movements) {
        List<Line> lines = new ArrayList<>();
        for (String movement : movements.isEmpty() ? new String[0] : movements.split(" ")) {
            String[] parts = movement.split("/");
            boolean isReversal = parts.length > 2;
            lines.add(new Line(
                    DAY.plusDays(day),
                    Money.of(parts[0]),
                    "virement " + day,
                    parts[1],
                    movement.startsWith("-") && !isReversal,
                    isReversal));
        }
        WrittenStatement statement = new WrittenStatement(DAY.plusDays(day - 1), balance, lines, DAY.plusDays(day));
        balance = statement.closing();
        return statement;
    }

    private Outcome take(byte[]... files) {
        HandOver handOver = new HandOver(
                taken, Set.of(), new StatementBooks(List.of(), Set.of()), new PayerByName(), null, Recurring.REFUSE);
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (byte[] file : files) {
            named.put("file" + named.size(), file);
        }
        Outcome outcome = handOver.take(StatementFiles.read(named));
        handOver.entries().forEach(entry -> {
            if (entry.value() instanceof PaymentReceived payment) {
                payments.put(payment.paymentId(), payment.on().getDayOfMonth() + ":" + payment.amount());
            } else if (entry.value() instanceof PaymentReturned returned) {
                returns.add(returned);
            }
        });
        return outcome;
    }

    private List<@Nullable String> takenBack() {
        return returns.stream()
                .map(returned -> returned.paymentId().equals(returned.factId())
                        ? "none"
                        : payments.getOrDefault(returned.paymentId(), returned.paymentId()))
                .toList();
    }

    @ParameterizedTest(name = "{0} takes back {1}")
    @CsvSource(delimiter = '|', textBlock = """
        600.00/E1, -600.00/E1                            | 4:600.00
        600.00/E1 -600.00/E1                             | 4:600.00
        600.00/E1, 700.00/E1, -700.00/E1                 | 5:700.00
        600.00/E1, 600.00/E2, -600.00/E2                 | 5:600.00
        600.00/E1, -600.00/E1 600.00/E1, -600.00/E1      | 4:600.00 5:600.00
        600.00/E1, -500.00/E1                            | E1
        600.00/E1, -612.50/E1                            | E1
        600.00/E1, 600.00/E1, -600.00/E1                 | none
        600.00/E1 600.00/E1, -600.00/E1 -600.00/E1       | 4:600.00 4:600.00
        600.00/E1, 600.00/E1 -600.00/E1 -600.00/E1       | 4:600.00 5:600.00
        600.00/E1 600.00/E1 -600.00/E1 -600.00/E1 -600.00/E1 | 4:600.00 4:600.00 E1
        600.00/E1 600.00/E1 600.00/E1 -600.00/E1 -600.00/E1  | none none
        -600.00/E1 600.00/E1 600.00/E1 -600.00/E1        | none none
        600.00/E1, -600.00/E1, -600.00/E1                | 4:600.00 E1
        5.00/DD-9, -1200.00/DD-9                         | DD-9
        600.00/NOTPROVIDED, -600.00/NOTPROVIDED          |
        600.00/NONREF, -600.00/NONREF                    | none
        -600.00/E1 600.00/E1                             | 4:600.00
        600.00/E1 -600.00/E1 600.00/E1                   | 4:600.00
        1200.00/DD-11, -1200.00/DD-11                    | none
        5.00/DD-11, -5.00/DD-11                          | 4:5.00
        -1200.00/DD-11                                   | DD-11
        600.00/E1, -600.00/E1/R                          | 4:600.00
        600.00/E1, -500.00/E1/R                          | E1
        -600.00/EVAMARTIN                                | none
        -600.00/0612345678                               | none
        -600.00/FR7630006000011234567890189              | none
        -600.00/INV#1                                    | none
        """)
    @DisplayName("is of the entry with its id and its sum, if there is one; of several that it may be, of none")
    void isOfTheEntryWithItsIdAndSum(String days, @Nullable String expected) {
        String[] each = days.split(", ");
        for (int day = 0; day < each.length; day++) {
            assertThat(take(written(day, each[day]).as(Dialect.CAMT_08)).refused())
                    .isEmpty();
        }

        assertThat(takenBack()).isEqualTo(expected == null ? List.of() : List.of(expected.split(" ")));
        assertThat(returns)
                .allSatisfy(
                        returned -> assertThat(returned.amount().isPositive()).isTrue());
    }

    @Test
    @DisplayName("is of nothing that came in later, in whatever order statements come")
    void isOfNothingThatCameInLater() {
        WrittenStatement first = written(0, "600.00/E1");
        WrittenStatement second = written(1, "-600.00/E1");
        WrittenStatement third = written(2, "600.00/E1");
        take(third.as(Dialect.CAMT_08));
        take(second.as(Dialect.CAMT_08));
        take(first.as(Dialect.CAMT_08));

        assertThat(takenBack()).containsExactly("E1");
    }

    /** {@code 2027-01-10.xml} comes before {@code 2027-01-9.xml} by its name. */
    @Test
    @DisplayName("is found in whatever order files are named that are handed over together")
    void isFoundInWhateverOrderFilesAreNamed() {
        byte[] first = written(0, "600.00/E1").as(Dialect.CAMT_08);
        byte[] second = written(1, "-600.00/E1 5.00/E2").as(Dialect.CAMT_08);
        byte[] third = written(2, "-5.00/E2").as(Dialect.CAMT_08);

        assertThat(take(third, first, second).taken())
                .extracting(Taken::place)
                .containsExactly(Place.FIRST, Place.FOLLOWS, Place.FOLLOWS);
        assertThat(takenBack()).containsExactly("4:600.00", "5:5.00");
    }

    /** Another one may stand in it. */
    @Test
    @DisplayName("is of nothing while a statement is missing")
    void isOfNothingWhileAStatementIsMissing() {
        WrittenStatement first = written(0, "600.00/E1");
        WrittenStatement second = written(1, "600.00/E1 5.00/E2");
        WrittenStatement third = written(2, "7.00/E3");
        WrittenStatement fourth = written(3, "-600.00/E1 -7.00/E3");
        take(first.as(Dialect.CAMT_08));
        take(third.as(Dialect.MT940));
        take(third.as(Dialect.CAMT_08));
        take(fourth.as(Dialect.CAMT_08));
        take(written(4, "8.00/E4").as(Dialect.CAMT_08));
        take(written(5, "-8.00/E4").as(Dialect.CAMT_08));
        take(second.as(Dialect.CAMT_08));
        take(written(6, "-5.00/E2").as(Dialect.CAMT_08));

        assertThat(takenBack()).as("the last, when all is there").containsExactly("none", "E3", "none", "5:5.00");
    }

    @Test
    @DisplayName("is found behind statements that overlap, and such as tell of nothing")
    void isFoundBehindStatementsThatOverlap() {
        WrittenStatement first = written(0, "600.00/E1");
        Money opening = balance;
        WrittenStatement second = written(1, "5.00/E2 7.00/E3");
        WrittenStatement third = new WrittenStatement(
                DAY,
                opening,
                Stream.concat(second.lines().stream(), written(2, "9.00/E4").lines().stream())
                        .toList(),
                DAY.plusDays(2));
        WrittenStatement fourth = written(3, "");
        take(first.as(Dialect.CAMT_08));
        take(second.as(Dialect.CAMT_08));
        take(third.as(Dialect.CAMT_08));
        take(fourth.as(Dialect.CAMT_08));
        take(written(4, "-600.00/E1").as(Dialect.CAMT_08));

        assertThat(takenBack()).containsExactly("4:600.00");
    }

    @Test
    @DisplayName("is found though its entry came again, in another format too")
    void isFoundThoughItCameAgain() {
        WrittenStatement first = written(0, "600.00/E1");
        WrittenStatement second = written(1, "-600.00/E1");
        take(first.as(Dialect.CAMT_08));
        take(first.as(Dialect.CAMT_02));
        take(first.as(Dialect.MT940));
        take(second.as(Dialect.CAMT_08));
        take(second.as(Dialect.CAMT_08));

        assertThat(takenBack()).containsExactly("4:600.00");
        assertThat(payments).hasSize(1);
    }
}
