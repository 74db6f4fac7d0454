package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Simulation;
import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.terms.VatRegime;
import io.echeance.house.Everything;
import io.echeance.laws.Histories;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Every invoice of the demo and of all scenarios, in both syntaxes, against the schema, EN 16931 and the French rules:
 * at the time of writing 315 invoices, 630 documents, no finding, not even a warning. Without {@code
 * -Deverything=true} one of each kind, seller and size.
 */
class OfficialRulesTest {

    private static final List<Invoice> INVOICES = KindsOfInvoice.allPlayed();
    private static final int HISTORIES = Integer.getInteger("rules", 25);

    private static List<Invoice> looked() {
        return Everything.orOneOfEach(
                one -> List.of(
                        one.issuer().id(),
                        one.document().kind(),
                        one.typeCode(),
                        one.process(),
                        one.vatRegime(),
                        one.buyerKind(),
                        one.client() == null,
                        one.lines().size(),
                        one.document().due().size(),
                        one.preceding().size()),
                INVOICES);
    }

    @Test
    void everyInvoiceKeepsAllRulesInCii() {
        assertThat(findings(looked(), Cii::of, OfficialRules.CII)).isEmpty();
    }

    @Test
    void everyInvoiceKeepsAllRulesInUbl() {
        assertThat(findings(looked(), Ubl::of, OfficialRules.UBL)).isEmpty();
    }

    /** {@code -Drules=1000} plays more of them. */
    @Test
    void soDoesEveryInvoiceOfHistoriesThatNobodyThoughtUp() {
        List<Invoice> invoices = LongStream.rangeClosed(1, HISTORIES)
                .mapToObj(Histories::of)
                .map(history -> new Simulation(List.copyOf(history.arrivals()), history.until()))
                .flatMap(simulation -> PlayedInvoices.of(simulation).stream())
                .toList();

        assertThat(invoices).as("four of three").hasSizeGreaterThan(HISTORIES * 4 / 3);
        assertThat(findings(invoices, Cii::of, OfficialRules.CII)).isEmpty();
        assertThat(findings(invoices, Ubl::of, OfficialRules.UBL)).isEmpty();
    }

    @Test
    void everyInvoicePassesOurOwnChecks() {
        assertThat(INVOICES)
                .allSatisfy(invoice -> assertThat(Conformity.flaws(invoice)).isEmpty());
    }

    @Test
    void thatIsAllKindsOfDocumentsOfAllRegimesAndMoreThanThreeHundredOfThem() {
        assertThat(INVOICES).hasSizeGreaterThan(300);
        assertThat(all(invoice -> invoice.document().kind())).isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(all(Invoice::vatRegime)).isEqualTo(EnumSet.allOf(VatRegime.class));
        assertThat(all(Invoice::typeCode)).containsExactlyInAnyOrder("380", "381", "386", "503");
        assertThat(all(Invoice::process)).containsExactlyInAnyOrder("S1", "S4");
        assertThat(all(Invoice::language)).containsExactlyInAnyOrder("fr", "en");
    }

    private static <T> Set<T> all(Function<Invoice, T> aspect) {
        return INVOICES.stream().map(aspect).collect(Collectors.toSet());
    }

    /** By the number of the invoice and what it is. */
    private static List<String> findings(
            List<Invoice> invoices, Function<Invoice, byte[]> syntax, OfficialRules rules) {
        return invoices.parallelStream()
                .flatMap(invoice -> rules.findings(syntax.apply(invoice)).stream()
                        .map(finding -> invoice.number() + " " + invoice.typeCode() + " " + finding))
                .toList();
    }
}
