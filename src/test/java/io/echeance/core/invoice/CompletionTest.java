package io.echeance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice.InvoiceLine;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.document.PlayedInvoices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every invoice of the demo and of all scenarios. */
class CompletionTest {

    private static final List<Invoice> ALL = Stream.concat(
                    PlayedInvoices.ofTheDemo().stream(), PlayedInvoices.ofTheScenarios().stream())
            .toList();

    @Test
    void noKindIsMissingAmongThem() {
        assertThat(ALL).extracting(invoice -> invoice.document().kind()).contains(Kind.values());
        assertThat(ALL).extracting(Invoice::typeCode).contains("380", "381", "386", "503");
        assertThat(ALL).extracting(Invoice::language).contains("fr", "en");
    }

    @Test
    void eachAddsUp() {
        assertThat(ALL).allSatisfy(invoice -> {
            Document document = invoice.document();
            assertThat(sum(document.items().stream().map(Item::net))).isEqualTo(document.net());
            assertThat(sum(invoice.vatTotals().stream().map(VatTotal::taxable))).isEqualTo(document.net());
            assertThat(sum(invoice.vatTotals().stream().map(VatTotal::vat))).isEqualTo(document.vat());
            if (document.payable() != null) {
                assertThat(document.payable().plus(invoice.prepaid())).isEqualTo(document.gross());
            }
        });
    }

    @Test
    void eachItemHasItsName() {
        assertThat(ALL).allSatisfy(invoice -> {
            assertThat(invoice.lines()).hasSameSizeAs(invoice.document().items());
            assertThat(invoice.lines()).extracting(InvoiceLine::name).noneMatch(String::isBlank);
        });
    }

    @Test
    void whatItFollowsFromWasIssuedBeforeUnderThatNumberAndDay() {
        Map<String, Invoice> earlier = new HashMap<>();
        for (Invoice invoice : PlayedInvoices.ofTheDemo()) {
            for (Preceding preceding : invoice.preceding()) {
                Invoice meant = earlier.get(preceding.number());
                assertThat(meant).as("%s of %s", preceding, invoice.number()).isNotNull();
                assertThat(meant.document().id()).isEqualTo(preceding.documentId());
                assertThat(meant.document().on()).isEqualTo(preceding.on());
            }
            earlier.put(invoice.number(), invoice);
        }
    }

    @Test
    void creditNotesFeesInterestAndBalancesNameWhatTheyFollowFrom() {
        assertThat(ALL)
                .filteredOn(Invoice::isCreditNote)
                .allSatisfy(note -> assertThat(note.preceding().getFirst().documentId())
                        .isEqualTo(note.document().refersTo()));
        assertThat(of(invoice -> invoice.document().kind() == Kind.RECOVERY_FEE))
                .allSatisfy(fee -> assertThat(fee.preceding()).isNotEmpty());
        assertThat(of(invoice -> invoice.document().kind() == Kind.CLOSING))
                .allSatisfy(closing -> assertThat(closing.preceding()).isNotEmpty());
        assertThat(of(invoice -> invoice.process().equals("S4"))).allSatisfy(balance -> {
            assertThat(balance.preceding()).extracting(Preceding::kind).contains(Kind.DEPOSIT);
            Money deposits = sum(balance.preceding().stream().map(Preceding::gross));
            assertThat(balance.prepaid())
                    .isEqualTo(deposits.min(balance.document().gross()));
        });
    }

    @Test
    void aPlanIsStatedWhole() {
        assertThat(of(invoice -> invoice.document().due().size() > 1)).allSatisfy(invoice -> {
            for (Document.Due due : invoice.document().due()) {
                assertThat(invoice.paymentTerms())
                        .contains(
                                invoice.words().money(due.amount()),
                                invoice.words().day(due.on()));
            }
        });
    }

    private static List<Invoice> of(Predicate<Invoice> kind) {
        List<Invoice> found = ALL.stream().filter(kind).toList();
        assertThat(found).isNotEmpty();
        return found;
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }
}
