package io.echeance.core.decision;

import static io.echeance.core.order.AnOrder.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Draft;
import io.echeance.core.invoice.Draft.Earlier;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.AnOrder;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.LateTerms;
import io.echeance.core.terms.LateTerms.RecoveryFeeClause;
import io.echeance.core.terms.LateTerms.RecoveryFeeClause.Per;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.core.terms.Terms;
import io.echeance.core.terms.TermsCatalogue;
import io.echeance.document.Changed;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.serde.record.AlertKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Terms that take the recovery fee for each receivable: 1000.00 in two parts, due on 5 January and 5 February. */
class ReceivableFeesTest {

    private static final Terms TERMS =
            perReceivable(AnOrder.of("alegria-online", "2026-01-05").terms());
    private static final Decider DECIDER =
            new Decider(new TermsCatalogue(List.of(TERMS)), StatutoryRatesFile.bundled());

    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> cleared = new ArrayList<>();

    @Test
    void aFeeForEachReceivableNamesItsInvoice() {
        Account account = take(Account.opened(AnOrder.ID), placed(), day("2026-01-05"));
        closed(account, "2026-01-05", "2026-02-16");

        List<Draft> fees = drafts.stream()
                .filter(draft -> draft.document().kind() == Kind.RECOVERY_FEE)
                .toList();
        assertThat(fees)
                .flatExtracting(draft -> draft.document().items())
                .extracting(item -> item.key().toString())
                .containsExactly("recovery-fee/O/C/INVOICE/1#1", "recovery-fee/O/C/INVOICE/1#2");
        assertThat(fees)
                .allSatisfy(draft -> assertThat(draft.preceding())
                        .extracting(Earlier::documentId)
                        .containsExactly(new DocumentId("O/C/INVOICE/1")));
        assertThat(fees.getFirst().document().items().getFirst().basis())
                .as("one ground")
                .containsExactly("C. com., L441-10 II and D441-5");
    }

    @Test
    void whatIsClearedLaterOnOneDayIsAnnouncedOnTheNextMorning() {
        Account account = take(Account.opened(AnOrder.ID), placed(), day("2026-01-05"));
        account = closed(account, "2026-01-05", "2026-02-16");
        LocalDate today = day("2026-02-17");
        account = take(account, paid("p1", today), today);
        account = take(account, paid("p2", today), today);
        closed(account, "2026-02-17", "2026-02-18");

        assertThat(cleared).containsExactly("2026-02-17 O/C/INVOICE/1#1", "2026-02-18 O/C/INVOICE/1#2");
    }

    private Account take(Account account, Fact fact, LocalDate today) {
        return kept(DECIDER.take(account, fact, today));
    }

    private Account closed(Account account, String from, String until) {
        Account last = account;
        for (LocalDate day = day(from); day.isBefore(day(until)); day = day.plusDays(1)) {
            last = kept(DECIDER.close(last, day.plusDays(1)));
        }
        return last;
    }

    private Account kept(Decision decision) {
        drafts.addAll(decision.drafts());
        decision.outputs().forEach(output -> {
            if (output instanceof Alert alert && AlertKind.of(alert) == AlertKind.CLEARED) {
                alert.receivables().forEach(claim -> cleared.add(alert.on() + " " + claim.key()));
            }
        });
        return decision.account();
    }

    private static OrderPlaced placed() {
        return new OrderPlaced(
                "placed",
                AnOrder.ID,
                day("2026-01-05"),
                TERMS.name(),
                new Customer(AnOrder.CUSTOMER, Quality.PROFESSIONAL),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("1000.00"))),
                new Service(day("2026-02-01"), day("2026-02-03"), List.of()),
                null,
                new Plan(2, day("2026-01-05")),
                List.of(),
                false);
    }

    private static PaymentReceived paid(String paymentId, LocalDate on) {
        return new PaymentReceived(
                paymentId,
                AnOrder.ID,
                on,
                paymentId,
                AnOrder.CUSTOMER,
                Money.of("500.00"),
                Method.TRANSFER,
                AnOrder.ID);
    }

    private static Terms perReceivable(Terms terms) {
        LateTerms late = terms.late();
        LateTerms other =
                Changed.with(late, "recoveryFee", new RecoveryFeeClause(Money.of("40.00"), Per.PER_RECEIVABLE));
        return Changed.with(terms, "late", other);
    }
}
