package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.FinancialYear;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.scenario.ScenarioTerms;
import io.echeance.scenario.WorkedScenario;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the file as its public description says, and adds it up. */
class EntriesFileTest {

    private static final List<LedgerEntry> ENTRIES = new ArrayList<>();
    private static final FinancialYear ALL_YEARS =
            new FinancialYear(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31));
    private static List<String[]> rows = List.of();

    @BeforeAll
    static void writeTheBooksOfAllScenarios() {
        for (WorkedScenario worked : WorkedScenario.all()) {
            Book book = new Book(new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled()));
            worked.scenario().simulation().play(book);
            ENTRIES.addAll(book.entries());
        }
        EntriesFile file = new EntriesFile(ALL_YEARS, ENTRIES, piece -> "No " + piece, id -> "L'École\tde " + id);
        String text = new String(file.text().getBytes(EntriesFile.CHARSET), EntriesFile.CHARSET);
        rows = text.lines().map(line -> line.split("\t", -1)).toList();
    }

    @Test
    void itHasTheEighteenFieldsOfTheLawInTheirOrder() {
        assertThat(rows.getFirst())
                .containsExactly(
                        "JournalCode",
                        "JournalLib",
                        "EcritureNum",
                        "EcritureDate",
                        "CompteNum",
                        "CompteLib",
                        "CompAuxNum",
                        "CompAuxLib",
                        "PieceRef",
                        "PieceDate",
                        "EcritureLib",
                        "Debit",
                        "Credit",
                        "EcritureLet",
                        "DateLet",
                        "ValidDate",
                        "Montantdevise",
                        "Idevise");
        assertThat(rows.size()).isGreaterThan(500);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(18));
    }

    @Test
    void whatTheLawWantsFilledIsFilled() {
        assertThat(lines()).allSatisfy(row -> {
            for (int field : new int[] {0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15}) {
                assertThat(row[field])
                        .as("%s of %s", rows.getFirst()[field], List.of(row))
                        .isNotBlank();
            }
            assertThat(row[4]).matches("[1-7]\\d{5}");
            assertThat(row[11]).matches("\\d+,\\d{2}");
            assertThat(row[12]).matches("\\d+,\\d{2}");
            assertThat(day(row[9])).isBeforeOrEqualTo(day(row[3]));
            assertThat(row[6].isEmpty()).isEqualTo(!row[4].startsWith("411"));
            assertThat(row[7]).isEqualTo(row[6].isEmpty() ? "" : "L'École de " + row[6]);
        });
    }

    @Test
    void numbersRunThroughEachJournalInOrderOfDate() {
        Map<String, Integer> last = new HashMap<>();
        LocalDate before = LocalDate.MIN;
        String entry = "";
        for (String[] row : lines()) {
            if (!row[2].equals(entry)) {
                entry = row[2];
                int number = last.merge(row[0], 1, Integer::sum);
                assertThat(entry).isEqualTo("%s%06d".formatted(row[0], number));
            }
            assertThat(day(row[3])).isAfterOrEqualTo(before);
            before = day(row[3]);
        }
    }

    @Test
    void everyEntryBalancesAndTheWholeAddsUpToTheBooks() {
        Map<String, Money> byEntry = new HashMap<>();
        Map<String, Money> byAccount = new HashMap<>();
        for (String[] row : lines()) {
            Money amount = amount(row[11]).minus(amount(row[12]));
            byEntry.merge(row[2], amount, Money::plus);
            byAccount.merge(row[4], amount, Money::plus);
        }

        assertThat(byEntry).hasSize(ENTRIES.size());
        assertThat(byEntry.values()).containsOnly(Money.ZERO);
        TrialBalance.of(ENTRIES)
                .rows()
                .forEach((account, row) ->
                        assertThat(byAccount.get(account)).as(account).isEqualTo(row.balance()));
    }

    @Test
    void itIsNamedByTheSellerAndTheLastDayOfTheYear() {
        assertThat(EntriesFile.name("000001073", LocalDate.of(2026, 12, 31))).isEqualTo("000001073FEC20261231.txt");
    }

    private static List<String[]> lines() {
        return rows.subList(1, rows.size());
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Money amount(String text) {
        return Money.of(new BigDecimal(text.replace(',', '.')));
    }

    @ParameterizedTest
    @MethodSource("names")
    @DisplayName("no letter of a name is lost, and it is written composed")
    void noLetterIsLost(String name, String written) {
        List<LedgerEntry> first = List.of(ENTRIES.getFirst());
        EntriesFile file = new EntriesFile(ALL_YEARS, first, piece -> name, id -> name);
        String text = new String(file.text().getBytes(EntriesFile.CHARSET), StandardCharsets.UTF_8);

        assertThat(text.split("\r\n")).hasSizeGreaterThan(2).doesNotContain("").allSatisfy(line -> {
            String[] row = line.split("\t", -1);
            assertThat(row[7]).isIn("CompAuxLib", "", written);
            assertThat(row[8]).isIn("PieceRef", written);
        });
        assertThat(text).contains(written);
    }

    static Stream<Arguments> names() {
        return Stream.of(
                arguments("L’École de l’Œuvre – Côte d’Azur…", "L’École de l’Œuvre – Côte d’Azur…"),
                arguments("E\u0301cole Sai\u0308d, N\u0303andu\u0301", "École Saïd, Ñandú"),
                arguments("Þórður Łukasz Şükrü Đorđe ẞ €", "Þórður Łukasz Şükrü Đorđe ẞ €"),
                arguments("מכללת \"אורט\" (רמת גן)", "מכללת \"אורט\" (רמת גן)"),
                arguments("مدرسة الأندلس", "مدرسة الأندلس"),
                arguments("Ελληνική Школа 学校 \ud842\udfb7野", "Ελληνική Школа 学校 \ud842\udfb7野"),
                arguments(" a\u2028b\u0085c\td\r\ne ", "a b c d  e"),
                arguments("half \ud83d a character", "half \ufffd a character"));
    }

    @ParameterizedTest
    @CsvSource({"1, A", "26, Z", "27, AA", "52, AZ", "53, BA", "702, ZZ", "703, AAA"})
    void theLettersAreCountedAsColumnsAre(int nth, String code) {
        assertThat(EntriesFile.code(nth)).isEqualTo(code);
    }
}
