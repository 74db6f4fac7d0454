package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer before the body was read")
class UnreadBodyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"POST /bank/files", "POST /orders/1/commands/note-dispute", "POST /nowhere", "POST /ageing"})
    @DisplayName("says that the connection ends with it, so that nobody sends the next request into a closed one")
    void saysThatItEnds(String line) throws IOException {
        String reader = "anna:read:" + HexFormat.of().formatHex(Token.hash("anna's"));
        try (ServedBook book = new ServedBook(Token.parse(reader), Limits.USUAL.withPerSecond(0))) {
            book.answer();
            try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), book.server().port())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream()
                        .write((line + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();

                assertThat(head(socket.getInputStream())).contains("\r\nConnection: close\r\n");
            }
        }
    }

    /** What stands before the first empty line. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int read = in.read();
            assertThat(read).as("cut off after %s", head).isNotNegative();
            head.append((char) read);
        }
        return head.toString();
    }

    @RepeatedTest(20)
    @DisplayName("reaches whoever sends more than is taken, or has no token, however much of it is under way")
    void reachesWhoSends() {
        String reader = "anna:read:" + HexFormat.of().formatHex(Token.hash("anna's"));
        try (ServedBook book = new ServedBook(Token.parse(reader), Limits.USUAL.withPerSecond(0));
                Questions questions = new Questions(book.address())) {
            book.answer();
            byte[] large = new byte[BankPage.MOST_BYTES + 1];

            assertThat(questions
                            .postBytes("/bank/files", large, BankPage.MEDIA_TYPE)
                            .status())
                    .isEqualTo(401);
            assertThat(questions
                            .postBytes("/bank/files", large, BankPage.MEDIA_TYPE, "Authorization", "Bearer anna's")
                            .status())
                    .isEqualTo(403);
        }
    }
}
