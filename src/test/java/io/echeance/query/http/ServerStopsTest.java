package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A server that stops")
class ServerStopsTest {

    private static final Limits SHORT = new Limits(1024, 1024, Duration.ofSeconds(60), Duration.ofSeconds(2), 4, 0);

    @Test
    @DisplayName("cuts off who is still being answered, and no more comes of it")
    void cutsOff() throws IOException, InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        QueryServer server = QueryServer.start(
                new QuerySettings("127.0.0.1", 0, List.of(), null, SHORT),
                (routes, clerk) -> routes.get("/held", request -> {
                    asked.countDown();
                    stopped.await();
                }));
        URI address = URI.create(server.address());
        try (Socket client = new Socket(address.getHost(), address.getPort())) {
            client.getOutputStream()
                    .write("GET /held HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();

            assertThatCode(server::close).doesNotThrowAnyException();

            assertThat(client.getInputStream().readAllBytes()).isEmpty();
        } finally {
            stopped.countDown();
        }
    }
}
