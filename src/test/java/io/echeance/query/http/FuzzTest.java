package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of requests that nobody should send; a failure prints its seed. {@code -Dfuzzed=10000} sends more. */
@DisplayName("Malformed requests")
class FuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzzed", 3_000);
    private static final List<String> PATHS = List.of(
            "/orders/%s",
            "/orders/%s/facts",
            "/orders/%s/documents",
            "/orders/%s/forecast",
            "/orders/%s/commands/hold",
            "/orders/%s/commands/allocation",
            "/lists/late",
            "/lists/%s",
            "/ageing",
            "/metrics",
            "/health/ready",
            "/%s");
    private static final List<String> QUERIES = List.of(
            "",
            "?",
            "?asOf=",
            "?asOf=2026-13-01",
            "?knownOn=+999999999-12-31",
            "?until=9999-12-31",
            "?explain=%%",
            "?limit=-1",
            "?after=AAAA",
            "?after=%20",
            "?x=1&x=2",
            "?partial=maybe",
            "?until=2027-01-01&assume=unpaid",
            "?on=0000-00-00");
    private static final List<String> BODIES = List.of(
            "",
            "{",
            "null",
            "[]",
            "1e999999999",
            "{\"until\": \"2027-01-01\", \"facts\": [{}]}",
            "\"text\"",
            "{\"reason\": \"DISPUTE\", \"reason\": \"GRACE\"}",
            "{\"amount\": 1e400, \"paymentId\": \"x\"}",
            "{\"until\": \"2027-01-01\", \"facts\": [{\"type\": \"PaymentReceived\", \"on\": \"x\"}]}",
            "[".repeat(5_000),
            "{\"on\": \"+999999999-12-31\", \"reason\": \"DISPUTE\"}",
            "\u0000\u0001",
            "{\"reason\": \"" + "x".repeat(9_000) + "\"}");

    private static String request(SplittableRandom random, String known) {
        String id = switch (random.nextInt(5)) {
            case 0 -> known;
            case 1 -> "%" + Integer.toHexString(random.nextInt(256));
            case 2 -> "x".repeat(random.nextInt(400));
            case 3 -> "%C3%28..%2F..%2F";
            default -> Long.toHexString(random.nextLong());
        };
        String path = pick(random, PATHS).replace("%s", id);
        String method = pick(
                random, List.of("GET", "GET", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "BREW"));
        String body = method.equals("POST") ? pick(random, BODIES) : "";
        StringBuilder text = new StringBuilder();
        text.append(method)
                .append(' ')
                .append(path)
                .append(pick(random, QUERIES))
                .append(" HTTP/1.1\r\n");
        text.append("Host: localhost\r\nConnection: close\r\n");
        text.append(random.nextInt(8) == 0 ? "" : "Content-Type: application/json\r\n");
        text.append(random.nextBoolean() ? "Idempotency-Key: k" + random.nextInt() + "\r\n" : "");
        text.append(
                random.nextInt(20) == 0
                        ? "Echeance-Hop: " + pick(random, List.of("copy", "active", "x")) + "\r\n"
                        : "");
        text.append(random.nextInt(30) == 0 ? "X: " + "y".repeat(random.nextInt(12_000)) + "\r\n" : "");
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        text.append(random.nextInt(40) == 0 ? "Content-Length: -5\r\n" : "Content-Length: " + length + "\r\n");
        String all = text.append("\r\n").append(body).toString();
        return switch (random.nextInt(20)) {
            case 0 -> all.replace("HTTP/1.1", "HTTP/" + random.nextInt(12));
            case 1 -> all.replace(' ', '\t');
            case 2 -> all.replace("\r\n", "\n");
            default -> all;
        };
    }

    private static <E> E pick(SplittableRandom random, List<E> all) {
        return all.get(random.nextInt(all.size()));
    }

    @Test
    @DisplayName("get the right 4xx at once: no 5xx but 503, no stack trace, nothing about orders that were not named")
    void fuzzed() {
        Map<Integer, Integer> statuses = new TreeMap<>();
        Limits limits = new Limits(8_000, 8_000, Duration.ofSeconds(2), Duration.ofSeconds(1), 8, 0);
        try (ServedBook book = new ServedBook(List.of(), limits)) {
            book.answer();
            List<String> orders = new ArrayList<>(book.orders.keySet());
            List<String> customers = book.orders.values().stream()
                    .flatMap(held -> held.account().evidence().order().stream())
                    .map(order -> order.customer().id())
                    // A shorter one stands in words, too.
                    .filter(customer -> customer.length() > 3)
                    .distinct()
                    .toList();
            assertThat(customers).isNotEmpty();
            for (int seed = 0; seed < REQUESTS; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                String request = request(random, pick(random, orders));
                long begun = System.nanoTime();
                String answer = answer(book.server().port(), request);
                if (answer.isEmpty()) {
                    // A busy machine took longer than the limits allow: it was cut off, and may ask again.
                    begun = System.nanoTime();
                    answer = answer(book.server().port(), request);
                }
                String about =
                        "seed " + seed + ": " + request.lines().findFirst().orElse("") + " -> " + answer;
                int status = answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
                statuses.merge(status, 1, Integer::sum);
                assertThat(status == 503 || (status > 0 && status < 500))
                        .as(about)
                        .isTrue();
                assertThat(answer).as(about).doesNotContain("\tat ", "Exception", "io.echeance", "java.", "jetty");
                if (status >= 400) {
                    assertThat(answer).as(about).doesNotContain(customers);
                }
                assertThat(System.nanoTime() - begun).as(about).isLessThan(6_000_000_000L);
            }
        }
        System.getLogger(FuzzTest.class.getName()).log(System.Logger.Level.INFO, "statuses: {0}", statuses);
        assertThat(statuses).containsKeys(200, 400, 404, 405, 413, 415);
    }

    private static String answer(int port, String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(8_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketTimeoutException e) {
            return "no answer";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
