package io.echeance.app;

import static org.awaitility.Awaitility.await;

import io.echeance.app.cluster.BusinessDays;
import io.echeance.app.cluster.Cluster;
import io.echeance.core.customer.CustomerFact.DecisionOutcome;
import io.echeance.core.customer.CustomerFact.StandingDecided;
import io.echeance.core.customer.StandingKind;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.Assigned;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.CollectionFact.DunningHeld;
import io.echeance.core.order.CollectionFact.DunningReleased;
import io.echeance.core.order.CollectionFact.HoldReason;
import io.echeance.core.order.CollectionFact.NoticeServed;
import io.echeance.core.order.CollectionFact.PenaltyWaived;
import io.echeance.core.order.CollectionFact.Resubmitted;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.SetAside;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.document.SampleParties;
import io.echeance.topology.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A person with a nonsense word in every field that takes text. */
record NonsensePerson(GuardedData data) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final LocalDate PAID = LocalDate.of(2026, 4, 10);
    static final LocalDate LAST = PAID.plusDays(10);

    /** Of the party, as it is named by what is kept by law. */
    static final List<String> NAMED = List.of("vrombalik", "tesquado", "hylgorpe", "jukmarpot");

    static final String DESCRIPTION = "okwilfane";
    private static final String REJECTED = "ybrunstig";

    /** What people typed and banks passed on: a word for each field. */
    static final List<String> TYPED = List.of(
            "plafnuder",
            "gwestibol",
            "crimvoxat",
            "dwuntelip",
            "fazjokrim",
            "qembrilot",
            "snarpugid",
            "zelvotuck",
            "whimbarno",
            "xaltrepid",
            "mubgonkel",
            "kivdasper",
            "lomfrecti",
            "nuxwabrod",
            "ruddimpeg",
            "tolvisgan",
            "bexquohar",
            "jingmofel",
            "cuvpadrix",
            "ephlogrin",
            "arkwezul",
            "oskbitram");

    /** From before the order to after the write-off. */
    void live() throws Exception {
        try (RunningInstance instance = data.here.run()) {
            begin();
            data.publish(
                    Topic.PARTIES,
                    "EVA",
                    new Party(
                            "EVA",
                            NAMED.get(0),
                            null,
                            null,
                            List.of("1 rue " + NAMED.get(1)),
                            "75001",
                            NAMED.get(2),
                            "FR",
                            "732829320",
                            null,
                            "FR44732829320",
                            NAMED.get(3) + "@example.org",
                            null,
                            null,
                            null,
                            "fr"));
            through(FIRST.minusDays(1), FIRST.minusDays(1));
            data.publish(Topic.ORDERS, "C-1", order("C-1"));
            through(FIRST, PAID.minusDays(1));
            collect();
            through(PAID, PAID);
            data.here.done(
                    "mailings", "--to", data.here.folder().resolve("mailings").toString(), "--by", word(21));
            pay();
            through(PAID.plusDays(1), PAID.plusDays(3));
            data.publish(
                    Topic.COLLECTION_ACTIONS,
                    "C-1",
                    new PenaltyWaived("w", "C-1", PAID.plusDays(4), PenaltyWaived.ALL, word(0), word(1)));
            through(PAID.plusDays(4), LAST.minusDays(1));
            data.publish(Topic.COLLECTION_ACTIONS, "C-1", new DebtWrittenOff("d", "C-1", LAST, word(2), word(3)));
            through(LAST, LAST);
            instance.requireHealth();
        }
    }

    private void begin() {
        await().atMost(PATIENCE).until(() -> data.here.call("terms", "publish").status() == 0);
        data.here.done("publish", "statutory-rates", "src/main/resources/statutory-rates.csv");
        data.publish(Topic.PARTIES, "technolowgic", SampleParties.seller("technolowgic"));
    }

    static String word(int n) {
        return TYPED.get(n);
    }

    static OrderPlaced order(String id) {
        return new OrderPlaced(
                "placed-" + id,
                id,
                FIRST,
                "technolowgic",
                new Customer("EVA", Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "cours " + DESCRIPTION, Money.of("2400.00"))),
                new Service(FIRST.plusDays(21), FIRST.plusDays(22), List.of()),
                null,
                null,
                List.of(),
                false);
    }

    private void collect() throws Exception {
        data.publish(
                Topic.COLLECTION_ACTIONS,
                "C-1",
                new ContactNoted("c", "C-1", PAID, null, Channel.PHONE, "was ill " + word(4), word(5)),
                new NoticeServed("s", "C-1", PAID, "none", "handed to " + word(6), "signed by " + word(7)),
                new DunningHeld("h", "C-1", PAID, "dispute", null, HoldReason.DISPUTE, null, null),
                new DunningReleased("r", "C-1", PAID, "dispute", null, word(8)),
                new Resubmitted("v", "C-1", PAID, PAID.plusDays(1), word(9)),
                new Assigned("a", "C-1", PAID, "desk", word(10)));
        data.publish(
                Topic.CUSTOMER_ACTIONS,
                "technolowgic/EVA",
                new StandingDecided(
                        "sd",
                        "technolowgic",
                        "EVA",
                        PAID,
                        StandingKind.BLOCK_PROPOSED,
                        DecisionOutcome.REFUSED,
                        word(11),
                        word(12),
                        null,
                        List.of(),
                        null,
                        null),
                new StandingDecided(
                        "sp",
                        "technolowgic",
                        "EVA",
                        PAID,
                        StandingKind.PREPAYMENT_PROPOSED,
                        DecisionOutcome.REFUSED,
                        word(13),
                        word(14),
                        null,
                        List.of(),
                        null,
                        null));
        try (Cluster reached = data.here.reach();
                Producer<byte[], byte[]> hand = reached.poster()) {
            hand.send(new ProducerRecord<>(
                            reached.topics().of(Topic.COLLECTION_ACTIONS),
                            ("no fact, but " + REJECTED).getBytes(StandardCharsets.UTF_8)))
                    .get();
        }
        data.here.awaitQuiet();
    }

    /** One waits for a person, one is set aside, one comes by a bank's file, one comes back. */
    private void pay() throws IOException {
        data.publish(
                Topic.PAYMENTS,
                "P-1",
                payment("P-1", "EVA", "100.00", "VIR MME " + word(15) + " CHOLET"),
                payment("P-2", null, "30.00", "virement de " + word(16)),
                payment("P-3", "EVA", "50.00", "VIR " + word(17) + " technolowgic-2026-000001"),
                new PaymentReturned("b", null, PAID, "P-3", "MD06 " + word(18)),
                new PaymentReturned("u", null, PAID, "P-unknown", word(19)));
        Path file = data.here.folder().resolve("bank.xml");
        Files.writeString(
                file,
                Files.readString(Path.of("src/test/resources/bank/h-34.xml"))
                        .replace("ECOLE H-34, 1 SUR 2", "VIR " + word(20) + " TECHNOLOWGIC-2026-000001")
                        .replace("Famille Okafor", word(20))
                        .replace("500.00", "2880.00")
                        .replace("2025-07-02", PAID.toString()));
        data.here.done("bank", "import", file.toString());
        Files.delete(file); // Whoever has it keeps it, or does not: we keep none.
        data.here.awaitQuiet();
        data.publish(
                Topic.PAYMENTS,
                "P-1",
                setAside("a1", PAID.plusDays(1), "P-1", "100.00", word(5)),
                new PaymentApplied(
                        "a2",
                        PAID.plusDays(1),
                        "P-2",
                        List.of(),
                        new SetAside(Money.of("30.00"), SetAside.Why.TO_CLARIFY),
                        word(3),
                        null));
    }

    static PaymentReceived payment(String id, @Nullable String payer, String amount, String reference) {
        return new PaymentReceived("told-" + id, null, PAID, id, payer, Money.of(amount), Method.TRANSFER, reference);
    }

    /** It goes back to its payer. */
    static PaymentApplied setAside(String fact, LocalDate on, String payment, String amount, String by) {
        SetAside all = new SetAside(Money.of(amount), SetAside.Why.SENT_BACK);
        return new PaymentApplied(fact, on, payment, List.of(), all, by, null);
    }

    /** Closes the last of these days and every third before it: the days in between are over with the next. */
    void through(LocalDate first, LocalDate last) {
        try (Cluster reached = data.here.reach();
                BusinessDays days = BusinessDays.take(reached)) {
            for (LocalDate day = first; day.isBefore(last); day = day.plusDays(3)) {
                days.close(day);
            }
            days.close(last);
        }
        data.here.awaitQuiet();
    }
}
