package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.query.http.Questions.Answered;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Lists and ageing, asked for")
class ListsTest {

    @AutoClose
    private static ServedBook book = ServedBook.open();

    @AutoClose
    private static Questions questions = new Questions(book.address());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "late?fromDays=1&toDays=30&seller=technolowgic",
                "due?from=2026-01-01&until=2026-12-31",
                "at-step?step=d%2B30",
                "next-step?step=d%2B30&from=2026-01-01",
                "funded?state=REQUESTED",
                "promised?until=2026-12-31",
                "refunds-due",
                "owed-back",
                "held?what=DISPUTE",
                "orders?status=BILLED",
                "of-customer?customer=ACME",
                "suspense"
            })
    @DisplayName("there is the list")
    void lists(String list) {
        Answered answered = questions.get("/lists/" + list);

        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        assertThat(answered.json().path("rows").isArray()).isTrue();
        assertThat(answered.json().path("partitions").path("answered")).hasSize(1);
        assertThat(answered.json().path("partitions").path("missing")).isEmpty();
    }

    @Test
    @DisplayName("pages follow one another without gap or repetition")
    void pages() {
        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = questions
                    .get("/lists/orders?limit=7" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            page.path("rows").forEach(row -> seen.add(row.path("orderId").asText()));
            next = page.path("next").asText();
        } while (!next.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThan(14);
        assertThat(seen)
                .containsExactlyElementsOf(book.orders.values().stream()
                        .filter(held -> held.account().terms() != null)
                        .map(held -> held.account().orderId())
                        .toList());
    }

    @Test
    @DisplayName("the ageing adds up")
    void ageing() {
        JsonNode ageing = questions.get("/ageing").json();

        Money sum = Money.ZERO;
        for (JsonNode line : ageing.path("lines")) {
            for (String column : List.of("notDue", "to30", "to60", "to90", "over90")) {
                sum = sum.plus(Money.of(line.path("amounts").path(column).asText()));
            }
        }
        Money total = Money.ZERO;
        for (JsonNode column : ageing.path("total")) {
            total = total.plus(Money.of(column.asText()));
        }
        assertThat(sum).isEqualTo(total);
        assertThat(sum.isPositive()).isTrue();
        assertThat(questions.get("/ageing?on=2027-01-01&seller=technolowgic").status())
                .isEqualTo(200);
        assertThat(questions.get("/ageing?customer=ACME").json().path("lines")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/lists/unheard-of, 404",
        "/lists/at-step, 400",
        "/lists/late?fromDays=x, 400",
        "/lists/late?limit=0, 400",
        "/lists/late?limit=201, 400",
        "/lists/late?after=%2A, 400",
        "/lists/late?after=AAAA, 400",
        "/lists/suspense?after=AAAA, 400",
        "/lists/set-aside?after=2026-02-30, 400",
        "/lists/second-person?after=AAAA, 400",
        "/lists/promised?after=AAAA, 400",
        "/lists/of-customer?customer=X&after=AAAA, 400",
        "/customers?after=AAAA, 400",
        "/worklist?after=AAAA, 400",
        "/lists/held?what=HOSTAGE, 400",
        "/lists/orders?customer=ACME, 400",
        "/ageing?on=2999-01-01, 400",
        "/ageing?on=2026-01-01&customer=ACME, 400",
    })
    @DisplayName("what cannot be meant is a problem")
    void problems(String path, int status) {
        assertThat(questions.get(path).status()).isEqualTo(status);
    }

    @Test
    @DisplayName("while a partition moves nothing is told, unless a part will do, which says so")
    void partial() {
        book.move(true);
        try {
            assertThat(questions.get("/lists/orders").status()).isEqualTo(503);
            Answered partial = questions.get("/lists/orders?partial=true");
            assertThat(partial.status()).isEqualTo(200);
            assertThat(partial.json().path("partitions").path("missing")).hasSize(1);
        } finally {
            book.move(false);
        }
    }

    @Test
    @DisplayName("make a worklist: customers, with reasons")
    void makeAWorklist() {
        JsonNode worklist = questions.get("/worklist?all=true&limit=200").json();

        assertThat(worklist.path("rows")).isNotEmpty();
        assertThat(worklist.path("rowsInAll").asInt())
                .isEqualTo(worklist.path("rows").size());
        assertThat(questions.get("/worklist?reason=LATE&owner=none").json().path("rows"))
                .isEmpty();
        for (String wrong : List.of("reason=LUCK", "limit=0", "limit=201", "owner=", "all=maybe", "color=red")) {
            assertThat(questions.get("/worklist?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }
}
