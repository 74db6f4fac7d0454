package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.CollectionFact.Channel;
import io.echeance.core.order.CollectionFact.ContactNoted;
import io.echeance.core.order.CollectionFact.DebtWrittenOff;
import io.echeance.core.order.OrderFact.ServiceDelivered;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.serde.record.CashDecision;
import io.echeance.serde.seal.MasterKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A person with a nonsense word in every field lives from the order to the write-off, and is erased. When what is
 * deleted is cleaned, the words lie only where the certificate says.
 */
class CanaryStreamTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final List<String> TYPED =
            List.of("quxnote", "quxby", "quxtext", "quxreason", "quxwaits", "quxback");
    private static final List<String> OF_THE_PARTY = List.of("quxname", "quxstreet", "quxtown", "quxmail");

    /** Ten years, by law: see topology-docs/privacy.md. */
    private static final Set<String> KEPT_BY_LAW = Set.of("invoices", "named-parties-changelog");

    @Test
    void afterTheErasureTheWordsLieOnlyWhereTheCertificateSays() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(MasterKey.random())) {
            live(stream);
            stream.raw(Topic.PARTIES, Facts.CUSTOMER, null, StreamUnderTest.noon(FIRST.plusDays(120)));
            stream.close(FIRST.plusDays(120));
            TYPED.forEach(word -> assertThat(stream.holding(word)).as(word).isEmpty());
            assertThat(stream.holding("quxmark"))
                    .as("the mark of an account, in the register of payments only")
                    .containsExactly("payments-changelog");
            OF_THE_PARTY.forEach(word -> assertThat(KEPT_BY_LAW).as(word).containsAll(stream.holding(word)));
        }
    }

    /** The register keeps the mark of each payment, and orders those who owe: neither may bring them together again. */
    @Test
    void afterTheErasureNoDecisionBringsAnAccountAndThePersonTogetherAgain() {
        LocalDate erased = FIRST.plusDays(120);
        try (StreamUnderTest stream = StreamUnderTest.sealing(MasterKey.random())) {
            live(stream);
            stream.raw(Topic.PARTIES, Facts.CUSTOMER, null, StreamUnderTest.noon(erased));
            stream.close(erased);
            LocalDate decided = erased.plusDays(1);
            stream.tellAlone(placed("out", decided, "a"), decided);
            stream.tellAlone(placed("in", decided, "out", "C-1"), decided);
            stream.close(decided);
            assertThat(stream.said(Topic.CASH_DECISIONS, CashDecision.class))
                    .as("the money was taken from its order, and put back")
                    .hasSizeGreaterThan(1);
            assertThat(stream.holding("quxmark")).containsExactly("payments-changelog");

            stream.tellAlone(
                    new PaymentReceived(
                                    "r",
                                    null,
                                    decided,
                                    "P-3",
                                    Facts.CUSTOMER,
                                    Money.of("10.00"),
                                    Method.TRANSFER,
                                    "VIR C-1")
                            .fromAccount("2606/quxmarkquxmarkquxmarkq"),
                    decided.plusDays(1));
            stream.close(decided.plusDays(1));
            assertThat(stream.holding("quxmark")).containsExactly("payments-changelog");
        }
    }

    private static PaymentApplied placed(String id, LocalDate on, String replaces, String... orders) {
        List<PaymentPart> parts = Stream.of(orders)
                .map(order -> new PaymentPart(order, null, null, null))
                .toList();
        return new PaymentApplied(id, on, "P-1", parts, null, "quxby", replaces);
    }

    @Test
    void beforeTheErasureTheRegisterHasThem() {
        try (StreamUnderTest stream = StreamUnderTest.sealing(MasterKey.random())) {
            live(stream);
            assertThat(stream.holding("quxname")).contains("register-changelog").containsAll(KEPT_BY_LAW);
            assertThat(stream.holding("quxmark"))
                    .as("what an account is remembered by, and on the log nothing")
                    .containsExactlyInAnyOrder("payments-changelog", "account-memory-changelog");
        }
    }

    private static void live(StreamUnderTest stream) {
        LocalDate paid = FIRST.plusDays(60);
        stream.publish(new Party(
                Facts.CUSTOMER,
                "quxname",
                null,
                null,
                List.of("1 rue quxstreet"),
                "75001",
                "quxtown",
                "FR",
                "732829320",
                null,
                "FR44732829320",
                "quxmail@example.org",
                null,
                null,
                null,
                "fr"));
        stream.close(FIRST.minusDays(1));
        stream.tellAlone(Facts.order("C-1", FIRST), FIRST);
        through(stream, FIRST, FIRST.plusDays(22));
        stream.tellAlone(new ServiceDelivered("done", "C-1", FIRST.plusDays(22), BigDecimal.ONE), FIRST.plusDays(22));
        through(stream, FIRST.plusDays(23), paid.minusDays(1));
        stream.tellAlone(new ContactNoted("c", "C-1", paid, null, Channel.PHONE, "quxnote", "quxby"), paid);
        stream.tellAlone(
                new PaymentReceived(
                                "p",
                                null,
                                paid,
                                "P-1",
                                Facts.CUSTOMER,
                                Money.of("100.00"),
                                Method.TRANSFER,
                                "VIR quxtext C-1")
                        .fromAccount("2606/quxmarkquxmarkquxmarkq"),
                paid);
        through(stream, paid, paid.plusDays(9));
        stream.tellAlone(
                new PaymentApplied(
                        "a",
                        paid.plusDays(10),
                        "P-1",
                        List.of(new PaymentPart("C-1", null, null, null)),
                        null,
                        "quxby",
                        null),
                paid.plusDays(10));
        stream.tellAlone(
                new PaymentReceived(
                        "q", null, paid, "P-2", null, Money.of("30.00"), Method.TRANSFER, "VIR MME quxwaits CHOLET"),
                paid.plusDays(10));
        stream.tellAlone(new PaymentReturned("b", null, paid, "P-unknown", "MD06 quxback"), paid.plusDays(10));
        stream.tellAlone(new DebtWrittenOff("w", "C-1", paid.plusDays(11), "quxreason", "quxby"), paid.plusDays(11));
        through(stream, paid.plusDays(10), FIRST.plusDays(119));
    }

    private static void through(StreamUnderTest stream, LocalDate first, LocalDate last) {
        first.datesUntil(last.plusDays(1)).forEach(stream::close);
    }
}
