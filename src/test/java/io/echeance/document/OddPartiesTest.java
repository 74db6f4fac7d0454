package io.echeance.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Party;
import io.echeance.document.OfficialRules.Finding;
import io.echeance.house.Everything;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every text of a party in turn is replaced by odd ones: what our own checks let pass, the official rules let pass too.
 * So an invoice that was numbered does not turn out afterwards to be one that nobody takes. Each text in the kinds of
 * invoice by turns; with {@code -Deverything=true} in each of them.
 */
class OddPartiesTest {

    private static final List<String> TEXTS = List.of(
            "name",
            "tradeName",
            "legalForm",
            "postalCode",
            "city",
            "country",
            "siren",
            "siret",
            "vatId",
            "email",
            "electronicAddress",
            "iban",
            "bic",
            "address");

    private static final List<@Nullable String> ODD = Arrays.asList(
            null,
            "",
            " ",
            "x",
            "é",
            "12 34",
            "a#b",
            "€".repeat(130),
            "0".repeat(200),
            "732829320",
            "732829320_FACT",
            "DE",
            "\u0007",
            "<&>",
            "a@b",
            " ends ");

    private static final List<String> KINDS = List.of("taxed", "exempt", "to-a-consumer");

    /** What is never null. */
    private static final List<String> ALWAYS = List.of("name", "country");

    @Test
    void whatOurChecksLetPassTheOfficialRulesLetPass() {
        List<Invoice> all = odd();
        List<Invoice> passed = all.stream()
                .filter(invoice -> Conformity.flaws(invoice).isEmpty())
                .toList();
        assertThat(passed).hasSizeBetween(all.size() / 3, all.size() - 100);

        assertThat(findings(passed, Cii::of, OfficialRules.CII)).isEmpty();
        assertThat(findings(passed, Ubl::of, OfficialRules.UBL)).isEmpty();
    }

    private static List<Invoice> odd() {
        List<Invoice> odd = new ArrayList<>();
        for (String text : TEXTS) {
            for (@Nullable String instead : ODD) {
                if (instead != null || !ALWAYS.contains(text)) {
                    for (String kind : Everything.isWanted() ? KINDS : List.of(KINDS.get(odd.size() / 2 % 3))) {
                        Invoice invoice = KindsOfInvoice.named(kind);
                        odd.add(Changed.with(invoice, "issuer", changed(invoice.issuer(), text, instead)));
                        odd.add(Changed.with(invoice, "buyer", changed(invoice.buyer(), text, instead)));
                    }
                }
            }
        }
        return odd;
    }

    private static Party changed(Party party, String component, @Nullable String text) {
        boolean isAddress = component.equals("address");
        return Changed.with(party, component, isAddress ? (text == null ? List.of() : List.of(text)) : text);
    }

    private static List<String> findings(
            List<Invoice> invoices, Function<Invoice, byte[]> syntax, OfficialRules rules) {
        SortedMap<String, Invoice> documents = new TreeMap<>();
        invoices.forEach(invoice -> documents.put(new String(syntax.apply(invoice), UTF_8), invoice));
        return documents.entrySet().parallelStream()
                .flatMap(entry -> rules.findings(entry.getKey().getBytes(UTF_8)).stream()
                        .map(Finding::toString)
                        .map(finding -> finding + " of " + entry.getValue().issuer() + " to "
                                + entry.getValue().buyer()))
                .toList();
    }
}
