package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.money.Money;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Statement;
import io.echeance.core.order.Statement.Position;
import io.echeance.json.RecordJson;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.order.AccountView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The frames of an order, a customer and a seller")
class FramesTest {

    @AutoClose
    private static ServedBook book = ServedBook.open();

    @AutoClose
    private static Questions questions = new Questions(book.address());

    private static JsonNode answer(String path) {
        Answered answered = questions.get(path);
        assertThat(answered.status()).as(answered.response().body()).isEqualTo(200);
        return answered.json();
    }

    private static String order(AccountView held) {
        return "/orders/" + URLEncoder.encode(held.account().orderId(), StandardCharsets.UTF_8);
    }

    private static List<LocalDate> days(JsonNode frames) {
        return StreamSupport.stream(frames.path("frames").spliterator(), false)
                .map(frame -> LocalDate.parse(frame.path("day").asText()))
                .toList();
    }

    @Test
    @DisplayName("say what the order says as of their days, and of today")
    void sayWhatTheOrderSays() {
        int frames = 0;
        for (AccountView held : book.orders.values()) {
            JsonNode story = answer(order(held) + "/frames");
            for (JsonNode frame : story.path("frames")) {
                LocalDate day = LocalDate.parse(frame.path("day").asText());
                boolean now = day.equals(held.today());
                Statement asOf = Objects.requireNonNull(
                        (now ? held.retelling().now() : held.retelling().asOf(day)).statement());
                for (Position position : asOf.payers()) {
                    assertThat(frame.path("payers"))
                            .as("%s %s", held.account().orderId(), day)
                            .contains(RecordJson.write(position));
                }
                assertThat(frame.path("holds")).hasSameSizeAs(asOf.holds());
                frames++;
            }
        }
        assertThat(frames).isGreaterThan(300);
    }

    @Test
    @DisplayName("leave no day out on which an amount changed, but for interest, which runs from day to day")
    void leaveNoDayOut() {
        for (AccountView held : book.orders.values().stream().limit(12).toList()) {
            List<LocalDate> days = days(answer(order(held) + "/frames"));
            if (days.isEmpty()) {
                continue;
            }
            List<Money> before = List.of();
            for (LocalDate day = days.getFirst(); day.isBefore(held.today()); day = day.plusDays(1)) {
                List<Money> amounts = amounts(held, day);
                if (!amounts.equals(before)) {
                    assertThat(days).as(held.account().orderId()).contains(day);
                }
                before = amounts;
            }
        }
    }

    private static List<Money> amounts(AccountView held, LocalDate day) {
        Statement statement = Objects.requireNonNull(held.retelling().asOf(day).statement());
        List<Money> amounts = new ArrayList<>();
        for (Function<Position, Money> amount :
                List.<Function<Position, Money>>of(Position::paid, Position::outstanding, Position::late)) {
            statement.payers().forEach(payer -> amounts.add(amount.apply(payer)));
        }
        return amounts;
    }

