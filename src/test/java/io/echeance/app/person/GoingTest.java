package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Language;
import io.echeance.core.money.Money;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Of what was said of payments that name no payer")
class GoingTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    private static final SetAside ASIDE = new SetAside(Money.of("10.00"), SetAside.Why.TO_CLARIFY);

    private static PaymentReceived payment(String id, @Nullable String order, @Nullable String text) {
        return new PaymentReceived("f-" + id, order, DAY, id, null, Money.of("10.00"), Method.TRANSFER, text);
    }

    private static Origin origin(@Nullable String key) {
        return new Origin("payments", 0, 7, 0, null, Bytes.wrap(new byte[] {1}), key);
    }

    private static SuspenseEntry waiting(String id, @Nullable String key, @Nullable SetAside aside) {
        PaymentReceived fact = payment(id, null, key == null ? "merci eva" : null);
        return new SuspenseEntry(origin(key), fact, DAY, false, null, List.of(), aside, false);
    }

    private static void keys(PersonFile file, String... keysOfPayments) {
        for (String one : keysOfPayments) {
            file.hear(Topic.PERSON_KEYS, "key-" + one, new PersonKey("payment/" + one, Bytes.wrap(new byte[60])));
        }
    }

    /** A person who was erased, and has ordered since. */
    private static PersonFile again(Set<String> claimed) {
        PersonFile file = new PersonFile("ZOE", Instant.EPOCH, claimed);
        LoggedFact order = PersonFileTest.entry(PersonFileTest.order("A-9", "ZOE"), null);
        file.hearOrder(order);
        file.hear(Topic.PARTIES, "ZOE", PersonFileTest.speaking("en"));
        file.hear(Topic.PARTIES, "ZOE", null);
        file.hear(Topic.FACTS, "A-9", order);
        return file;
    }

    private static Going going(PersonFile file) {
        return Going.of(file, file.openBusiness());
    }

    @Test
    @DisplayName("what is set aside goes, though the person who was erased has ordered since; the order's keys stay")
    void goesWhileAnOrderIsOpen() {
        PersonFile file = again(Set.of("PT"));
        file.hearWaiting("1", waiting("PT", "key-PT", ASIDE));
        file.hear(Topic.PERSON_KEYS, "note", new PersonKey("order/A-9", Bytes.wrap(new byte[60])));
        keys(file, "PT");

        assertThat(going(file).keys()).containsExactly("key-PT");
        assertThat(going(file).payments()).containsExactly("PT");
    }

    @Test
    @DisplayName("what still has to find its order stays, and is not said to go")
    void whatWaitsStays() {
        PersonFile file = again(Set.of("PT"));
        file.hearWaiting("1", waiting("PT", "key-PT", null));
        keys(file, "PT");

        assertThat(going(file).keys()).isEmpty();
        assertThat(going(file).payments()).isEmpty();
        assertThat(Remains.of(file, Language.EN).all())
                .anyMatch(kept -> kept.what().contains("PT: €10.00 wait for their order"));
    }

    @Test
    @DisplayName("what lies on an order that is open stays with it, and is not said to go")
    void whatLiesOnAnOpenOrderStays() {
        PersonFile file = again(Set.of("PT"));
        file.hear(Topic.FACTS, "A-9", PersonFileTest.entry(payment("PT", "A-9", null), "key-PT"));
        keys(file, "PT");

        assertThat(going(file)).isEqualTo(new Going(Set.of(), Set.of()));
    }

    @Test
    @DisplayName("all keys of the sum go with a part of which a bank told later, of decisions too, and no other part's")
    void aPartGoesWithItsSum() {
        PersonFile file = new PersonFile("TIM", Instant.EPOCH, Set.of("PR#1"));
        file.hearWaiting("1", waiting("PR#1", "key-PR", ASIDE));
        keys(file, "PR", "PR#1", "PR#2", "PRX");
        file.hear(Topic.PERSON_KEYS, "key-details", new PersonKey("payment/PR", Bytes.wrap(new byte[60])));
        file.hear(Topic.PERSON_KEYS, "key-sum", new PersonKey("payment/PR", Bytes.wrap(new byte[60])));
        PaymentDetail half = new PaymentDetail(Money.of("5.00"), null, null);
        PaymentDetailed details = new PaymentDetailed("d", DAY, "PR", List.of(half, half), "N-1");
        file.hear(
                Topic.CASH_DECISIONS,
                "PR",
                new CashDecision(
                        PaymentDecided.detailed(DAY, details, payment("PR", null, null)),
                        origin("key-details"),
                        origin("key-sum")));

        assertThat(going(file).keys()).containsExactlyInAnyOrder("key-PR", "key-PR#1", "key-details", "key-sum");
        assertThat(going(file).payments()).containsExactly("PR#1");
    }

    @Test
    @DisplayName("a part of a part on an order takes the whole along, and a payment with an id so long that it is cut")
    void aPartOfAPartGoesWithAll() {
        String longId = "P".repeat(190);
        PersonFile file = new PersonFile("ZOE", Instant.EPOCH, Set.of());
        LoggedFact order = PersonFileTest.entry(PersonFileTest.order("A-9", "ZOE"), null);
        file.hearOrder(order);
        for (String part : List.of("PR#2#1", DerivedIds.part(longId, 2))) {
            file.hear(Topic.FACTS, "A-9", PersonFileTest.entry(payment(part, "A-9", null), null));
        }
        keys(file, "PR", "PR#1", "PR#2", longId);

        assertThat(file.keys()).containsOnlyKeys("key-PR", "key-PR#2", "key-" + longId);
    }

    @Test
    @DisplayName("a text that came while no key was set lies in clear: it is not said to go, and counts as what stays")
    void inClearItStays() {
        PersonFile file = new PersonFile("MIA", Instant.EPOCH, Set.of("PQ", "PS"));
        file.hearWaiting("1", waiting("PQ", null, ASIDE));
        file.hearWaiting("2", waiting("PS", "gone", ASIDE));

        assertThat(going(file).payments()).as("the key of PS went before").containsExactly("PS");
        assertThat(Remains.of(file, Language.EN).all())
                .anyMatch(kept -> kept.what().startsWith("1 fact or decision, with words in clear"));
    }
}
