package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.app.cluster.TakenStatements;
import io.echeance.bank.StatementFiles.Found;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement that books lines without details, and notifications that tell them. */
@DisplayName("Details of camt.054")
class NotifiedDetailsTest {

    private static final String ACCOUNT = "FR7630006000011234567890189";

    /** @param entries {@code amount reference}, negative: it went out */
    private static byte[] statement(String... entries) {
        Money sum = Money.of("1000.00");
        StringBuilder text = new StringBuilder();
        for (String entry : entries) {
            String[] parts = entry.split(" ");
            sum = sum.plus(Money.of(parts[0]));
            text.append(entry(parts[0], parts[1], ""));
        }
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><Stmt><Id>S</Id>"
                        + account() + balance("OPBD", Money.of("1000.00")) + balance("CLBD", sum) + text
                        + "</Stmt></BkToCstmrStmt></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] notification(String... entries) {
        return ("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\"><BkToCstmrDbtCdtNtfctn><Ntfctn>"
                        + "<Id>N</Id>" + account() + String.join("", entries)
                        + "</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String account() {
        return "<Acct><Id><IBAN>" + ACCOUNT + "</IBAN></Id><Ccy>EUR</Ccy></Acct>";
    }

    private static String balance(String type, Money amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + type + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + amount
                + "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2027-01-06</Dt></Dt></Bal>";
    }

    private static String entry(String amount, String reference, String details) {
        boolean isCredit = !amount.startsWith("-");
        return "<Ntry><Amt Ccy=\"EUR\">" + amount.replace("-", "") + "</Amt><CdtDbtInd>" + (isCredit ? "CRDT" : "DBIT")
                + "</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-06</Dt></BookgDt><ValDt><Dt>2027-01-06</Dt>"
                + "</ValDt>" + ("-".equals(reference) ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
                + "<BkTxCd><Prtry><Cd>X</Cd></Prtry></BkTxCd><NtryDtls>" + details + "</NtryDtls></Ntry>";
    }

    private static String detail(String id, String amount, String more) {
        return "<TxDtls><Refs><EndToEndId>" + id + "</EndToEndId></Refs><Amt Ccy=\"EUR\">" + amount + "</Amt>" + more
                + "</TxDtls>";
    }

    private static String text(String text) {
        return "<RmtInf><Ustrd>" + text + "</Ustrd></RmtInf>";
    }

    private static final String BATCH = entry(
            "450.00",
            "B-1",
            detail("H-31", "100.00", text("T-31"))
                    + detail("H-32", "150.00", text("T-32"))
                    + detail("H-33", "200.00", text("T-33")));

    private static StatementFiles read(byte[]... files) {
        Map<String, byte[]> named = new LinkedHashMap<>();
        for (byte[] file : files) {
            named.put("file" + (named.size() + 1), file);
        }
        return StatementFiles.read(named);
    }

    private static List<String> entries(StatementFiles files) {
        List<String> lines = new ArrayList<>();
        files.found()
                .getFirst()
                .statement()
                .entries()
                .forEach(entry -> lines.add(entry.movement().amount() + " "
                        + entry.movement().marks().endToEnd() + ", holds " + entry.after()));
        return lines;
    }

    @Test
    @DisplayName("make of a batch that is booked as one line its payments, in whichever order the files come")
    void makeOfABatchItsPayments() {
        byte[] statement = statement("10.00 A", "450.00 B-1", "-3.00 C");
        List<String> expected = List.of(
                "10.00 null, holds 1010.00",
                "100.00 H-31, holds 1110.00",
                "150.00 H-32, holds 1260.00",
                "200.00 H-33, holds 1460.00",
                "-3.00 null, holds 1457.00");

        StatementFiles files = read(statement, notification(BATCH));
        assertThat(entries(files)).isEqualTo(expected);
        assertThat(files.details())
                .containsExactly("file2: camt.054, details only: it books nothing, and tells more of 1 entry");
        assertThat(entries(read(notification(BATCH), statement))).isEqualTo(expected);
        assertThat(StatementFacts.of(files.found().getFirst().statement(), Set.of(), Set.of(), true)
                        .facts())
                .extracting(fact -> ((PaymentReceived) fact).amount() + " " + ((PaymentReceived) fact).reference())
                .containsExactly(
                        "10.00 null",
                        "100.00 T-31 | /EREF/ H-31",
                        "150.00 T-32 | /EREF/ H-32",
                        "200.00 T-33 | /EREF/ H-33");
    }

    @Test
    @DisplayName("make of it its payments too where the bank gives the batch no reference")
    void makeItsPaymentsWithoutAReference() {
        String nameless = BATCH.replace("<AcctSvcrRef>B-1</AcctSvcrRef>", "");
        String another = entry("30.00", "-", detail("H-41", "10.00", "") + detail("H-42", "20.00", ""));
        StatementFiles files = read(statement("450.00 -", "30.00 -"), notification(nameless + another));

        assertThat(entries(files)).hasSize(5).contains("200.00 H-33, holds 1450.00", "20.00 H-42, holds 1480.00");
        assertThat(files.batches()).hasSize(2);
    }

    @Test
    @DisplayName("say of which payment a return is, and why it came back")
    void sayWhatCameBack() {
        StatementFiles files = read(
                statement("-150.00 R-1"),
                notification(entry(
                        "-150.00", "R-1", detail("H-32", "150.00", "<RtrInf><Rsn><Cd>MD06</Cd></Rsn></RtrInf>"))));

        List<PaymentFact> facts = StatementFacts.of(files.found().getFirst().statement(), Set.of(), Set.of(), true)
                .facts();
        assertThat(facts).singleElement().isInstanceOfSatisfying(PaymentReturned.class, back -> {
            assertThat(back.paymentId()).isEqualTo("H-32");
            assertThat(back.reason()).isEqualTo("MD06");
        });
    }

    @Test
    @DisplayName("are nobody's where two lines fit as well, unless the bank's reference says whose")
    void areNobodysWhereTwoFit() {
        assertThat(entries(read(statement("450.00 -", "450.00 -"), notification(BATCH))))
                .containsExactly("450.00 null, holds 1450.00", "450.00 null, holds 1900.00");
        assertThat(entries(read(statement("450.00 A", "450.00 B-1"), notification(BATCH))))
                .containsExactly(
                        "450.00 null, holds 1450.00",
                        "100.00 H-31, holds 1550.00",
                        "150.00 H-32, holds 1700.00",
                        "200.00 H-33, holds 1900.00");
        assertThat(entries(read(statement("450.00 A"), notification(BATCH, BATCH))))
                .as("two notifications")
                .containsExactly("450.00 null, holds 1450.00");
    }

    @Test
    @DisplayName("count nothing twice: the statement is the same with them and without, whichever came first")
    void countNothingTwice() {
        byte[] statement = statement("10.00 A", "450.00 B-1", "-3.00 C", "-150.00 R-1");
        String back = entry("-150.00", "R-1", detail("H-32", "150.00", text("REJET")));
        Found without = read(statement).found().getFirst();
        Found batch = read(statement, notification(BATCH)).found().getFirst();
        Found all = read(statement, notification(BATCH, back)).found().getFirst();
        for (List<Found> order : List.of(
                List.of(all, without),
                List.of(without, all),
                List.of(batch, all),
                List.of(all, batch),
                List.of(without, batch))) {
            TakenStatements taken = new TakenStatements();
            taken.add(taken.judge(order.getFirst().dialect(), order.getFirst().statement())
                    .statement());
            TakenStatements.Judged again =
                    taken.judge(order.getLast().dialect(), order.getLast().statement());
            assertThat(again.contradiction()).isNull();
            assertThat(again.known())
                    .hasSize(order.getLast().statement().entries().size());
            assertThat(StatementFacts.of(order.getLast().statement(), again.known(), Set.of(), true)
                            .facts())
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("are of a batch where there are several, and of a line where there is one")
    void areOfABatch() {
        assertThat(read(notification(BATCH)).batches()).singleElement().satisfies(batch -> {
            assertThat(batch.details()).hasSize(3);
            assertThat(batch.notification()).isEqualTo("N");
            assertThat(batch.place()).startsWith("line 1");
        });
        assertThat(read(notification(entry("10.00", "A", detail("H", "10.00", ""))))
                        .batches())
                .singleElement()
                .satisfies(batch -> assertThat(batch.isOne()).isTrue());
        assertThat(read(notification(entry("10.00", "A", ""))).batches())
                .as("nothing more is told")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SAME", "NOTPROVIDED"})
    @DisplayName("are of the entry they stand in, whatever name the bank gives to several")
    void areOfTheirEntry(String name) {
        String batch = "<Btch><PmtInfId>" + name + "</PmtInfId></Btch>";
        byte[] two = notification(
                entry("100.00", "A", batch + detail("H-1", "61.00", "") + detail("H-2", "39.00", "")),
                entry("101.00", "B", batch + detail("H-3", "61.00", "") + detail("H-4", "40.00", "")));

        assertThat(read(two).batches())
                .extracting(NotifiedBatch::amount)
                .containsExactly(Money.of("100.00"), Money.of("101.00"));
        assertThat(entries(read(statement("100.00 A", "101.00 B"), two))).hasSize(4);
    }

    @Test
    @DisplayName("of another sum, or of another account, change nothing, and book nothing")
    void ofAnotherSumChangeNothing() {
        StatementFiles files = read(statement("449.99 B-1"), notification(BATCH));

        assertThat(entries(files)).containsExactly("449.99 null, holds 1449.99");
        assertThat(files.details()).containsExactly("file2: camt.054, details only: it books nothing");
        assertThat(read(notification(BATCH)).found()).isEmpty();
    }
}
