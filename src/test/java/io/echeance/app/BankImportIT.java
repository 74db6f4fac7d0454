package io.echeance.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.WrittenBatch;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bank import, on a real broker")
class BankImportIT {

    private static final String SAMPLES = "src/test/resources/bank/";

    @TempDir
    private Path folder;

    private Configured here;

    @Test
    @DisplayName(
            "takes a statement once, says what follows it, takes it though a file beside it is refused, and keeps no"
                    + " name")
    void takesAStatementOnce() throws IOException {
        here = Configured.shared(folder, "bank-import", "query.port=0");
        try (Program run = here.started()) {
            Call broken = here.call("bank", "import", "pom.xml");
            assertThat(broken.status()).isEqualTo(1);
            assertThat(broken.err()).contains("UNKNOWN_FORMAT", "nothing was taken");
            assertThat(payments()).isEmpty();

            Call first = here.call("bank", "import", SAMPLES + "cfonb120.txt", "pom.xml");
            assertThat(first.status()).isEqualTo(1);
            assertThat(first.err()).contains("UNKNOWN_FORMAT", "the other files were taken");
            assertThat(first.out()).contains("4 payments", "the first of its account");
            // A transaction that is committed is seen by others a moment later.
            await().atMost(Duration.ofSeconds(30)).until(() -> payments().size() >= 4);
            List<String> taken = payments();

            Call again = here.call("bank", "import", SAMPLES + "cfonb120.txt");
            assertThat(again.out()).contains("was taken before");
            assertThat(payments()).isEqualTo(taken);
            assertThat(String.join("\n", taken)).doesNotContain("BEAUMONT SARL", "OKAFOR", "FR76");
            decide(run.address());
            watch();
            post(run.address());
            importsEqualMoney();
        }
    }

    /** Of what waits, the batch of direct debits was received by another way already. */
    private static void decide(String address) {
        try (Questions questions = new Questions(address)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() ->
                            questions.get("/lists/suspense").json().path("rows").size() >= 4);
            Answered aside = questions.post("/payments/igjh7iak37gqld2s-1/decision", """
                {"setAside": {"amount": "450.00", "reason": "COUNTED_ELSEWHERE"}}\
                """, "Idempotency-Key", "1");
            assertThat(aside.status()).as(aside.response().body()).isEqualTo(200);
            assertThat(aside.json().at("/decided/setAside/amount").asText()).isEqualTo("450.00");

            Answered unknown = questions.post(
                    "/payments/igjh7iak37gqld2s-1/decision",
                    """
                    {"parts": [{"orderId": "NONE"}], "replaces": "%s"}\
                    """.formatted(aside.json().path("factId").asText()),
                    "Idempotency-Key",
                    "2");
            assertThat(unknown.status()).as(unknown.response().body()).isEqualTo(422);
            assertThat(unknown.json().path("reason").asText()).isEqualTo("UNKNOWN_ORDER");
            assertThat(questions.get("/lists/set-aside").json().path("rows").size())
                    .isEqualTo(1);
        }
    }

    /** What was taken before lies in done all the same; what is none lies in refused, with its reason. */
    private void watch() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.copy(Path.of(SAMPLES + "cfonb120.txt"), inbox.resolve("again.txt"));
        Files.copy(Path.of(SAMPLES + "h-34.xml"), inbox.resolve("h-34.xml"));
        Files.copy(Path.of("pom.xml"), inbox.resolve("pom.xml"));
        Files.copy(Path.of(SAMPLES + "camt.054.001.08.xml"), inbox.resolve("late.xml"));

        String day = "2027-02-02";
        Files.writeString(inbox.resolve("a-early.xml"), WrittenBatch.notification(day, "90.00", "60.00", "30.00"));
        String never = WrittenBatch.notification(day, "91.00", "60.00", "31.00");
        Files.writeString(inbox.resolve("b-broken.xml"), never.substring(0, never.length() - 40));
        Files.writeString(inbox.resolve("b-never.xml"), never);
        Files.writeString(
                inbox.resolve("c.xml"), WrittenBatch.camt053(WrittenBatch.statement("7000.00", day, "90.00")));

        Call watched = here.call("bank", "watch", inbox.toString(), "--once");

        assertThat(watched.status()).as(watched.err()).isZero();
        assertThat(watched.out()).contains("was taken before", "1 payment, 0 returns", "UNKNOWN_FORMAT");
        assertThat(inbox.resolve("done")).isDirectoryContaining("glob:**again.txt");
        assertThat(inbox.resolve("done")).isDirectoryContaining("glob:**h-34.xml");
        assertThat(inbox.resolve("refused/pom.xml.problem.txt")).content().contains("UNKNOWN_FORMAT");
        assertThat(inbox.resolve("refused")).isDirectoryContaining("glob:**b-broken.xml");
        assertThat(inbox.resolve("done")).isDirectoryContaining("glob:**late.xml");
        assertThat(inbox.resolve("done")).isDirectoryContaining("glob:**a-early.xml");
        assertThat(inbox).isDirectoryContaining("glob:**b-never.xml");
        assertThat(watched.out())
                .contains("tells more of 1 entry", "statement S 2027-02-02: 2 payments", "b-never.xml: not taken yet");
        assertThat(watched.out())
                .contains("the 3 payments of 450.00 on 2027-01-06 take the place of igjh7iak37gqld2s-1");
    }

    private static void post(String address) throws IOException {
        try (Questions questions = new Questions(address)) {
            Answered again = questions.postBytes(
                    "/bank/files", Files.readAllBytes(Path.of(SAMPLES + "h-34.xml")), "application/octet-stream");
            assertThat(again.status()).as(again.response().body()).isEqualTo(200);
            assertThat(again.json().at("/statements/0/place").asText()).isEqualTo("KNOWN");

            Answered cut = questions.postBytes("/bank/files", new byte[] {'<', 'D'}, "application/octet-stream");
            assertThat(cut.status()).isEqualTo(422);
        }
    }

    /** Of an account that is emptied by noon. */
    private void importsEqualMoney() throws IOException {
        String[] signs = {"CRDT", "DBIT", "CRDT"};
        for (int n = 0; n < signs.length; n++) {
            Files.writeString(folder.resolve(n + ".xml"), swept("12/" + n, n % 2 == 0 ? "0.00" : "600.00", signs[n]));
        }
        assertThat(here.call("bank", "import", file(0), file(1)).status()).isZero();

        Call third = here.call("bank", "import", file(2));
        assertThat(third.status()).isEqualTo(1);
        assertThat(third.err()).contains("MAY_BE_NEW_MONEY, statement 12/2: it begins as a statement that was taken");
        assertThat(here.call("bank", "import", "--again", file(2)).out())
                .contains("1 payment, 0 returns, 0 left aside; it is as much money once more");
        assertThat(here.call("bank", "import", "--again", file(2)).out()).contains("was taken before");
    }

    private String file(int n) {
        return folder.resolve(n + ".xml").toString();
    }

    private static String swept(String name, String opening, String sign) {
        return """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>%s</Id>
            <Acct><Id><IBAN>FR7630004000031234567890143</IBAN></Id></Acct>
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2027-02-01</Dt></Dt></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>
            <Dt><Dt>2027-02-01</Dt></Dt></Bal>
            <Ntry><Amt Ccy="EUR">600.00</Amt><CdtDbtInd>%s</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
            <BookgDt><Dt>2027-02-01</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>
            """.formatted(name, opening, opening.equals("0.00") ? "600.00" : "0.00", sign);
    }

    private List<String> payments() {
        return here.all("payments");
    }
}
