package io.echeance.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.document.Flaw.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Each flaw is put into an invoice that has none, and found; at the end, every rule has been broken. */
class ConformityTest {

    private static final Invoice TAXED = KindsOfInvoice.named("taxed");
    private static final Set<Rule> BROKEN = new TreeSet<>();

    @AfterAll
    static void everyRuleWasBroken() {
        assertThat(BROKEN).containsExactly(Rule.values());
    }

    @Test
    void aNumberHasUpTo35PlainCharacters() {
        assertThat(flaws("number", "T-2025/1_a+b")).isEmpty();
        assertThat(flaws("number", "T 1")).containsExactly(Rule.NUMBER);
        assertThat(flaws("number", "É-1")).containsExactly(Rule.NUMBER);
        assertThat(flaws("number", "")).containsExactly(Rule.NUMBER);
        assertThat(flaws("number", "T".repeat(36))).containsExactly(Rule.NUMBER);
    }

    @Test
    void daysAreOfThisCenturyAndInTheirOrder() {
        assertThat(flaws("serviceFrom", LocalDate.of(1999, 12, 31))).containsExactly(Rule.DAY);
        assertThat(flaws("serviceTo", TAXED.serviceFrom().minusDays(1))).containsExactly(Rule.DAY);
    }

    @Test
    void nothingIsDueBeforeItIsIssuedButWhatWasPaidBefore() {
        LocalDate on = TAXED.document().on();
        Invoice invoice = due(new Due(on.minusDays(1), Money.of("2880.00")));

        assertThat(rules(invoice)).containsExactly(Rule.DUE_BEFORE_ISSUE);
        assertThat(rules(Changed.with(invoice, "typeCode", "386"))).isEmpty();
    }

    @Test
    void itSaysWhenToPay() {
        assertThat(flaws("paymentTerms", " ")).containsExactly(Rule.WHEN_TO_PAY);
    }

    @Test
    void allSumsAgree() {
        assertThat(document("net", Money.of("2400.01"))).containsOnly(Rule.SUM);
        assertThat(document("vat", Money.of("480.01"))).containsOnly(Rule.SUM);
        assertThat(document("gross", Money.of("2880.01"))).containsOnly(Rule.SUM);
        assertThat(rules(due(new Due(TAXED.document().on(), Money.of("2879.99")))))
                .containsExactly(Rule.SUM);
        assertThat(rules(vat("vat", Money.of("479.99")))).contains(Rule.SUM);
        assertThat(rules(vat("taxable", Money.of("2399.99")))).contains(Rule.SUM);
    }

    @Test
    void aCreditNoteMayBeACentOffTheVatOnItsOwnNetAndNoMore() {
        Invoice note = KindsOfInvoice.named("credit-note");
        for (String off : List.of("0.01", "-0.01")) {
            assertThat(rules(withVatOff(note, Money.of(off)))).isEmpty();
            assertThat(rules(withVatOff(TAXED, Money.of(off)))).contains(Rule.SUM);
        }
        assertThat(rules(withVatOff(note, Money.of("0.02")))).contains(Rule.SUM);
    }

    /** The same, more VAT on it throughout. */
    private static Invoice withVatOff(Invoice invoice, Money more) {
        VatTotal total = invoice.vatTotals().getFirst();
        Document document = invoice.document();
        Document changed = Changed.with(document, "vat", document.vat().plus(more));
        changed = Changed.with(changed, "gross", document.gross().plus(more));
        Invoice with = Changed.with(invoice, "document", changed);
        return Changed.with(
                with,
                "vatTotals",
                List.of(Changed.with(total, "vat", total.vat().plus(more))));
    }

    @Test
    void noMoreIsTakenOffThanThereIs() {
        Invoice balance = KindsOfInvoice.named("nothing-left-to-pay");

        assertThat(rules(Changed.with(balance, "prepaid", balance.prepaid().plus(Money.of("0.01")))))
                .contains(Rule.SUM);
    }

