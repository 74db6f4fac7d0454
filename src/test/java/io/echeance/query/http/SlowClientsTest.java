package io.echeance.query.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Slow clients keep nobody out")
class SlowClientsTest {

    /** Time enough to open a thousand connections on a busy machine. */
    private static final Duration ARRIVAL = Duration.ofSeconds(3);

    private static final Duration ARRIVAL_OF_CHUNKS = Duration.ofSeconds(1);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final List<Socket> slow = new ArrayList<>();
    private final ScheduledExecutorService drops = Executors.newSingleThreadScheduledExecutor();
    private ServedBook book;
    private String order;

    private void serve(Duration arrival) {
        String tokens = "ann:read:%s,bob:read:%s".formatted(hash("ann"), hash("bob"));
        book = new ServedBook(Token.parse(tokens), new Limits(64 << 10, 8 << 10, IDLE, arrival, 64, 0));
        book.answer();
        order = "/orders/" + book.placedOrder();
    }

    @AfterEach
    void stop() throws IOException {
        drops.shutdownNow();
        for (Socket socket : slow) {
            socket.close();
        }
        book.close();
    }

    private static String hash(String token) {
        return HexFormat.of().formatHex(Token.hash(token));
    }

    /** Sends the begin of something, and then a drop now and then. */
    private void begin(String text) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), book.server().port());
        slow.add(socket);
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(US_ASCII));
        out.flush();
    }

    private void dropNowAndThen() {
        var unused = drops.scheduleAtFixedRate(
                () -> slow.forEach(socket -> {
                    try {
                        socket.getOutputStream().write('x');
                    } catch (IOException e) {
                        // Hung up on, as it should be.
                    }
                }),
                0,
                300,
                TimeUnit.MILLISECONDS);
    }

    private boolean isOpen(Socket socket) {
        try {
            socket.setSoTimeout(1);
            while (socket.getInputStream().read(new byte[4 << 10]) >= 0) {
                // What it is told before the end.
            }
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    @DisplayName("1,000 that never end their headers: whoever asks is answered at once, and they are hung up on")
    void slowHeaders() throws IOException {
        serve(ARRIVAL);
        for (int n = 0; n < 1_000; n++) {
            begin("GET /health/live HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
        }
        dropNowAndThen();

        for (int n = 0; n < 20; n++) {
            try (Questions questions = new Questions(book.address())) {
                assertThat(questions.get("/health/live").status()).isEqualTo(200);
                assertThat(questions.get(order, "Authorization", "Bearer ann").status())
                        .isEqualTo(200);
                assertThat(n > 0 || slow.stream().anyMatch(this::isOpen))
                        .as("the first answer does not wait for them")
                        .isTrue();
            }
        }
        await().atMost(ARRIVAL.plusSeconds(20)).until(() -> slow.stream().noneMatch(this::isOpen));
    }

    @Test
    @DisplayName("100 bodies by drops under one token: that token's own questions are answered too, and all others'")
    void slowBodies() throws IOException {
        serve(ARRIVAL);
        for (int n = 0; n < 100; n++) {
            begin("POST " + order + "/forecast HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ann\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{");
        }
        dropNowAndThen();

        try (Questions questions = new Questions(book.address())) {
            for (int n = 0; n < 20; n++) {
                assertThat(questions.get(order, "Authorization", "Bearer bob").status())
                        .isEqualTo(200);
                assertThat(questions.get(order, "Authorization", "Bearer ann").status())
                        .isEqualTo(200);
                assertThat(questions
                                .post(
                                        order + "/forecast",
                                        "{\"until\": \"2026-01-01\", \"facts\": []}",
                                        "Authorization",
                                        "Bearer bob")
                                .status())
                        .as("not kept out: the body is read")
                        .isIn(200, 400);
            }
        }
        await().atMost(ARRIVAL.plusSeconds(20)).until(() -> slow.stream().noneMatch(this::isOpen));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
        silent in a chunk,                 5\\r\\n{,     ''
        silent before a chunk,             '',           ''
        drops of a chunk,                  ea60\\r\\n{,  x
        drops of what a chunk is called,   1;a=,         x
        """)
    @DisplayName("a body in chunks that never ends is told so when its time is over, not when the line has been idle")
    void slowChunks(String how, String begin, String drop) throws IOException {
        serve(ARRIVAL_OF_CHUNKS);
        long begun = System.nanoTime();
        begin("POST " + order + "/forecast HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ann\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                + begin.translateEscapes());
        if (!drop.isEmpty()) {
            dropNowAndThen();
        }

        Socket socket = slow.getFirst();
        socket.setSoTimeout((int) IDLE.toMillis());
        String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        assertThat(answer).as(how).startsWith("HTTP/1.1 408");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(ARRIVAL_OF_CHUNKS, ARRIVAL_OF_CHUNKS.plusSeconds(3));
        await().atMost(ARRIVAL_OF_CHUNKS.plusSeconds(20)).until(() -> !isOpen(socket));
    }
}
