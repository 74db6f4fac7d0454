package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.book.Retelling;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Statement.Position;
import io.echeance.query.order.AccountView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The facts that moved the amounts of an order")
class InfluencesTest {

    @Test
    @DisplayName("are those without which, played anew, an amount is another one, and no others")
    void areThoseWithoutWhichAnAmountIsAnotherOne() {
        int moved = 0;
        try (ServedBook book = ServedBook.open();
                Questions questions = new Questions(book.address())) {
            for (AccountView held : book.orders.values()) {
                String id = held.account().orderId();
                JsonNode answer = questions
                        .get("/orders/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/influences")
                        .json();
                Retelling played = held.retelling();
                List<String> expected = held.account().evidence().facts().stream()
                        .map(known -> known.fact())
                        .filter(fact -> !(fact instanceof OwnFact) && !(fact instanceof OrderPlaced))
                        .map(fact -> fact.factId())
                        .filter(fact -> !amounts(played.without(fact)).equals(amounts(played.without(""))))
                        .toList();

                assertThat(answer.path("influences").findValuesAsText("factId"))
                        .as(id)
                        .containsAll(expected);
                moved += expected.size();
            }
        }
        assertThat(moved).isGreaterThan(30);
    }

    private static List<Position> amounts(Retelling.View view) {
        return Objects.requireNonNull(view.statement()).payers().stream()
                .map(payer -> new Position(
                        payer.payer(),
                        payer.outstanding(),
                        payer.paid(),
                        payer.outstanding(),
                        payer.late(),
                        payer.outstanding(),
                        payer.outstanding(),
                        payer.interestToDate(),
                        false))
                .toList();
    }
}
