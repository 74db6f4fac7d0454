package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file that is wrong")
class RefusedFileTest {

    private static final Map<String, String> FILES =
            Map.of("camt", "camt.053.001.08.xml", "cfonb", "cfonb120.txt", "mt940", "mt940.sta");

    @ParameterizedTest(name = "{0} with ''{2}'' for ''{1}'': {3}, {4}")
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        camt  | >600.00<                     | >600.01<                     | STATEMENT_DOES_NOT_ADD_UP | line 5
        camt  | >1000.00<                    | >1000.001<                   | MALFORMED                 | line 8
        camt  | >1000.00<                    | >-1000.00<                   | MALFORMED                 | line 8
        camt  | >1000.00<                    | >100000000000.00<            | MALFORMED                 | line 8
        camt  | Ccy="EUR">2.40               | Ccy="CHF">2.40               | OTHER_CURRENCY            | line 87
        camt  | Ccy="EUR">2.40               | X="EUR">2.40                 | OTHER_CURRENCY            | line 87
        camt  | <Cd>OPBD</Cd>                | <Cd>OPAV</Cd>                | MISSING                   | line 5
        camt  | <Cd>CLBD</Cd>                | <Cd>CLAV</Cd>                | MISSING                   | line 5
        camt  | <Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id> | <Acct> | MISSING | line 7
        camt  | <BookgDt><Dt>2027-01-08</Dt> | <BookgDt><Dt>2027-02-29</Dt> | MALFORMED                 | line 100
        camt  | <BookgDt><Dt>2027-01-08</Dt> | <BookgDt><Dt>08/01/27</Dt>   | MALFORMED                 | line 100
        camt  | <CdtDbtInd>DBIT</CdtDbtInd>  | <CdtDbtInd>DEBIT</CdtDbtInd> | MALFORMED                 | line 70
        camt  | </Stmt>                      | <Stmt>                       | NOT_WELL_FORMED           | line 122
        camt  | BkToCstmrStmt                | BkToCstmrAcctRpt             | UNKNOWN_FORMAT            | line 3
        cfonb | 0000000006000{               | 00000000060000               | MALFORMED                 | record 2
        cfonb | 0000000012345F               | 0000000012345G               | STATEMENT_DOES_NOT_ADD_UP | record 1
        cfonb | 060127                       | 310227                       | MALFORMED                 | record 12
        cfonb | EUR2                         | CHF2                         | OTHER_CURRENCY            | record 1
        cfonb | EUR2                         | EUR0                         | MALFORMED                 | record 1
        mt940 | :62F:                        | :64:                         | CUT_OFF                   | line 19
        mt940 | C600,00N                     | C600,01N                     | STATEMENT_DOES_NOT_ADD_UP | line 2
        mt940 | :60F:C270104EUR              | :60F:C270104USD              | OTHER_CURRENCY            | line 5
        mt940 | :60F:                        | :60X:                        | MISSING                   | line 2
        mt940 | :61:270111                   | :61:271311                   | MALFORMED                 | line 16
        mt940 | :20:                         | :21:                         | OUT_OF_PLACE              | line 2
        """)
    @DisplayName("is not taken, and says why and where")
    void isNotTaken(String sample, String was, String is, RefusedFile.Cause cause, String place) {
        String good = SampleFiles.text(FILES.get(sample));
        assertThat(good).contains(was);

        RefusedFile refused = refused(good.replace(was, is));

        assertThat(refused.why()).isEqualTo(cause);
        assertThat(refused.place()).isEqualTo(place);
        assertThat(refused.sentence()).startsWith(place + ": ").isNotEqualTo(place + ": ");
    }

    private static RefusedFile refused(String content) {
        return catchThrowableOfType(RefusedFile.class, () -> SampleFiles.read(content));
    }

    @ParameterizedTest(name = "{0} of {1} records")
    @CsvSource({"1, CUT_OFF", "2, CUT_OFF", "4, CUT_OFF", "21, CUT_OFF"})
    @DisplayName("because it ends too soon is not taken")
    void endsTooSoon(int records, RefusedFile.Cause cause) {
        String part = String.join(
                "\n", SampleFiles.text("cfonb120.txt").lines().limit(records).toList());

        assertThat(refused(part).why()).isEqualTo(cause);
    }

    @ParameterizedTest
    @CsvSource({"camt.053.001.02.xml", "camt.053.001.08.xml", "cfonb120.txt", "mt940.sta"})
    @DisplayName("because it was cut off, wherever that is, is not taken, and says why and where")
    void cutOffAnywhere(String sample) {
        String good = SampleFiles.text(sample).stripTrailing();
        // What SWIFT writes behind its envelope says nothing of the statement.
        int whole = sample.endsWith(".sta") ? good.lastIndexOf("\n-") + 2 : good.length();
        for (int length = 0; length < whole; length++) {
            String part = good.substring(0, length);
            RefusedFile refused = catchThrowableOfType(RefusedFile.class, () -> SampleFiles.read(part));

            assertThat(refused).as("%s, cut at %d", sample, length).isNotNull();
            assertThat(refused.place())
                    .as("%s, cut at %d: %s", sample, length, refused.sentence())
                    .isNotBlank();
            assertThat(refused.sentence()).startsWith(refused.place() + ": ");
        }
    }

    @Test
    @DisplayName("of CFONB may not change to another account before it closes, nor begin with a detail")
    void outOfPlace() {
        String good = SampleFiles.text("cfonb120.txt");
        int second = good.indexOf('\n') + 1;
        String other = good.substring(0, second) + good.substring(second).replaceFirst("12345678901", "12345678902");
        String detail = good.substring(0, second) + good.substring(second).replaceFirst("^04", "05");

        assertThat(refused(other).why()).isEqualTo(RefusedFile.Cause.OUT_OF_PLACE);
        assertThat(refused(detail).sentence()).isEqualTo("record 2: a detail stands before any movement");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!ENTITY a SYSTEM \"file:///etc/passwd\">|<Stmt><Id>&a;</Id></Stmt>",
                "<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">|<Stmt><Id>&c;</Id></Stmt>",
                "<!ENTITY % p SYSTEM \"http://localhost:1/x\"> %p;|<Stmt/>",
                "<!ELEMENT Document ANY>|<Stmt/>",
            })
    @DisplayName("because it declares entities is not taken; nothing of them is opened")
    void entities(String declared, String body) {
        RefusedFile refused = refused("<?xml version=\"1.0\"?><!DOCTYPE Document [" + declared
                + "]><Document><BkToCstmrStmt>" + body + "</BkToCstmrStmt></Document>");

        assertThat(refused.why()).isEqualTo(RefusedFile.Cause.NOT_WELL_FORMED);
        assertThat(refused.sentence()).contains("declares types or entities");
    }

    @Test
    @DisplayName("because it is too deep, empty, or something else, is not taken")
    void somethingElse() {
        String deep = "<Document><BkToCstmrStmt><Stmt>" + "<A>".repeat(100_000);

        assertThat(refused(deep).why()).isEqualTo(RefusedFile.Cause.NOT_WELL_FORMED);
        assertThat(refused(SampleFiles.text("camt.053.001.08.xml").replace("UTF-8", "EBCDIC-X"))
                        .why())
                .isEqualTo(RefusedFile.Cause.NOT_WELL_FORMED);
        assertThat(refused("  \n").why()).isEqualTo(RefusedFile.Cause.EMPTY);
        assertThat(refused("date;amount\n2027-01-05;600.00").why()).isEqualTo(RefusedFile.Cause.UNKNOWN_FORMAT);
        assertThat(refused("<html/>").why()).isEqualTo(RefusedFile.Cause.UNKNOWN_FORMAT);
    }

    @Test
    @DisplayName("in an archive is refused before it is unpacked further than a file may be long")
    void archives() throws IOException, RefusedFile {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1_000_000];
            for (int n = 0; n < 60; n++) {
                zip.write(zeros);
            }
        }
        RefusedFile bomb = catchThrowableOfType(RefusedFile.class, () -> Archive.files("a.zip", bytes.toByteArray()));

        assertThat(bomb.why()).isEqualTo(RefusedFile.Cause.TOO_LARGE);
        assertThat(Archive.files("plain", "x".getBytes(StandardCharsets.UTF_8))).containsOnlyKeys("plain");
    }

    @Test
    @DisplayName("as an archive that was cut between its files is not taken as whole")
    void anArchiveThatWasCutBetweenItsFilesIsNotTakenAsWhole() throws IOException, RefusedFile {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int second;
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("one"));
            zip.write(1);
            zip.closeEntry();
            second = bytes.size();
            zip.putNextEntry(new ZipEntry("two"));
            zip.write(2);
        }
        byte[] whole = bytes.toByteArray();

        RefusedFile cut =
                catchThrowableOfType(RefusedFile.class, () -> Archive.files("a.zip", Arrays.copyOf(whole, second)));
        assertThat(cut.why()).isEqualTo(RefusedFile.Cause.CUT_OFF);
        assertThat(Archive.files("a.zip", whole)).hasSize(2);
        String alike = new String(whole, StandardCharsets.ISO_8859_1).replace("two", "one");
        assertThat(Archive.files("a.zip", alike.getBytes(StandardCharsets.ISO_8859_1)))
                .as("two files of one name are two")
                .containsOnlyKeys("a.zip!one", "a.zip!one (2)");
    }

    @Test
    @DisplayName("as an archive without files is said to be empty")
    void anArchiveWithoutFilesIsSaidToBeEmpty() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ZipOutputStream(bytes).close();

        RefusedFile empty = catchThrowableOfType(RefusedFile.class, () -> Archive.files("a.zip", bytes.toByteArray()));
        assertThat(empty.why()).isEqualTo(RefusedFile.Cause.EMPTY);
    }
}
