package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.CustomerFact.PersonRight;
import io.echeance.core.customer.CustomerFact.RightAsked;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Words;
import io.echeance.query.access.PersonsDesk.Kept;
import io.echeance.query.access.PersonsDesk.KeptKind;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.Origin;
import io.echeance.topology.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an erasure leaves")
class RemainsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    private static final CreditLimitSet DECIDED =
            new CreditLimitSet("c1", "alegria", "EVA", DAY, Money.of("10.00"), null, "she pays late", "alice");

    private final PersonFile file = new PersonFile("EVA", Instant.EPOCH, Set.of());

    /** @param sealedBy of a note on the person's order */
    private void read(@Nullable String sealedBy) {
        List<LoggedFact> log = List.of(
                PersonFileTest.entry(PersonFileTest.order("A-1", "EVA"), null),
                PersonFileTest.entry(sealedBy == null ? PersonFileTest.NOTE : withoutWords(), sealedBy));
        log.forEach(file::hearOrder);
        log.forEach(entry -> file.hear(Topic.FACTS, "A-1", entry));
    }

    private static Fact withoutWords() {
        return Words.without(PersonFileTest.NOTE, Set.of());
    }

    private Stream<String> left(KeptKind kind) {
        return Remains.of(file, Language.EN).all().stream()
                .filter(one -> one.kind() == kind)
                .map(Kept::what);
    }

    @Test
    @DisplayName("has the words in clear that came while no key was set, of facts and of decisions")
    void hasWordsInClear() {
        read(null);
        file.hear(new CustomerKey("alegria", "EVA"), new CustomerFile(List.of(new KnownDecision(DAY, DECIDED)), null));

        assertThat(left(KeptKind.CLEAR_WORDS))
                .singleElement()
                .asString()
                .startsWith("2 facts and decisions, with words");
        assertThat(left(KeptKind.FACTS)).singleElement().asString().doesNotContain("without words");
        assertThat(left(KeptKind.REQUESTS)).singleElement().asString().doesNotContain("without words");
    }

    @Test
    @DisplayName("has what the person asked for, the request to be erased too, under the id and without its words")
    void hasWhatWasAskedFor() {
        RightAsked asked = new RightAsked("r", "alegria", "EVA", DAY, PersonRight.ERASURE, "called back", "ann");
        Origin origin = new Origin("customer-actions", 0, 7, 0, null, Bytes.wrap(new byte[] {1}), "gone");
        file.hear(
                new CustomerKey("alegria", "EVA"),
                new CustomerFile(List.of(new KnownDecision(DAY, asked.withoutWords(), origin, 0)), null));

        assertThat(left(KeptKind.REQUESTS))
                .singleElement()
                .asString()
                .startsWith("1 request for a right, or decision about the person")
                .contains("without words");
    }

    @Test
    @DisplayName("has none in clear where all came under a key")
    void hasNoneInClearUnderAKey() {
        read("key-1");

        assertThat(left(KeptKind.CLEAR_WORDS)).isEmpty();
        assertThat(left(KeptKind.FACTS)).singleElement().asString().contains("without words");
    }

    @Test
    @DisplayName("has what was begun since: after name and address were deleted, or a key was, though both are cleaned")
    void hasWhatWasBegunSince() {
        read(null);
        file.hear(Topic.PARTIES, "EVA", PersonFileTest.speaking("en"));
        assertThat(left(KeptKind.OPEN_SINCE)).as("nothing was erased").isEmpty();
        file.hear(Topic.PARTIES, "EVA", null);
        assertThat(left(KeptKind.OPEN_SINCE)).containsExactly("begun since it was erased: A-1: it is being worked on");

        PersonFile cleaned = new PersonFile("EVA", Instant.EPOCH, Set.of());
        LoggedFact order = PersonFileTest.entry(PersonFileTest.order("A-1", "EVA"), null);
        cleaned.hearOrder(order);
        assertThat(Remains.wasErased(cleaned)).isFalse();
        cleaned.hear(Topic.FACTS, "A-1", PersonFileTest.entry(withoutWords(), "gone"));
        assertThat(Remains.wasErased(cleaned)).isTrue();
    }
}
