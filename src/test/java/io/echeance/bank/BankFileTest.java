package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.bank.BankStatement.Balances;
import io.echeance.bank.Movement.Counterparty;
import io.echeance.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A bank's file")
class BankFileTest {

    private static final String CAMT = "camt.053.001.08.xml";

    @ParameterizedTest
    @CsvSource({
        "camt.053.001.02.xml, camt.053",
        "camt.053.001.08.xml, camt.053",
        "camt.054.001.08.xml, camt.054",
        "cfonb120.txt, CFONB 120",
        "mt940.sta, MT940",
    })
    @DisplayName("is recognised by its content and says what it says in any format")
    void isRecognised(String sample, String format) throws RefusedFile {
        BankFile file = BankFile.read(SampleFiles.bytes(sample));
        BankStatement statement = file.statements().getFirst();

        assertThat(file.format()).hasToString(format);
        assertThat(statement.account()).isEqualTo("FR7630006000011234567890189");
        assertThat(statement.balances())
                .isEqualTo(
                        file.format().books()
                                ? new Balances(day(4), Money.of("1000.00"), day(8), Money.of("3732.16"))
                                : null);
        assertThat(statement.remarks()).isEmpty();
        assertThat(statement.entries().stream().map(BankFileTest::money)).containsExactlyElementsOf(expected(sample));
    }

    private static List<String> expected(String sample) {
        boolean hasDetails = sample.startsWith("camt");
        return Stream.of(
                        Stream.of("5 5 600.00", "5 5 600.00"),
                        hasDetails ? Stream.of("6 6 100.00", "6 6 150.00", "6 6 200.00") : Stream.of("6 6 450.00"),
                        Stream.of("7 6 -150.00", "7 7 -2.40", "8 11 1234.56"))
                .flatMap(part -> part)
                .toList();
    }

    private static String money(BankEntry entry) {
        Movement movement = entry.movement();
        return movement.bookedOn().getDayOfMonth() + " " + movement.valueOn().getDayOfMonth() + " " + movement.amount();
    }

    private static LocalDate day(int ofJanuary) {
        return LocalDate.of(2027, 1, ofJanuary);
    }

    private static Movement last(String sample) throws RefusedFile {
        return BankFile.read(SampleFiles.bytes(sample))
                .statements()
                .getFirst()
                .entries()
                .getLast()
                .movement();
    }

