package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.echeance.core.order.PaymentFact.PaymentReceived;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes are such that work which grows with the square of a text takes hours. */
@DisplayName("A bank's text that is longer than any format has one")
class LongTextTest {

    private static final int LONG = 4_000_000;
    private static final Duration HOURS_ARE_MORE = Duration.ofMinutes(2);
    private static final String OPENS = """
        <Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>
        <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">0.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
        <Dt><Dt>2027-01-04</Dt></Dt></Bal>
        """;

    private static String closes(String amount) {
        return """
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2027-01-04</Dt></Dt></Bal></Stmt></BkToCstmrStmt></Document>
            """.formatted(amount);
    }

    private static String head(String amount) {
        return """
            <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
            <BookgDt><Dt>2027-01-04</Dt></BookgDt>
            """.formatted(amount);
    }

    private static String camt(String amount, String entry) {
        return OPENS + head(amount) + entry + "</Ntry>" + closes(amount);
    }

    private static String saying(String text) {
        return camt("1.00", "<NtryDtls><TxDtls><RmtInf>" + text + "</RmtInf></TxDtls></NtryDtls>");
    }

    private static List<String> references(String file) {
        return assertTimeoutPreemptively(HOURS_ARE_MORE, () -> {
            BankStatement statement = SampleFiles.statement(file);
            return StatementFacts.of(statement, Set.of(), Set.of("TECHNOLOWGIC"), false).facts().stream()
                    .map(fact -> Objects.toString(((PaymentReceived) fact).reference()))
                    .toList();
        });
    }

    @ParameterizedTest(name = "of \"{0}\", again and again")
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "1;0",
                "X;null",
                "O;null",
                "1O;0",
                "AB12;0",
                "x@;null",
                "123 ;0",
                "a ;null",
                "RF12;0",
                "/EREF/;null"
            })
    @DisplayName("is read to its bound, in camt.053 and in MT940")
    void isReadToItsBound(String piece, String kept) {
        String text = piece.repeat(LONG / piece.length());
        String last = kept.equals("null") ? "null" : kept;

        for (String reference : List.of(
                references(saying("<Ustrd>" + text + "</Ustrd>")).getFirst(),
                references(mt940(text)).getFirst())) {
            assertThat(reference.length()).isLessThanOrEqualTo(300);
            if (piece.indexOf(' ') < 0) {
                assertThat(reference).isIn(last, "| " + last);
            }
        }
    }

    private static String mt940(String text) {
        return ":20:1\n"
                + ":25:FR7630006000011234567890189\n"
                + ":28C:1\n"
                + ":60F:C270104EUR0,00\n"
                + ":61:2701040104C1,00NTRFNONREF\n"
                + ":86:"
                + text + "\n:62F:C270104EUR1,00\n";
    }

    @Test
    @DisplayName("names what its first thousand characters name, in whole words, and says so")
    void namesWhatItsBeginningNames() throws RefusedFile {
        String behind = "x".repeat(990);
        String file = saying("<Ustrd>H-34 " + behind + " H-355555555555</Ustrd>");

        assertThat(references(file)).containsExactly("H-34 | 0");
        assertThat(SampleFiles.statement(file).remarks())
                .singleElement()
                .asString()
                .contains("the first 1000 characters are read", "the rest stays in the bank's file");
        assertThat(SampleFiles.statement(saying("<Ustrd>H-34</Ustrd>")).remarks())
                .isEmpty();
    }

    @Test
    @DisplayName("is no reason to refuse a notification")
    void isNoReasonToRefuseANotification() throws RefusedFile {
        String sample = SampleFiles.text("camt.054.001.08.xml");
        String file = sample.replaceFirst("<Ustrd>", "<Ustrd>" + "x".repeat(3_000) + " ");

        assertThat(file).isNotEqualTo(sample);
        assertThat(SampleFiles.statement(file).remarks()).isEmpty();
    }

    @Test
    @DisplayName("is read once where many details of an entry share it")
    void isReadOnceWhereDetailsShareIt() {
        String details = "<NtryDtls><TxDtls><Amt Ccy=\"EUR\">1.00</Amt></TxDtls></NtryDtls>".repeat(30_000);
        String file = camt("30000.00", details + "<AddtlNtryInf>" + "x".repeat(LONG) + "</AddtlNtryInf>");

        assertThat(references(file)).hasSize(30_000);
    }

    @Test
    @DisplayName("is read once where it is many texts, or many lines")
    void isReadOnceWhereItIsManyTexts() {
        StringBuilder texts = new StringBuilder();
        for (int n = 0; n < 150_000; n++) {
            texts.append("<Ustrd>A").append(n).append("</Ustrd>");
        }
        assertThat(references(saying(texts.toString())).getFirst())
                .startsWith("A0 | A1 | A2")
                .hasSizeLessThan(301);
        assertThat(references(mt940(("1".repeat(65) + "\n").repeat(120_000)))).containsExactly("| 0");
    }
}
