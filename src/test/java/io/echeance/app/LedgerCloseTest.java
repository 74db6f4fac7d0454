package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.StatementEntry;
import io.echeance.core.money.Money;
import io.echeance.query.Issuing;
import io.echeance.query.http.ServedBook;
import io.echeance.query.http.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A month that is closed on the command line")
class LedgerCloseTest {

    private static final String IBAN = "FR7630006000011234567890189";
    private static final String SEEN = " --entries 2 --debit 150.00";

    @TempDir
    private Path folder;

    @AutoClose
    private final ServedBook book = ServedBook.open(token("ann", "finance"), token("eve", "read"));

    /** In 2027; today is 1 June. */
    @BeforeEach
    void serve() {
        book.ledgers.post(List.of(entry("e1", 3, "100.00"), entry("e2", 3, "50.00"), entry("e3", 5, "7.00")));
        book.ledgers.issue("technolowgic", new Issuing(1, new TreeMap<>(Map.of("2027", 12L))));
    }

    private static Token token(String name, String role) {
        return Token.parse(name + ":" + role + ":" + HexFormat.of().formatHex(Token.hash("secret of " + name)))
                .getFirst();
    }

    private static LedgerEntry entry(String id, int month, String amount) {
        LocalDate on = LocalDate.of(2027, month, 15);
        return new StatementEntry(IBAN, id, on, Money.of(amount), false).posted("technolowgic", on);
    }

    private Call close(String who, String month) throws IOException {
        return of("technolowgic", who, month);
    }

    private Call of(String seller, String who, String month) throws IOException {
        Path token = Files.writeString(folder.resolve(who), "secret of " + who + "\n");
        return Call.line("ledger close " + seller + " " + month + " --at " + book.address() + " --token " + token);
    }

    @Test
    @DisplayName("is shown first, with what it came to and what is to be looked at; nothing is closed")
    void isShownFirst() throws IOException {
        Call call = close("eve", "2027-03");

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out()).isEqualTo("""
            technolowgic, 2027-03: to be closed, on 2027-06-01
            journal  account  name                     debit  credit
            BQ        471000  Comptes d'attente         0.00  150.00
            BQ        512100  Banques, selon relevés  150.00    0.00
                              2 entries               150.00  150.00
            before it is closed
            Good                 Debits equal credits, and no entry is at fault.
            Good                 512100 is what the bank says it holds on FR7630006000011234567890189.
            Good                 No payment waits in suspense.
            To look at           471000 holds €157.00; €0.00 is known to wait or to be set aside. What lies between\
             went out, or came for something else.
            To look at           Documents that wait for their number: 1.
            To look at           Proposals that wait for a decision: 1.
            To look at           Refunds to be paid: 14, €11,623.27 in all.
            Good                 Invoice numbers of 2027: 12, one after the other.
            Nothing is closed yet. With these figures: ./echeance ledger close technolowgic 2027-03 --entries 2\
             --debit 150.00 --at %s --token %s
            """.formatted(book.address(), folder.resolve("eve")));
        assertThat(close("eve", "2027-03").out()).isEqualTo(call.out());
    }

    @Test
    @DisplayName("is closed with the figures that were seen, and then says by whom")
    void isClosed() throws IOException {
        Call call = close("ann", "2027-03" + SEEN);

        assertThat(call.status()).as(call.err()).isZero();
        assertThat(call.out()).startsWith("2027-03 of technolowgic is closed: 2 entries, debits of 150.00 (");
        assertThat(close("ann", "2027-03").lines().getLast())
                .isEqualTo("Closed on 2027-06-01 with 2 entries, debits of €150.00. By ann.");
        assertThat(close("ann", "2027-04").out())
                .as("the next one, without an entry")
                .contains("--entries 0 --debit 0.00");
        assertThat(close("ann", "2027-04 --entries 0 --debit 0.00").status()).isZero();
    }

    @Test
    @DisplayName("is not closed a second time, with other figures, out of its turn, nor before it is over")
    void isNotClosed() throws IOException {
        assertThat(close("ann", "2027-03 --entries 3 --debit 150.00").err())
                .startsWith("echeance: FIGURES_HAVE_CHANGED: the books of 2027-03 have 2 entries and debits of 150.00");
        assertThat(close("ann", "2027-05 --entries 1 --debit 7.00").err())
                .startsWith("echeance: EARLIER_MONTH_OPEN: 2027-03 is open, and comes before 2027-05");
        close("ann", "2027-03" + SEEN);
        assertThat(close("ann", "2027-03" + SEEN).err()).startsWith("echeance: MONTH_CLOSED: 2027-03 is closed");
        Call running = close("ann", "2027-06 --entries 0 --debit 0.00");
        assertThat(running.err()).startsWith("echeance: MONTH_NOT_OVER: 2027-06 is not over: today is 2027-06-01");
        assertThat(running.status()).isEqualTo(1);
    }

    @Test
    @DisplayName("that cannot be closed yet is shown all the same, with the reason and status 1")
    void isShownAllTheSame() throws IOException {
        Call may = close("ann", "2027-05");

        assertThat(may.status()).isEqualTo(1);
        assertThat(may.out()).contains("1 entry");
        assertThat(may.err())
                .startsWith("echeance: 2027-05 cannot be closed: A month before it is open: months are closed one after"
                        + " the other. The next one is 2027-03.");
        assertThat(close("ann", "2027-06").err()).startsWith("echeance: 2027-06 cannot be closed: It is not over");
    }

    @Test
    @DisplayName("of a seller without an entry, or before the first one, says that, and not that another is open")
    void thatTheBooksDoNotHave() throws IOException {
        assertThat(of("nobody", "ann", "2027-03").err()).startsWith("echeance: no seller has this name");
        Call empty = of("hexagone", "ann", "2027-03");
        assertThat(empty.status()).isEqualTo(1);
        assertThat(empty.err())
                .startsWith(
                        "echeance: 2027-03 cannot be closed: No entry is of this seller: there is nothing to close.");
        assertThat(of("hexagone", "ann", "2027-03 --entries 0 --debit 0.00").err())
                .startsWith("echeance: NO_BOOKS: no entry is of hexagone");
        Call before = close("ann", "1999-12");
        assertThat(before.err())
                .startsWith("echeance: 1999-12 cannot be closed: The books begin later: there is nothing to close."
                        + " The next one is 2027-03.");
        assertThat(close("ann", "1999-12 --entries 0 --debit 0.00").err())
                .startsWith("echeance: BEFORE_BOOKS: 1999-12 is not in the books: they begin in 2027-03");
    }

    @Test
    @DisplayName("takes the role finance, and a token that is known")
    void takesTheRole() throws IOException {
        Call reader = close("eve", "2027-03" + SEEN);
        Call stranger = close("mallory", "2027-03");

        assertThat(reader.status()).isEqualTo(1);
        assertThat(reader.err()).contains("finance");
        assertThat(stranger.status()).isEqualTo(1);
        assertThat(close("ann", "2027-03").out()).contains("Nothing is closed yet");
    }

    @Test
    @DisplayName("says where nobody answers")
    void saysWhereNobodyAnswers() {
        Call call = Call.line("ledger close technolowgic 2027-03 --at http://127.0.0.1:1");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).startsWith("echeance: http://127.0.0.1:1 does not answer");
    }
}
