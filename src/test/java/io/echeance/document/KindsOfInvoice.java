package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRegime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One invoice of each kind that there is, by the name of the kind: the first that the demo or a scenario has. */
public final class KindsOfInvoice {

    private static final List<Invoice> PLAYED = Stream.concat(
                    PlayedInvoices.ofTheDemo().stream(), PlayedInvoices.ofTheScenarios().stream())
            .toList();

    private static final Map<String, Invoice> KINDS = new LinkedHashMap<>();

    static {
        add("taxed", invoice -> isPlain(invoice, VatRegime.STANDARD));
        add("exempt", invoice -> isPlain(invoice, VatRegime.EXEMPT_261_4_4));
        add("franchise", invoice -> isPlain(invoice, VatRegime.FRANCHISE_293_B));
        add(
                "several-lines",
                invoice -> is(invoice, Kind.INVOICE) && invoice.lines().size() > 1);
        add("instalments", invoice -> is(invoice, Kind.INVOICE) && isInParts(invoice) && !isBalance(invoice));
        add("to-a-consumer", invoice -> is(invoice, Kind.INVOICE) && is(invoice, VatCategory.S, PayerKind.CONSUMER));
        add("to-a-public-buyer", invoice -> is(invoice, VatCategory.S, PayerKind.PUBLIC_BUYER));
        add("for-a-client", invoice -> is(invoice, Kind.INVOICE) && invoice.client() != null);
        add("deposit", invoice -> is(invoice, Kind.DEPOSIT) && is(invoice, VatCategory.S, PayerKind.PROFESSIONAL));
        add("balance", invoice -> isBalance(invoice) && invoice.dueOn().isPresent() && !isInParts(invoice));
        add("balance-in-instalments", invoice -> isBalance(invoice) && isInParts(invoice));
        add(
                "nothing-left-to-pay",
                invoice -> isBalance(invoice) && invoice.dueOn().isEmpty());
        add(
                "credit-note",
                invoice -> is(invoice, Kind.CREDIT_NOTE) && invoice.typeCode().equals("381"));
        add("credit-note-on-a-deposit", invoice -> invoice.typeCode().equals("503"));
        add(
                "credit-note-on-a-fee",
                invoice -> is(invoice, Kind.CREDIT_NOTE) && invoice.preceding().size() > 1);
        add("cancellation-fee", invoice -> is(invoice, Kind.CANCELLATION_FEE));
        add("recovery-fee", invoice -> is(invoice, Kind.RECOVERY_FEE));
        add("interest", invoice -> is(invoice, Kind.CLOSING) && invoice.lines().size() == 1);
        add(
                "interest-on-several",
                invoice -> is(invoice, Kind.CLOSING) && invoice.lines().size() > 1);
    }

    private KindsOfInvoice() {}

    /** Those of the whole demo, and of all scenarios. */
    public static List<Invoice> allPlayed() {
        return PLAYED;
    }

    public static Map<String, Invoice> all() {
        return KINDS;
    }

    public static Invoice named(String kind) {
        return Objects.requireNonNull(KINDS.get(kind), kind);
    }

    private static void add(String name, Predicate<Invoice> kind) {
        KINDS.put(name, PLAYED.stream().filter(kind).findFirst().orElseThrow());
    }

    private static boolean isPlain(Invoice invoice, VatRegime regime) {
        return is(invoice, Kind.INVOICE)
                && invoice.vatRegime() == regime
                && !isInParts(invoice)
                && !isBalance(invoice)
                && invoice.lines().size() == 1;
    }

    private static boolean is(Invoice invoice, Kind kind) {
        return invoice.document().kind() == kind;
    }

    private static boolean is(Invoice invoice, VatCategory category, PayerKind buyer) {
        return invoice.vatTotals().getFirst().category() == category && invoice.buyerKind() == buyer;
    }

    private static boolean isInParts(Invoice invoice) {
        return invoice.document().due().size() > 1;
    }

    private static boolean isBalance(Invoice invoice) {
        return invoice.process().equals("S4");
    }
}
