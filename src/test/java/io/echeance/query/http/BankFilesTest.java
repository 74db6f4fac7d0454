package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.query.http.Questions.Answered;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A bank's file over HTTP")
class BankFilesTest {

    private static final String FILES = "/bank/files";

    @Test
    @DisplayName("is taken, or refused with its reason and place")
    void isTakenOrRefused() {
        try (ServedBook book = ServedBook.open();
                Questions questions = new Questions(book.address())) {
            Answered taken =
                    questions.postBytes(FILES, "<Document/>".getBytes(StandardCharsets.UTF_8), BankPage.MEDIA_TYPE);
            assertThat(taken.status()).as(taken.response().body()).isEqualTo(200);
            assertThat(taken.json().at("/statements/0/place").asText()).isEqualTo("FIRST");

            Answered refused =
                    questions.postBytes(FILES, "date;amount".getBytes(StandardCharsets.UTF_8), BankPage.MEDIA_TYPE);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("reason").asText()).isEqualTo("UNKNOWN_FORMAT");
            assertThat(refused.json().path("detail").asText()).contains("line 1");
        }
    }

    @Test
    @DisplayName("may be larger than other bodies, up to 8 MB, and is not JSON")
    void mayBeLarge() {
        try (ServedBook book = ServedBook.open();
                Questions questions = new Questions(book.address())) {
            byte[] large = "<Document".concat(" ".repeat(1 << 20)).getBytes(StandardCharsets.UTF_8);
            assertThat(questions.postBytes(FILES, large, BankPage.MEDIA_TYPE).status())
                    .isEqualTo(200);
            assertThat(questions
                            .postBytes(FILES, new byte[BankPage.MOST_BYTES + 1], BankPage.MEDIA_TYPE)
                            .status())
                    .isEqualTo(413);
            assertThat(questions.post(FILES, "{}").status()).isEqualTo(415);
        }
    }

    @Test
    @DisplayName("is taken of those who may act only")
    void needsARole() {
        String reader = "anna:read:" + HexFormat.of().formatHex(Token.hash("anna's"));
        try (ServedBook book = new ServedBook(Token.parse(reader), Limits.USUAL.withPerSecond(0));
                Questions questions = new Questions(book.address())) {
            book.answer();
            byte[] file = "<Document/>".getBytes(StandardCharsets.UTF_8);
            List<String> token = List.of("Authorization", "Bearer anna's");

            assertThat(questions.postBytes(FILES, file, BankPage.MEDIA_TYPE).status())
                    .isEqualTo(401);
            assertThat(questions
                            .postBytes(FILES, file, BankPage.MEDIA_TYPE, token.toArray(String[]::new))
                            .status())
                    .isEqualTo(403);
        }
    }
}
