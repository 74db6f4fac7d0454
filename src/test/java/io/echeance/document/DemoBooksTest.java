package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.demo.Sample;
import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.BankStatement.Balances;
import io.echeance.bank.RefusedFile;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.ledger.FinancialYear;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Statement;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A year and a half of four sellers: their files, read by somebody else, say what their statements say. */
@DisplayName("The books of the demo")
class DemoBooksTest {

    private static final Map<String, String> SIRENS = Map.of(
            "technolowgic", "000001073",
            "ecole-librairie", "000002071",
            "hexagone", "000003079",
            "alegria", "000004077");

    private static final Map<String, List<EntriesFileReader>> FILES = new TreeMap<>();
    private static Book book;
    private static List<LedgerEntry> entries;

    @BeforeAll
    static void playTheDemo() {
        Sample sample = Sample.bundled();
        List<Arrival> arrivals = sample.firstDay()
                .datesUntil(Sample.END.plusDays(1))
                .flatMap(day -> sample.receivedOn(day).stream().<Arrival>map(fact -> new Arrival.Received(day, fact)))
                .toList();
        book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        new Simulation(arrivals, Sample.END).play(book);
        entries = Stream.concat(sample.bookedByBanks().stream(), book.entries().stream())
                .toList();
        SIRENS.keySet()
                .forEach(seller -> FILES.put(
                        seller,
                        IntStream.rangeClosed(2025, 2026)
                                .mapToObj(year -> FinancialYear.calendar(year))
                                .map(year -> file(seller, year))
                                .filter(file -> !file.lines().isEmpty())
                                .toList()));
    }

    private static EntriesFileReader file(String seller, FinancialYear year) {
        EntriesFile file =
                new EntriesFile(year, entriesOf(seller), UnaryOperator.identity(), party -> "Société " + party);
        String siren = Objects.requireNonNull(SIRENS.get(seller), seller);
        return new EntriesFileReader(
                EntriesFile.name(siren, year.to()), file.text().getBytes(EntriesFile.CHARSET));
    }

    private static List<LedgerEntry> entriesOf(String seller) {
        return entries.stream().filter(entry -> entry.seller().equals(seller)).toList();
    }

    private static Stream<EntriesFileReader.Line> posted(EntriesFileReader file) {
        return file.lines().stream().filter(line -> !line.get("JournalCode").equals("AN"));
    }

    @Test
    @DisplayName("are a file for each seller and year, to which nobody can object")
    void nobodyCanObject() {
        assertThat(FILES).hasSize(SIRENS.size());
        FILES.forEach((seller, files) -> {
            assertThat(files).as(seller).hasSizeBetween(1, 3);
            files.forEach(file -> {
                assertThat(file.objections()).as(seller).isEmpty();
                assertThat(file.lines()).as(seller).isNotEmpty();
            });
        });
        assertThat(book.entries().size()).isGreaterThan(100);
    }

    @Test
    @DisplayName("hold every entry, and owe what they own")
    void holdEveryEntry() {
        List<EntriesFileReader.Line> lines = FILES.values().stream()
                .flatMap(List::stream)
                .flatMap(DemoBooksTest::posted)
                .toList();

        assertThat(lines)
                .hasSize(
                        entries.stream().mapToInt(entry -> entry.lines().size()).sum());
        assertThat(lines.stream().map(EntriesFileReader.Line::balance).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("0");
    }

    /** What the banks say, and what waits: neither knows of the books. */
    @Test
    @DisplayName("have in 512100 what the banks' last statements say, and in 471 the suspense, to the cent")
    void agreeWithTheBanksAndTheSuspense() throws IOException, RefusedFile {
        Money waits = book.suspense().stream()
                .map(waiting -> ((PaymentReceived) waiting.fact()).amount())
                .reduce(Money.ZERO, Money::plus);
        Money moved = Money.ZERO;
        for (String bank : List.of("technolowgic.xml", "hexagone.txt")) {
            List<BankStatement> statements = BankFile.read(
                            Files.readAllBytes(Path.of("src/main/resources/demo/bank", bank)))
                    .statements();
            Balances first = Objects.requireNonNull(statements.getFirst().balances());
            Balances last = Objects.requireNonNull(statements.getLast().balances());
            moved = moved.plus(last.closing()).minus(first.opening());
        }

        assertThat(waits).isGreaterThan(Money.ZERO);
        assertThat(TrialBalance.of(entries).balanceOf(LedgerAccount.SUSPENSE)).isEqualTo(waits.negate());
        assertThat(TrialBalance.of(entries).balanceOf(LedgerAccount.BANK_BY_STATEMENT))
                .isEqualTo(moved);
    }

    @Test
    @DisplayName("say of each client what its statements say: invoiced, less paid, less given up")
    void agreeWithTheStatements() {
        Map<String, BigDecimal> byStatement = new TreeMap<>();
        for (Account account : book.accounts().values()) {
            Statement statement = book.statement(account.orderId());
            if (statement != null) {
                statement.payers().forEach(position -> {
                    BigDecimal open = position.invoiced()
                            .toBigDecimal()
                            .subtract(position.paid().toBigDecimal());
                    var givenUp = account.issued().givenUp().get(position.payer());
                    byStatement.merge(
                            statement.seller() + " " + position.payer(),
                            givenUp == null ? open : open.subtract(givenUp.toBigDecimal()),
                            BigDecimal::add);
                });
            }
        }
        Map<String, BigDecimal> byFile = new TreeMap<>();
        FILES.forEach((seller, files) -> files.stream()
                .flatMap(DemoBooksTest::posted)
                .filter(line -> line.get("CompteNum").startsWith("411"))
                .forEach(line -> byFile.merge(seller + " " + line.get("CompAuxNum"), line.balance(), BigDecimal::add)));

        assertThat(byFile).hasSizeGreaterThan(15);
        assertThat(byFile.values()).anyMatch(balance -> balance.signum() != 0);
        assertThat(byStatement.keySet()).containsAll(byFile.keySet());
        byStatement.forEach((client, open) -> assertThat(byFile.getOrDefault(client, BigDecimal.ZERO))
                .as(client)
                .isEqualByComparingTo(open));
    }

    @Test
    @DisplayName("bear each document of the year as a piece, once in the sales journal")
    void bearEachDocument() {
        FILES.forEach((seller, files) -> files.forEach(file -> {
            Map<String, String> entryOf = new TreeMap<>();
            file.lines().stream()
                    .filter(line -> line.get("JournalCode").equals("VE"))
                    .forEach(line -> assertThat(
                                    entryOf.merge(line.get("PieceRef"), line.get("EcritureNum"), (one, other) -> other))
                            .isEqualTo(entryOf.get(line.get("PieceRef"))));
            assertThat(entryOf.values()).doesNotHaveDuplicates();
        }));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("open each year that ends on 31 August with what the year before left")
    @ValueSource(strings = {"technolowgic", "ecole-librairie", "hexagone", "alegria"})
    void openWithWhatTheYearBeforeLeft(String seller) {
        Map<String, BigDecimal> left = new TreeMap<>();
        int openings = 0;
        for (int year = 2024; year <= 2027; year++) {
            FinancialYear schoolYear = new FinancialYear(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31));
            EntriesFileReader file = file(seller, schoolYear);
            assertThat(file.objections()).isEmpty();
            List<EntriesFileReader.Line> opening = file.lines().stream()
                    .filter(line -> line.get("JournalCode").equals("AN"))
                    .toList();
            assertThat(opening)
                    .allSatisfy(line -> assertThat(line.day("EcritureDate")).isEqualTo(schoolYear.from()));
            assertThat(balances(opening)).isEqualTo(left);
            openings += opening.isEmpty() ? 0 : 1;
            left = closed(balances(file.lines()));
        }
        assertThat(openings).isPositive();
    }

    /** By account and client, those of zero left out. */
    private static Map<String, BigDecimal> balances(List<EntriesFileReader.Line> lines) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        lines.forEach(line ->
                balances.merge(line.get("CompteNum") + " " + line.get("CompAuxNum"), line.balance(), BigDecimal::add));
        balances.values().removeIf(balance -> balance.signum() == 0);
        return balances;
    }

