package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Language;
import io.echeance.core.order.Rejection.Reason;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An order that was refused")
class PersonOrdersTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);

    private static Rejected refused(String order, String fact) {
        return new Rejected(
                DAY, order, fact, Reason.UNKNOWN_TERMS, "no such terms", "orders", 0, 7, null, null, null, null, null);
    }

    private static PersonFile file(String person, List<LoggedFact> log) {
        PersonFile file = new PersonFile(person, Instant.EPOCH, Set.of());
        log.forEach(file::hearOrder);
        return file;
    }

    private static List<String> open(PersonFile file) {
        return file.openBusiness().stream().map(one -> one.in(Language.EN)).toList();
    }

    @Test
    @DisplayName("stands against no erasure as soon as it is; another that is only waited for still does")
    void standsAgainstNothing() {
        PersonFile file = file(
                "LOU",
                List.of(
                        PersonFileTest.entry(PersonFileTest.order("X-1", "LOU"), null),
                        PersonFileTest.entry(PersonFileTest.order("X-2", "LOU"), null)));
        file.hear(Topic.REJECTED, null, refused("X-1", "placed-X-1"));
        file.hear(Topic.REJECTED, null, refused("X-2", "a-note"));
        file.hear(Topic.REJECTED, null, refused("X-3", "placed-X-3"));

        assertThat(open(file)).containsExactly("X-2: it is being worked on");
    }

    @Test
    @DisplayName("is no order of the person's in the summary; what was said of it is theirs, and its keys go")
    void isNoOrder() {
        List<LoggedFact> log = List.of(PersonFileTest.entry(PersonFileTest.order("X-1", "LOU"), null));
        PersonFile file = file("LOU", log);
        file.hear(Topic.REJECTED, null, refused("X-1", "placed-X-1"));
        log.forEach(entry -> file.hear(Topic.FACTS, "X-1", entry));
        file.hear(Topic.PERSON_KEYS, "key", new PersonKey("order/X-1", Bytes.wrap(new byte[60])));

        assertThat(new PersonSummary(file, 0, 0, List.of(), Language.EN).lines())
                .contains("Orders: none");
        assertThat(file.facts()).hasSize(1);
        assertThat(file.keys()).containsOnlyKeys("key");
    }

    @Test
    @DisplayName("under the id of another's leaves that to its customer: none of its facts, keys and amounts are taken")
    void underTheIdOfAnothers() {
        List<LoggedFact> log = List.of(
                PersonFileTest.entry(PersonFileTest.order("B-1", "PAUL"), null),
                PersonFileTest.entry(PersonFileTest.order("B-1", "LOU"), null));
        for (String person : List.of("LOU", "PAUL")) {
            PersonFile file = file(person, log);
            file.hear(Topic.STATEMENTS, "B-1", PersonFileTest.statement(PersonFileTest.position("PAUL", "7.00")));
            log.forEach(entry -> file.hear(Topic.FACTS, "B-1", entry));
            file.hear(Topic.PERSON_KEYS, "key", new PersonKey("order/B-1", Bytes.wrap(new byte[60])));
            boolean isIts = person.equals("PAUL");

            assertThat(open(file)).hasSize(isIts ? 1 : 0);
            assertThat(file.facts()).as("each order has been placed once").hasSize(isIts ? 1 : 0);
            assertThat(file.keys()).hasSize(isIts ? 1 : 0);
        }
    }
}