    @Test
    void aBalanceTakesADepositOffThatWasInvoiced() {
        Invoice balance = KindsOfInvoice.named("balance");

        assertThat(rules(Changed.with(balance, "preceding", List.of()))).containsExactly(Rule.DEPOSIT);
        assertThat(rules(Changed.with(balance, "process", "S1"))).containsExactly(Rule.DEPOSIT);
        assertThat(flaws("process", "S4")).containsExactly(Rule.DEPOSIT);
    }

    @Test
    void aCreditNoteCreditsSomething() {
        Invoice credit = KindsOfInvoice.named("credit-note");

        assertThat(rules(Changed.with(credit, "preceding", List.of()))).containsExactly(Rule.CREDITED);
    }

    @Test
    void whatTheLawWantsSaidIsSaidOnce() {
        assertThat(flaws("mentions", TAXED.mentions().subList(1, 3))).containsExactly(Rule.MENTION);
        List<Mention> twice = new ArrayList<>(TAXED.mentions());
        twice.addAll(TAXED.mentions());
        assertThat(flaws("mentions", twice)).containsOnly(Rule.MENTION);
    }

    @Test
    void whereNoVatIsChargedItIsSaidWhyInWordsAndAsACode() {
        for (String kind : List.of("exempt", "franchise", "interest")) {
            Invoice exempt = KindsOfInvoice.named(kind);
            assertThat(rules(vat(exempt, "exemptionCode", null))).containsExactly(Rule.EXEMPTION);
            assertThat(rules(vat(exempt, "exemptionReason", " "))).containsExactly(Rule.EXEMPTION);
        }
        assertThat(rules(vat("exemptionCode", "VATEX-EU-O"))).containsExactly(Rule.EXEMPTION);
    }

    @Test
    void everyItemHasItsName() {
        assertThat(flaws("lines", List.of())).containsExactly(Rule.NAME);
        assertThat(flaws("lines", List.of(new Invoice.InvoiceLine(" ", null)))).containsExactly(Rule.NAME);
        assertThat(flaws(
                        "lines",
                        List.of(
                                new Invoice.InvoiceLine("Formation", null),
                                new Invoice.InvoiceLine("Formation", null))))
                .containsExactly(Rule.NAME);
    }

    @Test
    void partiesAreWholeAndTheirNumbersBearTheirCheckDigits() {
        assertThat(issuer("siren", "000001074")).containsExactly(Rule.PARTY);
        assertThat(issuer("iban", "FR7630006000011234567890188")).containsExactly(Rule.PARTY);
        assertThat(issuer("vatId", "FR31000001073")).containsExactly(Rule.PARTY);
        assertThat(issuer("vatId", null)).containsExactly(Rule.PARTY);
        assertThat(issuer("country", "FRANCE")).containsExactly(Rule.PARTY);
        assertThat(issuer("siret", "0000010730001")).containsExactly(Rule.PARTY);
        assertThat(flaws("buyer", Changed.with(TAXED.buyer(), "siren", null))).containsExactly(Rule.PARTY);
        assertThat(issuer("siret", "")).isEmpty();
    }

    private static List<Rule> issuer(String component, @Nullable Object value) {
        return flaws("issuer", Changed.with(TAXED.issuer(), component, value));
    }

    private static List<Rule> document(String component, Object value) {
        return flaws("document", Changed.with(TAXED.document(), component, value));
    }

    private static Invoice due(Due due) {
        return Changed.with(TAXED, "document", Changed.with(TAXED.document(), "due", List.of(due)));
    }

    private static Invoice vat(String component, @Nullable Object value) {
        return vat(TAXED, component, value);
    }

    private static Invoice vat(Invoice invoice, String component, @Nullable Object value) {
        List<VatTotal> changed = List.of(Changed.with(invoice.vatTotals().getFirst(), component, value));
        return Changed.with(invoice, "vatTotals", changed);
    }

    private static List<Rule> flaws(String component, @Nullable Object value) {
        return rules(Changed.with(TAXED, component, value));
    }

    private static List<Rule> rules(Invoice invoice) {
        List<Rule> rules = Conformity.flaws(invoice).stream().map(Flaw::rule).collect(Collectors.toList());
        BROKEN.addAll(rules);
        return rules;
    }
}
