package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.MissingPartyData;
import io.echeance.core.money.Money;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.terms.VatCategory;
import io.echeance.document.Flaw.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at an invoice before it is written out. The official rules see much of this and refuse the document; what they
 * do not see (check digits, a balance without its deposit, an exemption without its code) would be found by the buyer.
 */
public final class Conformity {

    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9+_/-]{1,35}");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    /** UNTDID 1001: these may ask for what was paid before. */
    private static final Set<String> MAY_BE_DUE_BEFORE = Set.of("386", "500", "503");

    private static final List<String> OBLIGATORY = List.of("PMT", "PMD", "AAB");

    private final Invoice invoice;
    private final Document document;
    private final List<Flaw> flaws = new ArrayList<>();

    private Conformity(Invoice invoice) {
        this.invoice = invoice;
        this.document = invoice.document();
    }

    /** All that is wrong with it; empty: it may go out. */
    public static List<Flaw> flaws(Invoice invoice) {
        Conformity conformity = new Conformity(invoice);
        conformity.numbersAndDays();
        conformity.sums();
        conformity.vat();
        conformity.earlierDocuments();
        conformity.words();
        conformity.parties();
        return List.copyOf(conformity.flaws);
    }

    private void numbersAndDays() {
        Stream.concat(Stream.of(invoice.number()), invoice.preceding().stream().map(Preceding::number))
                .filter(number -> !NUMBER.matcher(number).matches())
                .forEach(number -> add(
                        Rule.NUMBER,
                        "'" + number + "' is not a number: 1 to 35 letters without accents, digits, + - _ /"));
        Stream.of(document.on(), invoice.serviceFrom(), invoice.serviceTo())
                .filter(day -> day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)
                .forEach(day -> add(Rule.DAY, day + " is not of this century"));
        if (invoice.serviceTo().isBefore(invoice.serviceFrom())) {
            add(Rule.DAY, "the service ends on " + invoice.serviceTo() + ", before it begins");
        }
        LocalDate dueOn = invoice.dueOn().orElse(document.on());
        if (dueOn.isBefore(document.on()) && !MAY_BE_DUE_BEFORE.contains(invoice.typeCode())) {
            add(Rule.DUE_BEFORE_ISSUE, "due on " + dueOn + ", issued on " + document.on());
        }
    }

    private void sums() {
        expect(document.net(), sum(document.items().stream().map(Item::net)), "net total");
        expect(document.gross(), document.net().plus(document.vat()), "total with VAT");
        expect(document.net(), sum(invoice.vatTotals().stream().map(VatTotal::taxable)), "taxable amounts");
        expect(document.vat(), sum(invoice.vatTotals().stream().map(VatTotal::vat)), "VAT");
        for (VatTotal total : invoice.vatTotals()) {
            Money vat = total.rate() == null ? Money.ZERO : total.taxable().percent(total.rate());
            if (total.vat().minus(vat).abs().exceeds(tolerance())) {
                expect(total.vat(), vat, "VAT of category " + total.category());
            }
        }
        if (!invoice.isCreditNote()) {
            Money due = document.gross().minus(invoice.prepaid());
            expect(due, sum(document.due().stream().map(Document.Due::amount)), "sum of what falls due");
            if (due.isNegative()) {
                add(Rule.SUM, "deposits of " + invoice.prepaid() + " are above the total of " + document.gross());
            }
        }
    }

    /**
     * A deposit was agreed with its VAT, and a credit note takes back what its invoice bore: that may be a cent off the
     * VAT on their own net. EN 16931 leaves room for it (BR-CO-17).
     */
    private Money tolerance() {
        return document.kind() == Kind.DEPOSIT || invoice.isCreditNote() ? Money.ofCents(1) : Money.ZERO;
    }

    private void vat() {
        for (VatTotal total : invoice.vatTotals()) {
            boolean exempt = total.category() != VatCategory.S;
            if (exempt != (Content.given(total.exemptionCode()) != null)
                    || exempt != (Content.given(total.exemptionReason()) != null)) {
                add(Rule.EXEMPTION, "category " + total.category() + " has to say why no VAT is charged, if none is");
            }
        }
    }

    private void earlierDocuments() {
        boolean deducts = invoice.prepaid().isPositive();
        boolean deposit = invoice.preceding().stream().anyMatch(earlier -> earlier.kind() == Kind.DEPOSIT);
        if (!invoice.process().equals(deducts ? "S4" : "S1") || (deducts && !deposit)) {
            add(
                    Rule.DEPOSIT,
                    "process " + invoice.process() + ", " + invoice.prepaid() + " taken off, "
                            + (deposit ? "a deposit invoiced" : "no deposit invoiced"));
        }
        if (invoice.isCreditNote() && invoice.preceding().isEmpty()) {
            add(Rule.CREDITED, "a credit note of nothing");
        }
    }

    private void words() {
        for (String code : OBLIGATORY) {
            long times = invoice.mentions().stream()
                    .filter(mention ->
                            mention.code().equals(code) && !mention.text().isBlank())
                    .count();
            if (times != 1) {
                add(Rule.MENTION, code + " is said " + times + " times");
            }
        }
        if (invoice.lines().size() != document.items().size()
                || invoice.lines().stream().anyMatch(line -> line.name().isBlank())) {
            add(Rule.NAME, "not each item has a name");
        }
        if (invoice.paymentTerms().isBlank()) {
            add(Rule.WHEN_TO_PAY, "it does not say when to pay");
        }
    }

    private void parties() {
        MissingPartyData.ofIssuer(invoice.issuer(), invoice.vatRegime())
                .ifPresent(lack -> add(Rule.PARTY, "the seller: " + lack));
        MissingPartyData.ofBuyer(invoice.buyer(), invoice.buyerKind())
                .ifPresent(lack -> add(Rule.PARTY, "the buyer: " + lack));
    }

    private void expect(Money said, Money computed, String what) {
        if (!said.equals(computed)) {
            add(Rule.SUM, what + ": " + said + " is said, " + computed + " it is");
        }
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(Money.ZERO, Money::plus);
    }

    private void add(Rule rule, String sentence) {
        flaws.add(new Flaw(rule, sentence));
    }
}
