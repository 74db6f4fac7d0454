package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.query.http.Questions.Answered;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A request that cannot be answered gets a problem that says why:")
class RequestsTest {

    private static final Limits IMPATIENT =
            new Limits(2_000, 2_000, Duration.ofSeconds(2), Duration.ofSeconds(1), 8, 0);

    @AutoClose
    private static ServedBook book = ServedBook.open(IMPATIENT);

    @AutoClose
    private static Questions questions = new Questions(book.address());

    private static String known = book.orders.keySet().iterator().next();

    private static void isProblem(Answered answered, int status, String slug) {
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(status);
        assertThat(answered.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answered.json().path("type").asText()).isEqualTo("urn:echeance:problem:" + slug);
        assertThat(answered.json().path("status").asInt()).isEqualTo(status);
        assertThat(answered.json().path("detail").asText()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "?asOf=yesterday, asOf is not a date",
        "?asOf=2026-02-30, asOf is not a date",
        "?asOf=2999-01-01, that day has not come yet",
        "?knownOn=, knownOn is not a date",
        "?explain=perhaps, explain is true or false",
        "?explain=true&explain=true, stands there twice",
        "?as_of=2026-01-01, there is no parameter as_of",
        "/forecast, until is missing",
        "/forecast?until=1999-01-01, until lies between today",
        "/forecast?until=2999-01-01, until lies between today",
        "/forecast?until=2999-01-01&assume=paid, assume is unpaid",
    })
    @DisplayName("parameters")
    void parameters(String query, String sentence) {
        Answered answered = questions.get("/orders/" + known + query);

        isProblem(answered, 400, "malformed");
        assertThat(answered.json().path("detail").asText()).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{                                                  | it is not JSON",
                "[]                                                 | not a JSON object",
                "{\"until\": \"2999-01-01\", \"fact\": []}          | there is no field fact",
                "{\"until\": \"2999-01-01\", \"facts\": {}}         | facts is not a JSON array",
                "{\"facts\": []}                                    | until is missing",
                "{\"until\": 1, \"facts\": []}                      | until is missing",
                "{\"until\": \"2999-01-01\", \"facts\": [{}]}       | facts[0]: type is missing",
                "{\"until\": \"2999-01-01\", \"facts\": [{\"type\": \"OrderPlaced\"}]} | facts[0]: ",
            })
    @DisplayName("bodies")
    void bodies(String body, String sentence) {
        Answered answered = questions.post("/orders/" + known + "/forecast", body);

        isProblem(answered, 400, "malformed");
        assertThat(answered.json().path("detail").asText()).contains(sentence);
    }

    @Test
    @DisplayName("a body that is too large, or no JSON")
    void sizes() {
        isProblem(questions.post("/orders/" + known + "/forecast", " ".repeat(2_001)), 413, "too-large");
        isProblem(questions.method("POST", "/orders/" + known + "/forecast"), 415, "not-json");
        isProblem(questions.get("/orders/" + known + "?explain=" + "x".repeat(5_000)), 413, "too-large");
        isProblem(questions.get("/orders/" + known, "X-Long", "x".repeat(5_000)), 413, "too-large");
    }

    @Test
    @DisplayName("an address, or a method, that there is not")
    void addresses() {
        isProblem(questions.get("/"), 404, "no-such-page");
        isProblem(questions.get("/orders/" + known + "/secrets"), 404, "no-such-page");
        isProblem(questions.method("DELETE", "/orders/" + known), 405, "not-this-method");
        isProblem(questions.get("/orders/%00"), 400, "malformed");
        isProblem(questions.get("/orders/" + "x".repeat(201)), 400, "malformed");
    }

    @Test
    @DisplayName("what is not HTTP")
    void noHttp() throws IOException {
        assertThat(raw("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("urn:echeance:problem:malformed");
        assertThat(raw("no request at all\r\n\r\n")).startsWith("HTTP/1.1 400").contains("urn:echeance:problem");
        assertThat(questions.get("/orders/a%2Fb").json().path("type").asText())
                .as("an order's name may hold a slash")
                .isEqualTo("urn:echeance:problem:unknown-order");
    }

    @Test
    @DisplayName("a name that is not this machine's, where no token is asked for")
    void otherNames() throws IOException {
        assertThat(raw("GET /orders/" + known + " HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("urn:echeance:problem:elsewhere");
    }

    @Test
    @DisplayName("a body that does not arrive, and one that arrives by drops")
    void slow() throws IOException, InterruptedException {
        String head = "POST /orders/" + known + "/forecast HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n";
        long begun = System.nanoTime();
        assertThat(raw(head)).startsWith("HTTP/1.1 408").contains("urn:echeance:problem:too-slow");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(6));

        try (Socket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            Thread drops = Thread.ofVirtual().start(() -> {
                try {
                    for (int i = 0; i < 100; i++) {
                        out.write(' ');
                        out.flush();
                        new java.util.concurrent.CountDownLatch(1)
                                .await(100, java.util.concurrent.TimeUnit.MILLISECONDS);
                    }
                } catch (IOException | InterruptedException e) {
                    // It hung up, as it should.
                }
            });
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 408");
            drops.interrupt();
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Socket socket() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), book.server().port());
        socket.setSoTimeout(10_000);
        return socket;
    }
}