    /** As the next year opens with them: what was earned is a profit or a loss, that of older years is carried over. */
    private static Map<String, BigDecimal> closed(Map<String, BigDecimal> balances) {
        Map<String, BigDecimal> closed = new TreeMap<>();
        balances.forEach((account, balance) -> {
            switch (account.charAt(0)) {
                case '1' -> closed.merge("older", balance, BigDecimal::add);
                case '6', '7' -> closed.merge("year", balance, BigDecimal::add);
                default -> closed.put(account, balance);
            }
        });
        BigDecimal older = closed.remove("older");
        BigDecimal year = closed.remove("year");
        if (older != null && older.signum() != 0) {
            closed.put(older.signum() < 0 ? "110000 " : "119000 ", older);
        }
        if (year != null && year.signum() != 0) {
            closed.put(year.signum() < 0 ? "120000 " : "129000 ", year);
        }
        return closed;
    }

    @Test
    @DisplayName("letter every line of a client who owes nothing and is owed nothing")
    void letterWhatIsSettled() {
        for (String seller : SIRENS.keySet()) {
            FinancialYear all = new FinancialYear(LocalDate.of(2000, 1, 1), Sample.END);
            List<EntriesFileReader.Line> lines = file(seller, all).lines().stream()
                    .filter(line -> !line.get("CompAuxNum").isEmpty())
                    .toList();
            Map<String, BigDecimal> balances = balances(lines);
            assertThat(lines).anyMatch(line -> !line.get("EcritureLet").isEmpty());
            assertThat(lines).allSatisfy(line -> {
                if (line.get("EcritureLet").isEmpty()) {
                    assertThat(balances).containsKey(line.get("CompteNum") + " " + line.get("CompAuxNum"));
                }
            });
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @DisplayName("would be objected to if")
    @CsvSource(
            delimiter = '|',
            value = {
                "Debit|Débit|first row",
                ",00\\t|'.00\t'|Debit",
                "\\t2025|'\t2O25'|EcritureDate",
                "VE000002|VE000003|is not the entry 2",
                "\\t411000\\t|'\t\t'|CompteNum",
                "\\t2025\\d{4}\\t411000|'\t20251230\t411000'|out of order",
                "\\t2025(\\d{4})\\t411000|'\t2024$1\t411000'|of another year",
                "1500,00|1500,01|out of balance",
                "Clients\\tOKAFOR\\tOKAFOR|'Clients\tOKAFOR\t'|a number and a name"
            })
    void wouldBeObjectedTo(String was, String is, String objection) {
        String text = new EntriesFile(
                        FinancialYear.calendar(2025),
                        entriesOf("hexagone"),
                        UnaryOperator.identity(),
                        UnaryOperator.identity())
                .text();
        String changed = text.replaceFirst(was, is);
        assertThat(changed).isNotEqualTo(text);

        EntriesFileReader read =
                new EntriesFileReader("000003079FEC20251231.txt", changed.getBytes(StandardCharsets.UTF_8));

        assertThat(read.objections()).anyMatch(found -> found.contains(objection));
    }
}