    @Test
    @DisplayName("have every fact that reached us and every document, once and in order")
    void haveEverything() {
        for (AccountView held : book.orders.values()) {
            JsonNode story = answer(order(held) + "/frames");
            if (story.path("frames").isEmpty()) {
                continue;
            }
            List<String> came = new ArrayList<>();
            story.path("frames")
                    .forEach(frame -> frame.path("came")
                            .forEach(fact -> came.add(fact.path("factId").asText())));
            assertThat(came)
                    .as(held.account().orderId())
                    .containsExactlyInAnyOrderElementsOf(held.account().evidence().facts().stream()
                            .map(known -> known.fact())
                            .filter(fact -> !(fact instanceof OwnFact))
                            .map(fact -> fact.factId())
                            .toList());
            assertThat(days(story)).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    @DisplayName("know only what was known, begin and end where they are asked to, and go on into what comes")
    void areOfWhatIsAsked() {
        AccountView held = book.orders.values().stream()
                .filter(one -> days(answer(order(one) + "/frames")).size() > 8
                        && one.account().nextOn() != null)
                .findFirst()
                .orElseThrow();
        List<LocalDate> days = days(answer(order(held) + "/frames"));
        LocalDate third = days.get(3);

        JsonNode known = answer(order(held) + "/frames?knownOn=" + third);
        known.path("frames")
                .findValuesAsText("knownOn")
                .forEach(day -> assertThat(LocalDate.parse(day)).isBeforeOrEqualTo(third));
        JsonNode last = known.path("frames").get(known.path("frames").size() - 1);
        LocalDate lastOn = LocalDate.parse(last.path("day").asText());
        Statement asKnown =
                Objects.requireNonNull(held.retelling().asOf(lastOn, third).statement());
        assertThat(last.path("payers").get(0))
                .isEqualTo(RecordJson.write(asKnown.payers().getFirst()));
        List<LocalDate> some = days(answer(order(held) + "/frames?from=" + third + "&until=" + days.get(6)));
        assertThat(some.getFirst()).isEqualTo(third);
        assertThat(some.getLast()).isEqualTo(days.get(6));
        List<LocalDate> ahead =
                days(answer(order(held) + "/frames?until=" + held.today().plusDays(400)));
        assertThat(new TreeSet<>(ahead)).containsAll(days);
        assertThat(ahead.getLast()).isAfter(held.today());
        assertThat(questions
                        .get(order(held) + "/frames?until=" + held.today().plusYears(9))
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("of a customer are those of its orders")
    void ofACustomer() {
        AccountView held = book.orders.get(book.placedOrder());
        Statement statement = Objects.requireNonNull(held.retelling().now().statement());
        JsonNode story = answer("/customers/" + statement.seller() + "/" + statement.customer() + "/frames");

        assertThat(story.path("orders").findValuesAsText("orderId")).contains(statement.orderId());
        for (JsonNode order : story.path("orders")) {
            if (order.path("orderId").asText().equals(statement.orderId())) {
                assertThat(order).isEqualTo(answer(order(held) + "/frames"));
            }
        }
        assertThat(answer("/customers/nobody/nothing/frames").path("orders")).isEmpty();
    }

    @Test
    @DisplayName("of a seller add its orders up, on each Monday and on the last morning")
    void ofASeller() {
        LocalDate until = LocalDate.of(2026, 7, 15);
        JsonNode story = answer("/sellers/technolowgic/frames?from=2025-09-01&until=" + until);

        List<LocalDate> days = days(story);
        assertThat(days.getLast()).isEqualTo(until);
        assertThat(days.subList(0, days.size() - 1)).allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
        Money received = Money.ZERO;
        int letters = 0;
        for (JsonNode frame : story.path("frames")) {
            LocalDate day = LocalDate.parse(frame.path("day").asText());
            List<Statement> then = statements("technolowgic", day);
            assertThat(frame.path("outstanding").asText())
                    .as("outstanding on %s", day)
                    .isEqualTo(sum(then, false, Position::outstanding));
            assertThat(frame.path("late").asText()).as("late on %s", day).isEqualTo(sum(then, false, Position::late));
            assertThat(frame.path("paid").asText()).isEqualTo(sum(then, true, Position::paid));
            received = received.plus(Money.of(frame.path("received").asText()));
            letters += frame.path("letters").asInt();
        }
        assertThat(received.isPositive()).isTrue();
        assertThat(letters).isPositive();
        assertThat(story.path("more").asBoolean()).isFalse();
        assertThat(questions
                        .get("/sellers/technolowgic/frames?from=2026-02-01&until=2026-01-01")
                        .status())
                .isEqualTo(400);
    }

    private static List<Statement> statements(String seller, LocalDate day) {
        return book.orders.values().stream()
                .filter(held -> held.account().terms() != null
                        && held.account().terms().seller().equals(seller))
                .flatMap(held -> Stream.ofNullable(held.retelling().asOf(day).statement()))
                .toList();
    }

    private static String sum(List<Statement> statements, boolean evenGivenUp, Function<Position, Money> amount) {
        return statements.stream()
                .filter(statement -> evenGivenUp || statement.status() != Statement.Status.WRITTEN_OFF)
                .flatMap(statement -> statement.payers().stream())
                .map(amount)
                .reduce(Money.ZERO, Money::plus)
                .toString();
    }
}
