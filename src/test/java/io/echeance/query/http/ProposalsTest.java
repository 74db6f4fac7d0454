package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions.Answered;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a payment that waits may be meant for")
class ProposalsTest {

    @AutoClose
    private final ServedBook book = ServedBook.open();

    @AutoClose
    private final Questions questions = new Questions(book.address());

    @Test
    @DisplayName("is proposed by what is owed now, with the parts of a decision that would place it, and why")
    void isProposed() {
        Answered answered = questions.get("/payments/T-2330/proposals");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        JsonNode first = answered.json().path("proposals").path(0);
        assertThat(first.path("rule").asText()).isEqualTo("NAMED_AND_SUM");
        assertThat(first.path("contradicted").asBoolean()).isFalse();
        assertThat(first.path("evidence").path(0).asText()).isEqualTo("the text names T-2330");
        assertThat(first.at("/parts/0/orderId").asText()).isEqualTo("T-2330");
        assertThat(first.at("/parts/0/amount")).isEqualTo(answered.json().path("amount"));
    }

    @Test
    @DisplayName("is not asked of a payment that does not wait, nor with words that nobody knows")
    void isNotAsked() {
        Answered unknown = questions.get("/payments/P-404/proposals");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("type").asText()).endsWith(":unknown-payment");
        assertThat(questions.get("/payments/T-2330/proposals?amount=1.00").status())
                .isEqualTo(400);
        assertThat(questions.get("/payments/T-2330/proposals?partial=true").status())
                .isEqualTo(200);
    }
}
