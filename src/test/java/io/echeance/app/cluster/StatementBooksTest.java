package io.echeance.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.RefusedFile;
import io.echeance.core.admission.MonthClosings;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.money.Money;
import io.echeance.serde.record.TakenStatement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The books of a bank's account")
class StatementBooksTest {

    private static final String ACCOUNT = "FR7630006000011234567890189";
    private static final Set<String> SELLERS = Set.of("technolowgic", "hexagone");

    private static Party party(String id, String iban) {
        return new Party(
                id, "Société", null, null, List.of(), null, null, "FR", null, null, null, null, null, iban, null, "fr");
    }

    private static final StatementBooks BOOKS =
            new StatementBooks(List.of(party("technolowgic", "FR76 3000 6000 0112 3456 7890 189")), SELLERS);

    private static BankStatement read(String file) {
        try {
            return BankFile.read(Files.readAllBytes(Path.of("src/test/resources/bank", file)))
                    .statements()
                    .getFirst();
        } catch (IOException | RefusedFile e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(List<LedgerEntry> entries) {
        return entries.stream()
                .map(entry -> {
                    StringBuilder text = new StringBuilder(entry.seller() + " " + entry.on());
                    entry.lines()
                            .forEach(line -> text.append(" %s %s"
                                    .formatted(line.account(), line.debit().minus(line.credit()))));
                    return text.toString();
                })
                .toList();
    }

    /** A payment, a batch, a return, the fee for it: only the fee does not wait. */
    @ParameterizedTest
    @ValueSource(strings = {"cfonb120.txt"})
    @DisplayName("have each entry in 512100, against 471 until it is known what it is, fees against 627")
    void haveEachEntry(String file) {
        assertThat(lines(BOOKS.of(read(file), Set.of())))
                .containsExactly(
                        "technolowgic 2027-01-08 471000 -600.00 512100 600.00",
                        "technolowgic 2027-01-08 471000 -600.00 512100 600.00",
                        "technolowgic 2027-01-08 471000 -450.00 512100 450.00",
                        "technolowgic 2027-01-08 471000 150.00 512100 -150.00",
                        "technolowgic 2027-01-08 512100 -2.40 627800 2.40",
                        "technolowgic 2027-01-08 471000 -1234.56 512100 1234.56");
    }

    @Test
    @DisplayName(
            "date nothing into a month that is closed: on the first open day, of the day on which the bank booked it")
    void dateNothingIntoAClosedMonth() {
        MonthClosings closings = new MonthClosings();
        closings.take(new MonthClosed(
                "f1", "technolowgic", YearMonth.of(2027, 1), LocalDate.of(2027, 2, 4), "ann", 0, List.of()));
        StatementBooks books = new StatementBooks(List.of(party("technolowgic", ACCOUNT)), SELLERS, Map.of(), closings);
        BankStatement statement = read("cfonb120.txt");

        assertThat(books.of(statement, Set.of())).hasSize(6).allSatisfy(entry -> {
            assertThat(entry.on()).isEqualTo(LocalDate.of(2027, 2, 1));
            assertThat(entry.pieceOn()).isBetween(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 31));
        });
        assertThat(books.of(statement, Set.of()))
                .extracting(LedgerEntry::lines)
                .isEqualTo(BOOKS.of(statement, Set.of()).stream()
                        .map(LedgerEntry::lines)
                        .toList());
    }

    @Test
    @DisplayName("have nothing twice, and nothing of an account that is of no seller, or of two")
    void haveNothingTwice() {
        BankStatement statement = read("cfonb120.txt");
        String first = statement.entries().getFirst().id();

        assertThat(BOOKS.of(statement, Set.of(first))).hasSize(5);
        assertThat(new StatementBooks(List.of(), SELLERS).of(statement, Set.of()))
                .isEmpty();
        assertThat(new StatementBooks(List.of(party("technolowgic", ACCOUNT), party("hexagone", ACCOUNT)), SELLERS)
                        .of(statement, Set.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("agree with what the bank says as long as no statement is missing")
    void agreeWithTheBank() {
        TakenStatements taken = new TakenStatements();
        List<TakenStatement> statements = new ArrayList<>();
        List<LedgerEntry> entries = new ArrayList<>();
        LocalDate day = LocalDate.of(2027, 1, 4);
        Money opening = Money.of("1000.00");
        for (int n = 0; n < 3; n++) {
            WrittenStatement written = new WrittenStatement(
                    day,
                    opening,
                    List.of(new WrittenStatement.Line(day.plusDays(n), Money.of("600.00"), "Beaumont")),
                    day.plusDays(n));
            opening = written.closing();
            if (n != 1) {
                take(written, taken, statements, entries);
            }
        }
        BankProof gap = proof(statements, entries);
        assertThat(gap.agrees()).isFalse();
        assertThat(gap.opened().plus(gap.booked())).isEqualTo(gap.closed().minus(Money.of("600.00")));

        WrittenStatement missing = new WrittenStatement(
                day.plusDays(1),
                Money.of("1600.00"),
                List.of(new WrittenStatement.Line(day.plusDays(1), Money.of("600.00"), "Beaumont")),
                day.plusDays(1));
        take(missing, taken, statements, entries);
        assertThat(proof(statements, entries))
                .returns(ACCOUNT, BankProof::account)
                .returns(Money.of("1000.00"), BankProof::opened)
                .returns(Money.of("2800.00"), BankProof::closed)
                .returns(Money.of("1800.00"), BankProof::booked)
                .returns(true, BankProof::agrees);
    }

    private static BankProof proof(List<TakenStatement> statements, List<LedgerEntry> entries) {
        return BankProof.of(statements.stream().map(TakenStatement::proof).toList(), entries);
    }

    private static void take(
            WrittenStatement written,
            TakenStatements taken,
            List<TakenStatement> statements,
            List<LedgerEntry> entries) {
        try {
            BankFile file = BankFile.read(written.as(WrittenStatement.Dialect.CFONB));
            TakenStatements.Judged judged =
                    taken.judge(file.dialect(), file.statements().getFirst());
            taken.add(judged.statement());
            statements.add(judged.statement());
            entries.addAll(BOOKS.of(file.statements().getFirst(), judged.known()));
        } catch (RefusedFile refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    @DisplayName("stay whose they were where their seller asks for money on another account, and nobody else on that")
    void stayWhoseTheyWere() {
        Party moved = party("technolowgic", "FR7630006000017777777777717");
        Map<String, String> before = Map.of(ACCOUNT, "technolowgic");
        MonthClosings closings = new MonthClosings();

        assertThat(new StatementBooks(List.of(moved), SELLERS, before, closings).sellerOf(ACCOUNT))
                .contains("technolowgic");
        assertThat(new StatementBooks(List.of(moved, party("hexagone", ACCOUNT)), SELLERS, before, closings)
                        .sellerOf(ACCOUNT))
                .contains("hexagone");
        assertThat(new StatementBooks(List.of(moved), SELLERS).sellerOf(ACCOUNT))
                .isEmpty();
    }
}
