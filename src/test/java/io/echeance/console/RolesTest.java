package io.echeance.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.query.http.Questions;
import io.echeance.query.http.Questions.Answered;
import io.echeance.query.http.Role;
import io.echeance.serde.record.NamesShown;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Roles, addresses and fields against one another. The rows are the operations of the OpenAPI document, which says who
 * may ({@code x-roles}) and which fields name somebody ({@code x-names}): one without a row here fails.
 */
@DisplayName("Who may see and do what")
class RolesTest {

    private static final Set<String> SEE_NAMES = Set.of("collect", "decide", "finance", "dpo");

    /** Pages that name who works here, and nobody else: they need no record. */
    private static final Set<String> ONLY_COLLEAGUES =
            Set.of("/console", "/console/approvals", "/console/sellers/{seller}/months");

    /** Fields that name who works here. */
    private static final Set<String> OF_COLLEAGUES = Set.of("assignedTo", "by");

    @AutoClose
    private static NamedBook book = NamedBook.open();

    @AutoClose
    private static Questions questions = new Questions(book.address());

    private static Map<String, JsonNode> operations;

    @BeforeAll
    static void serve() {
        operations = operations();
    }

    /** By method and path. */
    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> path :
                questions.get("/openapi.json").json().path("paths").properties()) {
            for (String method : List.of("get", "post", "put", "delete", "patch")) {
                if (path.getValue().has(method)) {
                    operations.put(
                            method.toUpperCase(Locale.ROOT) + " " + path.getKey(),
                            path.getValue().get(method));
                }
            }
        }
        return operations;
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** Original bytes, as answers write them. */
    private static final String IN_BYTES =
            Base64.getEncoder().encodeToString(NamedBook.NAME.getBytes(StandardCharsets.UTF_8));

    /** The fields whose text names somebody of the book, or whose bytes do. */
    private static Set<String> named(JsonNode node, String field) {
        Set<String> named = new TreeSet<>();
        if (node.isTextual()
                && (node.asText().contains(NamedBook.NAME) || node.asText().equals(IN_BYTES))) {
            named.add(field);
        }
        for (Map.Entry<String, JsonNode> one : node.properties()) {
            named.addAll(named(one.getValue(), one.getKey()));
        }
        if (node.isArray()) {
            node.forEach(one -> named.addAll(named(one, field)));
        }
        return named;
    }

    private static Answered ask(String operation, Role role) {
        return book.calls().get(operation).send(questions, role.word());
    }

    @Test
    @DisplayName("is said of every operation, and tried on every one")
    void nothingIsForgotten() {
        assertThat(book.calls().keySet()).isEqualTo(withToken());
    }

    private static Set<String> withToken() {
        Set<String> asked = new TreeSet<>(operations.keySet());
        asked.removeIf(one -> operations.get(one).has("security"));
        return asked;
    }

    static List<String> rows() {
        return List.copyOf(withToken());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("holds of each role: an answer or 403, with the names or without")
    void holds(String operation) {
        JsonNode said = operations.get(operation);
        Set<String> roles = texts(said.path("x-roles"));
        assertThat(roles).as("x-roles of " + operation).isNotEmpty();
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        for (Role role : Role.values()) {
            Answered answered = ask(operation, role);
            boolean json = answered.header("Content-Type").contains("json");
            String fields = answered.status() >= 300 || !json
                    ? ""
                    : named(answered.json(), "").toString();
            found.put(role.word(), (answered.status() < 300 ? "answered " : answered.status() + " ") + fields);
            String names = !json
                    ? ""
                    : SEE_NAMES.contains(role.word())
                            ? texts(said.path("x-names")).toString()
                            : "[]";
            expected.put(role.word(), roles.contains(role.word()) ? "answered " + names : "403 ");
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("ends at a token's sellers: others' orders and customers are as those that never were")
    void endsAtSellers(String operation) {
        NamedBook.Call call = book.calls().get(operation);
        Answered others = call.send(questions, NamedBook.ELSEWHERE);
        Answered nobodys = call.ofNobody().send(questions, NamedBook.ELSEWHERE);

        assertThat(others.status()).isEqualTo(nobodys.status());
        assertThat(NamedBook.withoutIds(others.response().body()))
                .isEqualTo(NamedBook.withoutIds(nobodys.response().body()));
        assertThat(others.response().body()).doesNotContain(NamedBook.NAME);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("is noted of each answer that names somebody, and of no other, before it is sent")
    void isNoted(String operation) {
        Set<String> fields = texts(operations.get(operation).path("x-names"));
        boolean naming = !OF_COLLEAGUES.containsAll(fields);
        for (Role role : Role.values()) {
            int before = book.accesses().size();
            Answered answered = ask(operation, role);
            List<NamesShown> noted =
                    book.accesses().subList(before, book.accesses().size());

            if (answered.status() < 300 && naming && SEE_NAMES.contains(role.word())) {
                assertThat(noted).as(role.word()).hasSize(1);
                NamesShown one = noted.getFirst();
                assertThat(one.by()).isEqualTo(role.word());
                assertThat(one.operation()).isEqualTo(operation);
                assertThat(one.purpose()).isEqualTo("test");
                assertThat(one.persons().size()
                                + one.orders().size()
                                + one.payments().size())
                        .as(one.toString())
                        .isPositive();
                assertThat(one.toString()).doesNotContain(NamedBook.NAME);
            } else {
                assertThat(noted).as(role.word()).isEmpty();
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("is shown to nobody while it cannot be noted; what names nobody is answered")
    void isNotShownUnnoted(String operation) {
        book.loseLog(true);
        try {
            boolean naming =
                    !OF_COLLEAGUES.containsAll(texts(operations.get(operation).path("x-names")));
            Answered answered = ask(operation, Role.DECIDE);
            if (answered.status() != 403) {
                assertThat(answered.status()).isEqualTo(naming ? 503 : 200);
            }
            assertThat(answered.response().body()).doesNotContain("Mme " + NamedBook.NAME, "VIR M");
        } finally {
            book.loseLog(false);
        }
    }

    @Test
    @DisplayName("asks for a purpose in a word, which names nobody")
    void purpose() {
        assertThat(questions
                        .get("/orders/T-2515", "Authorization", NamedBook.bearer("read")[1], "Echeance-Purpose", "M. X")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @DisplayName("leaves a token what is of its own seller")
    void leavesItsOwn() {
        assertThat(questions
                        .get("/orders/T-2515", NamedBook.bearer(NamedBook.OWN))
                        .status())
                .isEqualTo(200);
        assertThat(questions
                        .get("/lists/orders", NamedBook.bearer(NamedBook.OWN))
                        .json()
                        .path("rows"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.path("seller").asText()).isEqualTo("technolowgic"));
        JsonNode all = questions
                .get("/ageing?seller=technolowgic", NamedBook.bearer("read"))
                .json();
        assertThat(questions
                        .get("/ageing", NamedBook.bearer(NamedBook.OWN))
                        .json()
                        .path("lines"))
                .isEqualTo(all.path("lines"));
        assertThat(questions
                        .get("/lists/orders?limit=7", NamedBook.bearer(NamedBook.TWO))
                        .json()
                        .path("next")
                        .asText())
                .isNotEmpty();
        assertThat(questions
                        .get("/lists/suspense", NamedBook.bearer(NamedBook.OWN))
                        .status())
                .isEqualTo(403);
        assertThat(questions.get("/metrics", NamedBook.bearer(NamedBook.OWN)).status())
                .isEqualTo(403);
    }

    @Test
    @DisplayName("asks for the role decide where money is given up")
    void writeOff() {
        for (Role role : Role.values()) {
            Answered answered = questions.post(
                    "/orders/T-2515/commands/write-off",
                    "{\"reason\": 1}",
                    "Authorization",
                    NamedBook.bearer(role.word())[1],
                    "Idempotency-Key",
                    "w");
            assertThat(answered.status()).as(role.word()).isEqualTo(role == Role.DECIDE ? 400 : 403);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Role.class)
    @DisplayName("holds of every page of the console")
    void pages(Role role) {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        book.comeIn(role.word());
        int before = book.accesses().size();
        for (Map.Entry<String, NamedPages.Page> row : NamedPages.all().entrySet()) {
            int noted = book.accesses().size();
            ConsoleAtWork.Read read = book.page(row.getValue().path());
            boolean may = row.getValue().roles().contains(role.word());
            boolean names = may && row.getValue().names() && SEE_NAMES.contains(role.word());
            expected.put(row.getKey(), (may ? 200 : 403) + (names ? " with names" : ""));
            found.put(
                    row.getKey(),
                    read.status() + (read.response().body().contains(NamedBook.NAME) ? " with names" : ""));
            if (names && !ONLY_COLLEAGUES.contains(row.getKey())) {
                assertThat(book.accesses().size()).as(row.getKey()).isGreaterThan(noted);
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(book.accesses().subList(before, book.accesses().size()))
                .allSatisfy(shown -> assertThat(shown.purpose()).isEqualTo("console"));
    }

    @Test
    @DisplayName("is said of every page of the console")
    void noPageIsForgotten() {
        assertThat(NamedPages.all().keySet()).containsAll(Screens.all().keySet());
    }
}
