package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.query.http.Questions.Answered;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A decision about a payment")
class PaymentDecisionTest {

    @AutoClose
    private final ServedBook book = ServedBook.open();

    @AutoClose
    private final Questions questions = new Questions(book.address());

    private Answered decide(String payment, String body) {
        return questions.post("/payments/" + payment + "/decision", body.replace('\'', '"'), "Idempotency-Key", "k");
    }

    @Test
    @DisplayName("becomes a fact about the payment, by who asked, and is answered once it has taken effect")
    void becomesAFact() {
        Answered answered = decide("P1", "{'parts': [{'orderId': 'T-2330', 'payerId': 'ACME', 'amount': '100.00'}]}");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.json().path("outcome").asText()).isEqualTo("TAKEN");
        assertThat(answered.json().path("decided").path("paymentId").asText()).isEqualTo("P1");
        assertThat(book.posted()).singleElement().isInstanceOfSatisfying(PaymentApplied.class, applied -> {
            assertThat(applied.paymentId()).isEqualTo("P1");
            assertThat(applied.by()).isNotEmpty();
            assertThat(applied.parts()).hasSize(1);
        });
    }

    @Test
    @DisplayName("under a key under which something else was decided is a conflict, and is not posted")
    void twice() {
        assertThat(decide("P1", "{'parts': [{'orderId': 'T-2330'}]}").status()).isEqualTo(200);
        assertThat(decide("P1", "{'parts': [{'orderId': 'T-2330'}]}").status()).isEqualTo(200);
        assertThat(decide("P1", "{'parts': [{'orderId': 'T-2320'}]}").status()).isEqualTo(409);
        assertThat(book.posted()).hasSize(1);
    }

    @Test
    @DisplayName("that was undone since is not told as it was")
    void undone() {
        String id = decide("P1", "{'parts': [{'orderId': 'T-2330'}]}")
                .json()
                .path("factId")
                .asText();
        String undone = "{\"replaces\": \"" + id + "\"}";
        questions.post("/payments/P1/decision", undone, "Idempotency-Key", "another");

        Answered again = decide("P1", "{'parts': [{'orderId': 'T-2330'}]}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.response().body()).contains("has taken its place since");
    }

    @Test
    @DisplayName("for an order that this instance knows was not placed is refused at once, and is not posted")
    void noSuchOrder() {
        Answered answered = decide("P1", "{'parts': [{'orderId': 'T-2330'}, {'orderId': 'T-404'}]}");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.json().path("reason").asText()).isEqualTo("UNKNOWN_ORDER");
        assertThat(book.posted()).isEmpty();
    }

    @Test
    @DisplayName("that nobody has taken yet is said to be posted")
    void posted() {
        book.deafen(true);
        assertThat(decide("P1", "{}").status()).isEqualTo(202);
    }

    @Test
    @DisplayName("with fields that it has not, or amounts that are none, is not posted")
    void wrong() {
        List<String> bodies = List.of(
                "{'parts': [{'amount': '1.00'}]}",
                "{'parts': [{'orderId': 'T-2330', 'amount': 'much'}]}",
                "{'who': 'ACME'}",
                "{'setAside': {'amount': '1.00', 'reason': 'BECAUSE'}}");
        bodies.forEach(body -> assertThat(decide("P1", body).status()).as(body).isEqualTo(400));
        assertThat(questions.post("/payments/P1/decision", "{}").status()).isEqualTo(400);
        assertThat(book.posted()).isEmpty();
    }
}
