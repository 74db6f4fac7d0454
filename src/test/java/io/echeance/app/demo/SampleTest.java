package io.echeance.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.bank.StatementFacts;
import io.echeance.bank.StatementFiles;
import io.echeance.core.book.Book;
import io.echeance.core.book.Simulation;
import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.decision.Decider;
import io.echeance.core.invoice.Party;
import io.echeance.core.order.Alert;
import io.echeance.core.order.Document;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.Output;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Proposal;
import io.echeance.core.order.RefundDue;
import io.echeance.core.order.Rejection;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.AlertKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sample")
class SampleTest {

    private static final Sample SAMPLE = Sample.bundled();
    private static final Book BOOK =
            new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
    private static final List<Output> OUTPUTS = new Simulation(arrivals(), Sample.END).play(BOOK);

    @Test
    @DisplayName("holds the orders of all four sellers, over a year and a half")
    void holdsTheOrdersOfAllSellers() {
        assertThat(SAMPLE.firstDay()).isEqualTo("2025-07-01");
        assertThat(said(Document.class)).extracting(Document::seller).contains("technolowgic", "ecole-librairie");
        assertThat(said(Document.class)).extracting(Document::seller).contains("hexagone", "alegria");
        assertThat(BOOK.accounts().values())
                .filteredOn(account -> account.terms() != null)
                .hasSizeBetween(40, 70);
    }

    @Test
    @DisplayName("tells every kind of story")
    void tellsEveryKindOfStory() {
        assertThat(said(Document.class)).extracting(Document::kind).contains(Document.Kind.values());
        assertThat(said(Alert.class))
                .extracting(AlertKind::of)
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        AlertKind.NOTICE_PROOF_MISSING,
                        AlertKind.SWITCH_TOO_LATE,
                        AlertKind.RATE_MISSING,
                        AlertKind.ACCEPTANCE_MISSING,
                        AlertKind.UNMATCHED_RETURN,
                        AlertKind.RULE_DEMOTED,
                        AlertKind.OWED_BACK,
                        AlertKind.PARTY_MISSING,
                        AlertKind.FOREIGN_BUSINESS,
                        AlertKind.TOO_MANY_DOCUMENTS,
                        AlertKind.ACCOUNT_FULL,
                        AlertKind.ORDER_OF_BLOCKED_CUSTOMER,
                        AlertKind.PREPAYMENT_DUE,
                        AlertKind.OVER_LIMIT,
                        AlertKind.SET_OFF_PROPOSED,
                        AlertKind.ADDRESS_UNUSABLE)));
        assertThat(said(RefundDue.class)).hasSizeGreaterThan(5);
        assertThat(said(Rejection.class))
                .extracting(Rejection::reason)
                .contains(
                        Rejection.Reason.CUSTOMER_NOT_SERVED,
                        Rejection.Reason.UNKNOWN_TERMS,
                        Rejection.Reason.AMOUNT_NOT_POSITIVE,
                        Rejection.Reason.PLAN_NOT_ALLOWED,
                        Rejection.Reason.CONTRADICTS_EARLIER_FACT,
                        Rejection.Reason.DUPLICATE_PAYMENT);
        assertThat(BOOK.suspense())
                .extracting(waiting -> waiting.proposals().size())
                .containsExactlyInAnyOrder(0, 2);
    }

    @Test
    @DisplayName("knows every party that it names")
    void knowsEveryParty() {
        Set<String> known = SAMPLE.reference().stream()
                .filter(entry -> entry.value() instanceof Party)
                .map(entry -> String.valueOf(entry.key()))
                .collect(Collectors.toSet());

        assertThat(known)
                .containsAll(said(Document.class).stream().map(Document::payer).toList());
        assertThat(known)
                .containsAll(said(Document.class).stream().map(Document::seller).toList());
        assertThat(facts())
                .filteredOn(OrderPlaced.class::isInstance)
                .map(fact -> ((OrderPlaced) fact).customer().id())
                .allMatch(known::contains);
    }

    @Test
    @DisplayName("has three quarters of its payments from banks' files; what the README's may mean is proposed")
    void hasItsPaymentsFromBanks() throws IOException {
        List<PaymentReceived> payments = facts().stream()
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .toList();
        assertThat(payments).filteredOn(payment -> payment.payerId() == null).hasSizeGreaterThan(80);
        assertThat(said(PaymentDecided.class))
                .extracting(decided -> decided.parts().size())
                .contains(1, 3);

        byte[] statement = Files.readAllBytes(Path.of("src/test/resources/bank/h-34.xml"));
        StatementFiles files = StatementFiles.read(Map.of("h-34.xml", statement));
        Book book = new Book(new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled()));
        SAMPLE.receivedBy(SAMPLE.firstDay()).forEach(fact -> book.take(fact, SAMPLE.firstDay()));
        StatementFacts.of(files.found().getFirst().statement(), Set.of(), Set.of(), true)
                .facts()
                .forEach(fact -> book.take(fact, SAMPLE.firstDay()));

        assertThat(book.suspense()).singleElement().satisfies(waiting -> {
            assertThat(waiting.fact().movementId()).isEqualTo("e733r4wuk4ppq7hq-1");
            assertThat(waiting.proposals()).extracting(Proposal::name).containsExactly("H-34");
        });
    }

    private static <T> List<T> said(Class<T> kind) {
        return OUTPUTS.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Fact> facts() {
        return SAMPLE.receivedBy(Sample.END);
    }

    private static List<Arrival> arrivals() {
        return SAMPLE.firstDay()
                .datesUntil(Sample.END.plusDays(1))
                .flatMap(day -> SAMPLE.receivedOn(day).stream().map(fact -> arrival(day, fact)))
                .toList();
    }

    private static Arrival arrival(LocalDate day, Fact fact) {
        return new Arrival.Received(day, fact);
    }
}