    @ParameterizedTest
    @CsvSource({
        "camt.053.001.02.xml, OPCO ATLAS, ATL-2027-7, DOSSIER 2026-88412 ÉTÉ TECHNOLOWGIC 2027 000044",
        "camt.053.001.08.xml, OPCO ATLAS, ATL-2027-7, DOSSIER 2026-88412 ÉTÉ TECHNOLOWGIC 2027 000044",
        "cfonb120.txt, OPCO ATLAS, ATL-2027-7, VIR SEPA RECU|ATL-2027-7|DOSSIER 2026-88412 ÉTÉ TECHNOLOWGIC 2027"
                + " 000044",
        "mt940.sta, , ATL-2027-7, OPCO ATLAS DOSSIER 2026-88412 ETE TECHNOLOWGIC 2027 000044",
    })
    @DisplayName("says who paid, and what for, as far as the format has a place for it")
    void saysWhoPaid(String sample, String name, String endToEnd, String texts) throws RefusedFile {
        Movement paid = last(sample);
        Counterparty payer = paid.counterparty();

        assertThat(payer == null ? null : payer.name()).isEqualTo(name);
        assertThat(paid.marks().endToEnd()).isEqualTo(endToEnd);
        assertThat(String.join("|", paid.texts())).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "?00VIREMENT?20FACTURE 42?30BNPAFRPP?31FR1420041010050500013M02606?32BEAUMONT, FR1420041010050500013M02606",
        "/ORDP/BEAUMONT/IBAN/FR14 2004 1010 0505 0001 3M02 606/REMI/FACTURE 42, FR1420041010050500013M02606",
        "/IBAN/FR1420041010050500013M02606 FACTURE 42, FR1420041010050500013M02606",
        "/CNTP/FR1420041010050500013M02606/CEPAFRPP/BEAUMONT//, FR1420041010050500013M02606",
        "BEAUMONT FR1420041010050500013M02606 FACTURE 42,",
        "?31FR1420041010050500013M02607?32BEAUMONT,",
        "?31FR7630006000011234567890189?32HOLDER,",
    })
    @DisplayName("in MT940 says from which account, where the bank marks it as one that is not the holder's")
    void mt940SaysFromWhichAccount(String information, @Nullable String account) throws RefusedFile {
        Movement paid = SampleFiles.statement(
                        SampleFiles.text("mt940.sta").replaceFirst(":86:OPCO.*", ":86:" + information))
                .entries()
                .getLast()
                .movement();
        Counterparty payer = paid.counterparty();

        assertThat(payer == null ? null : payer.iban()).isEqualTo(account);
        assertThat(paid.isBare()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"camt.053.001.02.xml, MD06", "camt.053.001.08.xml, MD06", "cfonb120.txt, 06"})
    @DisplayName("says why a debit came back")
    void saysWhyADebitCameBack(String sample, String code) throws RefusedFile {
        BankStatement statement =
                BankFile.read(SampleFiles.bytes(sample)).statements().getFirst();

        assertThat(statement.entries().stream()
                        .map(entry -> entry.movement().returned())
                        .filter(Objects::nonNull)
                        .map(Movement.Returned::code))
                .containsExactly(code);
    }

    @Test
    @DisplayName("has a batch's payments one by one, bound together")
    void hasABatchOneByOne() throws RefusedFile {
        assertThat(SampleFiles.statement(SampleFiles.text(CAMT)).entries())
                .filteredOn(
                        entry -> "PRLV-2027-01".equals(entry.movement().marks().batch()))
                .extracting(entry -> entry.movement().marks().endToEnd())
                .containsExactly("H-31", "H-32", "H-33");
    }

    @Test
    @DisplayName("whose details do not add up to their entry has that as one, and says so")
    void detailsThatDoNotAddUp() throws RefusedFile {
        BankStatement statement = SampleFiles.statement(
                SampleFiles.text(CAMT).replace(">150.00</Amt>\n          <Rltd", ">151.00</Amt>\n          <Rltd"));

        assertThat(statement.entries()).hasSize(6);
        assertThat(statement.remarks())
                .containsExactly("line 41: the 3 details do not add up to the entry of 450.00: it is taken as one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"camt.053.001.02.xml", "camt.053.001.08.xml", "cfonb120.txt", "mt940.sta"})
    @DisplayName("names its entries by what they say and what the account held: read again, they have the same ids")
    void namesEntriesByWhatTheySay(String sample) throws RefusedFile {
        List<String> ids = ids(BankFile.read(SampleFiles.bytes(sample)));

        assertThat(ids).doesNotHaveDuplicates().isEqualTo(ids(BankFile.read(SampleFiles.bytes(sample))));
        assertThat(EntryIds.content(ids.get(1))).isEqualTo(EntryIds.content(ids.get(0)));
    }

    @Test
    @DisplayName("names them alike in two versions of camt, and where it overlaps with a longer one")
    void namesThemAlike() throws RefusedFile {
        List<String> ids = ids(BankFile.read(SampleFiles.bytes(CAMT)));
        String later = SampleFiles.text("cfonb120.txt");
        String[] records = later.split("\n", -1);
        // The same without the first day: two transfers of 600.00 with their details, ten records.
        String shorter = records[0].replace("0000000010000{", "0000000022000{")
                + later.substring(later.indexOf(records[11]) - 1);

        assertThat(ids(BankFile.read(SampleFiles.bytes("camt.053.001.02.xml")))).isEqualTo(ids);
        assertThat(ids(SampleFiles.read(later)))
                .endsWith(ids(SampleFiles.read(shorter)).toArray(String[]::new));
    }

    private static List<String> ids(BankFile file) {
        return file.statements().stream()
                .flatMap(statement -> statement.entries().stream())
                .map(BankEntry::id)
                .toList();
    }

    @Test
    @DisplayName("of CFONB is read without line breaks, and where currency and decimals are left empty")
    void cfonbAsBanksWriteIt() throws RefusedFile {
        String sample = SampleFiles.text("cfonb120.txt");
        BankFile file = SampleFiles.read(sample);

        assertThat(SampleFiles.read(sample.replace("\n", ""))).isEqualTo(file);
        assertThat(SampleFiles.read(sample.replace("\n", "\r\n"))).isEqualTo(file);
        assertThat(ids(SampleFiles.read(sample.replace("EUR2", "    ")))).isEqualTo(ids(file));
    }

    @Test
    @DisplayName("of MT940 is read without SWIFT's envelope, with a year's end between booking and value date")
    void mt940AsBanksWriteIt() throws RefusedFile {
        String sample = SampleFiles.text("mt940.sta");
        String bare = sample.substring(sample.indexOf(":20:")).replaceAll("-\\}.*", "-");

        assertThat(ids(SampleFiles.read(bare))).isEqualTo(ids(SampleFiles.read(sample)));
        assertThat(SampleFiles.statement(bare.replace(":61:2701050105C", ":61:2701041231C"))
                        .entries()
                        .getFirst()
                        .movement()
                        .bookedOn())
                .isEqualTo(LocalDate.of(2026, 12, 31));
    }

    @Test
    @DisplayName("of MT940 keeps a number that its bank cut at the end of a line, and a line that begins with a hyphen")
    void mt940Lines() throws RefusedFile {
        String full = "REGLEMENT DE NOTRE SERVICE COMPTABILITE FOURNISSEURS TECHNOLOWGIC";
        assertThat(full).hasSize(65);
        String cut = SampleFiles.text("mt940.sta")
                .replaceFirst(":86:BEAUMONT.*", ":86:" + full + "\n-2027-000042 MERCI")
                .replaceFirst(":86:PRELEVEMENTS.*", ":86:" + full.substring(1) + "\nEN DEUX MOTS");

        assertThat(SampleFiles.statement(cut).entries())
                .flatExtracting(entry -> entry.movement().texts())
                .contains(full + "-2027-000042 MERCI", full.substring(1) + " EN DEUX MOTS");
    }

    @Test
    @DisplayName("whose bank gives a reversal the sign of what it undoes is read as it adds up")
    void reversals() throws RefusedFile {
        String reversed = SampleFiles.text(CAMT)
                .replace(
                        "<Amt Ccy=\"EUR\">2.40</Amt>\n        <CdtDbtInd>DBIT</CdtDbtInd>",
                        "<Amt Ccy=\"EUR\">2.40</Amt>\n        <CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>");

        BankStatement statement = SampleFiles.statement(reversed);

        assertThat(statement.entries().stream().map(BankFileTest::money)).contains("7 7 -2.40");
        assertThat(statement.remarks()).hasSize(1);
    }

    @Test
    @DisplayName("of XML is read in the encoding that it declares")
    void encodings() throws RefusedFile {
        String sample = SampleFiles.text(CAMT);
        List<String> ids = ids(BankFile.read(SampleFiles.bytes(CAMT)));
        String latin = sample.replace("UTF-8", "ISO-8859-1");

        assertThat(ids(BankFile.read(latin.getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(ids);
        assertThat(ids(BankFile.read(sample.getBytes(StandardCharsets.UTF_16)))).isEqualTo(ids);
        assertThat(ids(BankFile.read(("\uFEFF" + sample).getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(ids);
    }

    @Test
    @DisplayName("of the first version of camt is read too, which has other names for a few things")
    void firstVersion() throws RefusedFile {
        String second = SampleFiles.text("camt.053.001.02.xml");
        String first = second.replace("BkToCstmrStmt", "BkToCstmrStmtV01")
                .replaceAll("</?NtryDtls>", "")
                .replaceAll("</?CdOrPrtry>", "");

        assertThat(SampleFiles.read(first)).isEqualTo(SampleFiles.read(second));
    }
}
