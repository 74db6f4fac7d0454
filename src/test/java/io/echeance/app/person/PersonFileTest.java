package io.echeance.app.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.core.customer.CustomerFact.CreditLimitSet;
import io.echeance.core.customer.Customers.CustomerKey;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.core.order.SetAside;
import io.echeance.core.order.Statement;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.serde.record.CustomerRow.CustomerFile;
import io.echeance.serde.record.CustomerRow.KnownDecision;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.LoggedFact.Received;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.PersonKey;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is found of a person, of another's nothing. */
class PersonFileTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 2);
    static final ContactNoted NOTE = new ContactNoted("n1", "A-1", DAY, null, Channel.PHONE, "she was ill", "alice");

    private final PersonFile file = new PersonFile("EVA", Instant.EPOCH, Set.of());

    static LoggedFact entry(Fact fact, @Nullable String sealedBy) {
        Bytes some = Bytes.wrap(new byte[] {1});
        return new LoggedFact(new Origin("collection-actions", 0, 7, 0, null, some, sealedBy), new Received(fact));
    }

    static OrderPlaced order(String id, String customer) {
        return new OrderPlaced(
                "placed-" + id,
                id,
                DAY,
                "alegria-online",
                new Customer(customer, Quality.CONSUMER),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "a course", Money.of("499.00"))),
                new Service(DAY, DAY.plusDays(90), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    static Party speaking(String language) {
        return new Party(
                "EVA",
                "Eva Blume",
                null,
                null,
                List.of("1 rue Z"),
                "75001",
                "Paris",
                "FR",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                language);
    }

    private void read() {
        List<LoggedFact> log = List.of(
                entry(order("A-1", "EVA"), null),
                entry(order("B-1", "PAUL"), null),
                entry(new ContactNoted("n1", "A-1", DAY, null, Channel.PHONE, null, null), "key-1"),
                entry(new ContactNoted("n2", "B-1", DAY, null, Channel.PHONE, null, null), "key-2"),
                entry(payment("p1", "A-1", "PAUL"), null),
                entry(payment("p2", "B-1", "EVA"), "key-3"),
                entry(new ContactNoted("n3", "A-1", DAY, "PAUL", Channel.PHONE, "PAULs mother is ill", null), null));
        log.forEach(file::hearOrder);
        file.hear(Topic.PARTIES, "EVA", speaking("fr"));
        log.forEach(entry -> file.hear(Topic.FACTS, "any", entry));
        for (String key : List.of("key-1", "key-2", "key-3")) {
            file.hear(Topic.PERSON_KEYS, key, new PersonKey("order/of-" + key, Bytes.wrap(new byte[60])));
        }
        file.hear(Topic.PERSON_KEYS, "key-4", new PersonKey("customer/alegria/EVA", Bytes.wrap(new byte[60])));
        file.hear(Topic.PERSON_KEYS, "key-6", new PersonKey("payment/P-p2", Bytes.wrap(new byte[60])));
        file.hear(Topic.PERSON_KEYS, "key-7", new PersonKey("payment/P-of-another", Bytes.wrap(new byte[60])));
        file.hear(Topic.PERSON_KEYS, "key-5", new PersonKey("order/A-1", Bytes.wrap(new byte[60])));
        file.hear(Topic.PERSON_KEYS, "key-5", null);
    }

    private static PaymentReceived payment(String id, String order, String payer) {
        return new PaymentReceived(id, order, DAY, "P-" + id, payer, Money.of("10.00"), Method.TRANSFER, order);
    }

    @Test
    void theKeysAreThoseOfItsOrdersItsPaymentsAndDecisionsAboutIt() {
        read();
        assertThat(file.orders().ids()).containsExactly("A-1");
        assertThat(file.facts()).hasSize(5);
        assertThat(file.keys()).containsOnlyKeys("key-1", "key-3", "key-4", "key-6");
        assertThat(file.sealing()).as("those that are gone too").contains("key-5");
    }

    private static List<String> open(PersonFile file) {
        return file.openBusiness().stream().map(one -> one.in(Language.EN)).toList();
    }

    @Test
    void moneyOfItsThatWaitsIsOpenAndItsWordsGoWithIt() {
        file.hearWaiting("1", waiting("P-8", "EVA", "key-8", null));
        file.hearWaiting("2", waiting("P-9", "PAUL", "key-9", null));
        read();
        assertThat(open(file)).contains("P-8: €10.00 wait for their order");
        assertThat(file.sealing()).contains("key-8").doesNotContain("key-9");
        file.hearWaiting("1", waiting("P-8", "EVA", "key-8", null, true));
        assertThat(open(file)).as("it has come back").noneMatch(line -> line.startsWith("P-8"));
        assertThat(file.sealing()).as("and has its words").contains("key-8");
        file.hearWaiting("1", null);
        assertThat(file.sealing()).doesNotContain("key-8");
    }

    @Test
    void thePaymentThatWasPlacedElsewhereSinceIsNoLongerItsUnlessItPaid() {
        read();
        PersonKey other = new PersonKey("payment/P-p1", Bytes.wrap(new byte[60]));
        for (String id : List.of("p1", "p3")) {
            file.hear(Topic.FACTS, "A-1", entry(payment(id, "A-1", id.equals("p1") ? "PAUL" : "EVA"), null));
            file.hear(Topic.FACTS, "A-1", entry(new PaymentWithdrawn("w-" + id, "A-1", DAY, "P-" + id, id), null));
        }
        file.hear(Topic.PERSON_KEYS, "key-8", other);
        file.hear(Topic.PERSON_KEYS, "key-9", new PersonKey("payment/P-p3", Bytes.wrap(new byte[60])));

        assertThat(file.sealing()).contains("key-9").doesNotContain("key-8");
    }

    @Test
    void moneyThatNamesNoPayerIsItsWhereAPersonSaysSo() {
        SetAside aside = new SetAside(Money.of("10.00"), SetAside.Why.TO_CLARIFY);
        PersonFile claimed = new PersonFile("EVA", Instant.EPOCH, Set.of("P-8"));
        claimed.hearWaiting("1", waiting("P-8", null, "key-8", aside));
        claimed.hearWaiting("2", waiting("P-9", null, "key-9", aside));
        assertThat(claimed.sealing()).containsExactly("key-8");
        assertThat(claimed.openBusiness()).as("it is set aside").isEmpty();
    }

    private static SuspenseEntry waiting(String payment, @Nullable String payer, String key, @Nullable SetAside aside) {
        return waiting(payment, payer, key, aside, false);
    }

    private static SuspenseEntry waiting(
            String payment, @Nullable String payer, String key, @Nullable SetAside aside, boolean cameBack) {
        PaymentReceived fact =
                new PaymentReceived("f", null, DAY, payment, payer, Money.of("10.00"), Method.TRANSFER, null);
        Origin origin = new Origin("payments", 0, 7, 0, null, Bytes.wrap(new byte[] {1}), key);
        return new SuspenseEntry(origin, fact, DAY, false, null, List.of(), aside, cameBack);
    }

    @Test
    void decisionsAreThoseThatAreKeptWithTheirWordsAndWithoutWhoTookThem() {
        read();
        CreditLimitSet decided =
                new CreditLimitSet("c1", "alegria", "EVA", DAY, Money.of("10.00"), null, "she pays late", "alice");
        Origin origin = new Origin("customer-actions", 0, 7, 0, null, Bytes.wrap(new byte[] {1}), "key-4");
        file.hear(
                new CustomerKey("alegria", "EVA"),
                new CustomerFile(List.of(new KnownDecision(DAY, decided.withoutWords(), origin, 0)), null));
        PersonExport export = new PersonExport(
                file, Language.FR, one -> "key-4".equals(one.sealedBy()) ? Optional.of(decided) : Optional.empty());

        JsonNode said = export.data().path("decisions");
        assertThat(said.findValuesAsText("reason")).containsExactly("she pays late");
        assertThat(said.toString()).doesNotContain("alice");
    }

    @Test
    void anOrderWhoseStatementIsNotThereYetIsOpen() {
        read();
        assertThat(open(file)).containsExactly("A-1: it is being worked on");
    }

    @Test
    void whatThePersonOwesOfAnothersOrderIsOpenToo() {
        read();
        Statement.Position owes = position("EVA", "12.00");
        file.hear(Topic.STATEMENTS, "B-1", statement(position("PAUL", "7.00"), owes));
        assertThat(open(file)).containsExactly("A-1: it is being worked on", "B-1: €12.00 are unpaid");
        assertThat(file.orders().statements()).as("another's order").isEmpty();

        file.hear(Topic.STATEMENTS, "B-1", statement(position("PAUL", "7.00"), position("EVA", "0.00")));
        assertThat(open(file)).containsExactly("A-1: it is being worked on");
    }

    @Test
    void aSellerIsNotErased() {
        PersonFile seller = new PersonFile("alegria", Instant.EPOCH, Set.of());
        seller.hear(Topic.STATEMENTS, "B-1", statement());
        assertThat(open(seller)).singleElement().asString().startsWith("alegria: orders are sold");
    }

    static Statement.Position position(String payer, String outstanding) {
        Money none = Money.ZERO;
        return new Statement.Position(payer, none, none, Money.of(outstanding), none, none, none, none, false);
    }

    static Statement statement(Statement.Position... payers) {
        return new Statement(
                "B-1",
                DAY,
                "alegria-online@1",
                "alegria",
                "PAUL",
                Quality.CONSUMER,
                Statement.Status.BILLED,
                Money.ZERO,
                List.of(),
                List.of(payers),
                List.of(),
                List.of(),
                false,
                false,
                List.of(),
                null);
    }

    @Test
    void theExportHasItsWordsAndCutsOthersOut() throws IOException {
        read();
        PersonExport export = new PersonExport(
                file, Language.EN, origin -> "key-1".equals(origin.sealedBy()) ? Optional.of(NOTE) : Optional.empty());
        JsonNode data = export.data();
        assertThat(data.path("party").path("name").asText()).isEqualTo("Eva Blume");
        assertThat(data.path("facts").findValuesAsText("note")).containsExactly("she was ill");
        assertThat(data.toString()).doesNotContain("alice", "PAUL");
        assertThat(data.path("facts").findValuesAsText("words")).containsExactly("as they came", "erased");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                names.add(one.getName());
            }
        }
        assertThat(names).containsExactly("summary.txt", "data.json");
    }

    @Test
    void theSummaryTellsInEitherLanguageWhatThereIsWhatForAndTheRights() {
        read();
        List<String> french = new PersonSummary(file, 2, 1, List.of("letters/x.pdf"), Language.FR).lines();
        List<String> english = new PersonSummary(file, 2, 1, List.of("letters/x.pdf"), Language.EN).lines();

        assertThat(french)
                .startsWith("Ce qui est conservé de la personne EVA")
                .contains("Commandes : A-1", "Situation comme client : rien n’est retenu contre la personne.")
                .anyMatch(line -> line.startsWith("letters/x.pdf ne peut pas être refaite"))
                .anyMatch(line -> line.contains("(art. 18)") && line.contains("(art. 21)") && line.contains("CNIL"));
        assertThat(english).hasSameSizeAs(french).startsWith("What is kept of EVA");
        assertThat(english).filteredOn(line -> !line.isEmpty()).doesNotContainAnyElementsOf(french);
    }

    @Test
    void itsLanguageIsThatOfTheRegisterThoughItIsErasedThere() {
        assertThat(new PersonFile("EVA", Instant.EPOCH, Set.of()).language())
                .as("nobody knows it: that of the law")
                .isEqualTo(Language.FR);
        read();
        assertThat(file.language()).isEqualTo(Language.FR);
        file.hear(Topic.PARTIES, "EVA", speaking("en"));
        assertThat(file.language()).isEqualTo(Language.EN);
        file.hear(Topic.PARTIES, "EVA", null);
        assertThat(file.party()).isNull();
        assertThat(file.language()).isEqualTo(Language.EN);
    }
}
