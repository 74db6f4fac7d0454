package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.Terms;
import io.echeance.document.Changed;
import io.echeance.json.RecordJson;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.order.AccountView;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An allocation above the limit")
class AllocationForTwoTest {

    private static final String KEY = "Idempotency-Key";

    @AutoClose
    private final ServedBook book =
            ServedBook.open(new Limits(4_000, 8_000, Duration.ofSeconds(5), Duration.ofSeconds(1), 8, 0));

    @AutoClose
    private final Questions questions = new Questions(book.address());

    private final String orderId = book.placedOrder();

    private Answered command(String command, String body, String key) {
        return questions.post("/orders/" + orderId + "/commands/" + command, body.replace('\'', '"'), KEY, key);
    }

    @Test
    @DisplayName("is a receipt that waits, and a decision for a second person")
    void placesMoreThanTheLimit() {
        wantTwoPersons();
        String body = "{'paymentId': 'p', 'payerId': 'A', 'amount': '%s', 'method': 'CARD', 'on': '2026-03-02'}";

        assertThat(command("allocation", body.formatted("1000.00"), "k").status())
                .isEqualTo(200);
        assertThat(book.posted()).hasSize(1);
        Answered answered = command("allocation", body.replace("'p'", "'p/2'").formatted("1000.01"), "key-1");
        command("allocation", body.replace("'p'", "'p/2'").formatted("1000.01"), "key-2");

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(202);
        assertThat(answered.response().headers().firstValue("Location")).hasValue("/payments/p%2F2");
        List<Fact> facts = book.posted().subList(1, book.posted().size());
        assertThat(facts).as("one receipt, two decisions").hasSize(3);
        assertThat(facts.get(0)).isInstanceOfSatisfying(PaymentReceived.class, receipt -> {
            assertThat(receipt.orderId()).isNull();
            assertThat(receipt.amount()).isEqualTo(Money.of("1000.01"));
        });
        assertThat(facts.get(1)).isInstanceOfSatisfying(PaymentApplied.class, decision -> {
            assertThat(decision.factId())
                    .isNotEqualTo(facts.get(2).factId())
                    .isEqualTo(answered.json().path("factId").asText());
            assertThat(decision.by()).isEqualTo("anybody");
            assertThat(decision.parts())
                    .isEqualTo(((PaymentApplied) facts.get(2)).parts())
                    .containsExactly(new PaymentPart(orderId, "A", Money.of("1000.01"), null));
        });
    }

    /** For more than 1000.00. */
    private void wantTwoPersons() {
        AccountView held = Objects.requireNonNull(book.orders.get(orderId));
        Terms terms = Objects.requireNonNull(held.account().terms());
        Terms limited =
                Changed.with(terms, "payment", Changed.with(terms.payment(), "secondPersonAbove", Money.of("1000.00")));
        book.orders.put(orderId, Changed.with(held, "account", Changed.with(held.account(), "terms", limited)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'amount': '1000.01', 'method': 'CHEQUE', 'on': '2026-03-02', 'payerId': 'A'",
                "'amount': '1000.01', 'method': 'CARD', 'on': '2026-03-01', 'payerId': 'A'",
                "'amount': '1000.02', 'method': 'CARD', 'on': '2026-03-02', 'payerId': 'A'",
                "'amount': '1000.01', 'method': 'CARD', 'on': '2026-03-02', 'payerId': 'B'"
            })
    @DisplayName("whose receipt contradicts an earlier one decides nothing")
    void contradictsAnEarlierReceipt(String other) {
        wantTwoPersons();
        String first = "{'paymentId': 'p', 'payerId': 'A', 'amount': '1000.01', 'method': 'CARD', 'on': '2026-03-02'}";
        assertThat(command("allocation", first, "key-1").status()).isEqualTo(202);

        Answered answered = command("allocation", "{'paymentId': 'p', " + other + "}", "key-2");

        assertThat(answered.status()).isEqualTo(422);
        assertThat(answered.json().path("reason").asText()).isEqualTo("CONTRADICTS_EARLIER_FACT");
        assertThat(book.posted()).filteredOn(PaymentApplied.class::isInstance).hasSize(1);
    }

    @Test
    @DisplayName("whose receipt is not taken in time decides nothing, and is told again")
    void receiptIsNotTaken() {
        wantTwoPersons();
        String body = "{'paymentId': 'p', 'payerId': 'A', 'amount': '1000.01', 'method': 'CARD', 'on': '2026-03-02'}";
        book.deafen(true);
        assertThat(command("allocation", body, "key-1").status()).isEqualTo(503);
        assertThat(book.posted()).hasExactlyElementsOfTypes(PaymentReceived.class);

        book.deafen(false);
        assertThat(command("allocation", body, "key-1").status()).isEqualTo(202);
        assertThat(book.posted()).last().isInstanceOf(PaymentApplied.class);
    }

    @Test
    @DisplayName("is told by another instance whether the payment is known as its receipt tells, and no more")
    void anotherInstanceAsks() throws IOException, InterruptedException {
        wantTwoPersons();
        String body = "{'paymentId': 'p', 'payerId': 'A', 'amount': '1000.01', 'method': 'CARD', 'on': '2026-03-02'}";
        command("allocation", body, "key-1");
        String receipt =
                RecordJson.write((PaymentReceived) book.posted().getFirst()).toString();

        assertThat(known(receipt)).isEqualTo("{\"known\":\"SO\"}");
        assertThat(known(receipt.replace("CARD", "CHEQUE"))).isEqualTo("{\"known\":\"OTHERWISE\"}");
        assertThat(known(receipt.replace("\"p\"", "\"q\""))).isEqualTo("{\"known\":\"NOT\"}");
    }

    /** Among instances: it is not in what is promised to those outside. */
    private String known(String receipt) throws IOException, InterruptedException {
        String path = "/orders/" + orderId + "/commands/allocation?" + ReceiptPost.KNOWN + "=true";
        HttpRequest request = HttpRequest.newBuilder(URI.create(book.address() + path))
                .header("Content-Type", "application/json")
                .header(PeerClient.MARK, PeerClient.ACTIVE)
                .POST(BodyPublishers.ofString(receipt))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body().strip();
        }
    }
}
