package io.echeance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One client's account on one order, a line a day: I an invoice, F a recovery fee, C a credit note, P a payment, R its
 * return, M a refund, W what is given up; after a colon what it takes back.
 */
@DisplayName("Lettering")
class LetteringTest {

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("shows what settled what")
    @CsvSource(delimiter = '|', textBlock = """
        nothing is paid                     | I1 1000                                   |                 | I1
        paid                                | I1 1000, P1 -1000                         | I1 P1           |
        paid before it is invoiced          | P1 -1000, I1 1000                         | P1 I1           |
        paid in three parts                 | I1 1000, P1 -334, P2 -333, P3 -333        | I1 P1 P2 P3     |
        a cent short                        | I1 1000, P1 -999                          |                 | I1 P1
        the amount tells which              | I1 500, I2 700, P1 -700                   | I2 P1           | I1
        else the oldest                     | I1 500, I2 700, P1 -600, P2 -600          | I1 I2 P1 P2     |
        principal before the fee            | F1 40, I1 100, P1 -30, P2 -70             | I1 P1 P2        | F1
        too much, the rest is refunded      | I1 500, P1 -600, M1 100                   | I1 P1 M1        |
        credited                            | I1 500, I2 500, C1 -500:I2                | I2 C1           | I1
        credited in part, the rest paid     | I1 500, C1 -200:I1, P1 -300               | I1 C1 P1        |
        paid, credited, refunded            | I1 500, P1 -500, C1 -500:I1, M1 500       | I1 P1; C1 M1    |
        a debit comes back and comes again  | I1 500, P1 -500, R1 500:P1, P2 -500       | I1 P1; R1 P2    |
        a part of the price comes back      | I1 500, P1 -200, R1 200:P1, P2 -500       | I1 P1 R1 P2     |
        given up                            | I1 500, P1 -200, W1 -300                  | I1 P1 W1        |
        given up, and paid after all        | I1 500, W1 -500, P1 -100, W2 100          | I1 W1; P1 W2    |
        """)
    void showsWhatSettledWhat(String what, String posted, String groups, String open) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (String line : posted.split(", ")) {
            entries.add(entry(line.split("[ :]"), LocalDate.of(2026, 1, 1).plusDays(entries.size())));
        }

        Lettering lettering = Lettering.of(entries);

        assertThat(lettering.groups().stream()
                        .map(group -> names(group.lines().stream()
                                .sorted((one, other) ->
                                        one.entry().on().compareTo(other.entry().on()))
                                .toList()))
                        .collect(Collectors.joining("; ")))
                .isEqualTo(groups == null ? "" : groups);
        assertThat(names(lettering.open())).isEqualTo(open == null ? "" : open);
        assertThat(lettering.groups()).allSatisfy(group -> {
            assertThat(group.lines().stream().map(ClientLine::balance).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(Money.ZERO);
            assertThat(group.lines()).allMatch(line -> !line.entry().on().isAfter(group.on()));
        });
    }

    private static String names(List<ClientLine> lines) {
        return lines.stream().map(line -> line.entry().entryId()).collect(Collectors.joining(" "));
    }

    private static LedgerEntry entry(String[] words, LocalDate on) {
        String id = words[0];
        Money amount = Money.of(words[1] + ".00");
        String document = "T-1/ACME/" + (id.startsWith("F") ? "RECOVERY_FEE" : "INVOICE") + "/" + id.substring(1);
        List<LedgerLine> lines = new Lines()
                .debitClient("ACME", amount)
                .credit(LedgerAccount.BANK, amount)
                .lines();
        String journal = (id.startsWith("P") ? Journal.BANK : Journal.SALES).code();
        return new LedgerEntry(
                id, "T-1", "hexagone", journal, on, document, on, id, words.length > 2 ? words[2] : null, lines);
    }
}
