package io.echeance.interop;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Invoice.InvoiceLine;
import io.echeance.core.invoice.Invoice.Mention;
import io.echeance.core.invoice.Invoice.Preceding;
import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.Document.Due;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRegime;
import io.echeance.serde.RandomRecords;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Invoices that leave no field, no document kind and no sign out; right in form, not in what they claim. */
final class IssuedInvoices {

    private static final long SEED = 2026;
    private static final int RANDOM = 100;

    private static final LocalDate ON = LocalDate.of(2026, 2, 28);
    private static final String ORDER = "order-é";
    private static final String PAYER = "étudiante-1";
    private static final String REFERRED = ORDER + "/" + PAYER + "/INVOICE/2";
    private static final String LONG_NAME =
            "Établissement d'enseignement supérieur « L'Œuvre & Ça va de soi » — Préfixe à l'été, naïveté aiguë "
                    .repeat(12);

    /** Around each of these an amount changes its length in bytes, or needs one more for its sign. */
    private static final List<String> EDGES = List.of(
            "0.00",
            "0.01",
            "-0.01",
            "1.27",
            "1.28",
            "-1.28",
            "-1.29",
            "2.55",
            "2.56",
            "-2.56",
            "327.67",
            "327.68",
            "-327.68",
            "-327.69",
            "83886.07",
            "83886.08",
            "-83886.08",
            "92233720368547758.07",
            "-92233720368547758.08");

    private IssuedInvoices() {}

    static List<Invoice> all() {
        List<Invoice> ours = List.of(
                deposit(), invoice(), empty(), cancellationFee(), creditNote(), recoveryFee(), closing(), edges());
        RandomRecords random = new RandomRecords(SEED);
        return Stream.concat(
                        ours.stream(),
                        Stream.generate(() -> random.next(Invoice.class)).limit(RANDOM))
                .toList();
    }

    /** What a transaction says that is not committed. */
    static Invoice neverIssued() {
        return plain(9, document(9, Kind.INVOICE, "9.99", "2.00", "11.99", "11.99", List.of()));
    }

    private static Invoice deposit() {
        Item item = item("deposit", "480.00", VatCategory.S, "CGV art. 4.2 — acompte", "CGI art. 289, I-1-c");
        return plain(1, document(1, Kind.DEPOSIT, "480.00", "96.00", "576.00", "576.00", List.of(item)));
    }

    /** With all that an invoice can have. */
    private static Invoice invoice() {
        List<Item> items = List.of(
                item("share/" + PAYER, "1999.95", VatCategory.S, "CGV art. 4.1"),
                item("application-fee", "0.05", VatCategory.E));
        Document document = document(2, Kind.INVOICE, "2000.00", "399.99", "2399.99", "1823.99", items);
        List<Mention> mentions = List.of(
                new Mention("PMD", "Pénalités de retard : trois fois le taux d'intérêt légal."),
                new Mention("AAB", "Pas d'escompte. 🎓 \"\\\n\t" + LONG_NAME));
        Preceding deposit = new Preceding(
                DocumentId.of(ORDER, PAYER, Kind.DEPOSIT, 1), Kind.DEPOSIT, number(1), ON, Money.of("576.00"));
        return issued(2, document, seller(), List.of(deposit), mentions, "fr");
    }

    /** With nothing that it need not have. */
    private static Invoice empty() {
        Document document =
                document(3, Kind.INVOICE, "0.00", "0.00", "0.00", "0.00", List.of(), List.of(), null, List.of());
        return issued(3, document, null, List.of(), List.of(), "en");
    }

    private static Invoice cancellationFee() {
        Item item = item("cancellation", "720.00", VatCategory.O, "CGV art. 9.3 — dédit");
        return plain(4, document(4, Kind.CANCELLATION_FEE, "720.00", "0.00", "720.00", "720.00", List.of(item)));
    }

    private static Invoice creditNote() {
        List<Item> items = List.of(item("share/" + PAYER, "-2000.00", VatCategory.S));
        Document document = document(
                5, Kind.CREDIT_NOTE, "2000.00", "400.00", "2400.00", null, List.of(), items, REFERRED, List.of());
        Preceding credited = new Preceding(new DocumentId(REFERRED), Kind.INVOICE, number(2), ON, Money.of("2399.99"));
        return issued(5, document, null, List.of(credited), List.of(), "fr");
    }

    private static Invoice recoveryFee() {
        Item item = item("recovery-fee/" + REFERRED, "40.00", VatCategory.O, "D. 441-5");
        return plain(6, document(6, Kind.RECOVERY_FEE, "40.00", "0.00", "40.00", "40.00", List.of(item)));
    }

    private static Invoice closing() {
        List<Item> items = List.of(item("interest/" + REFERRED + "#1", "18.41", VatCategory.O, "L. 441-10, II"));
        List<Segment> segments = List.of(
                segment(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 2, 29), 61, "1824.00", "12.15", "37.04"),
                segment(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 1), 1, "0.01", "0.00", "0.00"),
                segment(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 31), 30, "-1360.00", "-0.50", "-18.63"));
        List<Due> due = List.of(new Due(ON, Money.of("18.41")));
        return plain(7, document(7, Kind.CLOSING, "18.41", "0.00", "18.41", "18.41", due, items, null, segments));
    }

    private static Invoice edges() {
        Stream<LocalDate> days = Stream.of(
                LocalDate.EPOCH, LocalDate.of(1969, 12, 31), LocalDate.of(1900, 3, 1), LocalDate.of(9999, 12, 31));
        List<Due> due = Stream.concat(
                        days.map(day -> new Due(day, Money.of("-1.28"))),
                        EDGES.stream().map(amount -> new Due(ON, Money.of(amount))))
                .toList();
        List<Item> items = EDGES.stream()
                .map(amount -> item("travel", amount, VatCategory.E))
                .toList();
        Document document = document(
                8, Kind.INVOICE, "-0.01", "-327.69", "-92233720368547758.08", "0.00", due, items, null, List.of());
        return plain(8, document);
    }

    private static Party seller() {
        return new Party(
                "hexagone",
                "École Hexagone",
                "Hexagone",
                "SAS au capital de 10 000 €",
                List.of("Bâtiment « Été »", "12 bis, rue de l'Évêché"),
                "78000",
                "Versailles",
                "FR",
                "123456789",
                "12345678900012",
                "FR32123456789",
                "compta@example.org",
                "123456789",
                "FR7630006000011234567890189",
                "AGRIFRPP",
                "fr");
    }

    private static Party buyer() {
        return new Party(
                PAYER, LONG_NAME, null, null, List.of(), null, null, "BE", null, null, null, null, null, null, null,
                "en");
    }

    private static Invoice plain(int n, Document document) {
        return issued(n, document, null, List.of(), List.of(), "fr");
    }

    private static Invoice issued(
            int n,
            Document document,
            @Nullable Party client,
            List<Preceding> preceding,
            List<Mention> mentions,
            String language) {
        List<InvoiceLine> lines = document.items().stream()
                .map(item -> new InvoiceLine("Année de formation initiale", client == null ? null : LONG_NAME))
                .toList();
        List<VatTotal> vatTotals = List.of(
                new VatTotal(VatCategory.S, VatCategory.S.rate(), document.net(), document.vat(), null, null),
                new VatTotal(VatCategory.O, null, Money.ZERO, Money.ZERO, "VATEX-EU-O", "Hors champ de la TVA"));
        return new Invoice(
                number(n),
                "hexagone/2026",
                document,
                "380",
                "S1",
                PayerKind.CONSUMER,
                VatRegime.STANDARD,
                seller(),
                buyer(),
                client,
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2026, 6, 30),
                lines,
                vatTotals,
                Money.of("576.00"),
                preceding,
                "Payable à réception",
                mentions,
                language);
    }

    private static String number(int n) {
        return "H-2026-%06d".formatted(n);
    }

    /** Due as a whole in thirty days. */
    private static Document document(
            int n, Kind kind, String net, String vat, String gross, String payable, List<Item> items) {
        List<Due> due = List.of(new Due(ON.plusDays(30), Money.of(payable)));
        return document(n, kind, net, vat, gross, payable, due, items, null, List.of());
    }

    private static Document document(
            int n,
            Kind kind,
            String net,
            String vat,
            String gross,
            @Nullable String payable,
            List<Due> due,
            List<Item> items,
            @Nullable String refersTo,
            List<Segment> segments) {
        return new Document(
                ON,
                ORDER,
                DocumentId.of(ORDER, PAYER, kind, n),
                kind,
                PAYER,
                Money.of(net),
                Money.of(vat),
                Money.of(gross),
                payable == null ? null : Money.of(payable),
                due,
                items,
                refersTo == null ? null : new DocumentId(refersTo),
                segments,
                "hexagone",
                "hexagone-initial@2025-06-18",
                List.of());
    }

    private static Item item(String key, String net, VatCategory category, String... basis) {
        return new Item(ItemKey.parse(key), Money.of(net), category, category.rate(), List.of(basis));
    }

    private static Segment segment(LocalDate from, LocalDate to, int days, String base, String rate, String amount) {
        return new Segment(
                new DocumentId(REFERRED).receivable(1),
                from,
                to,
                days,
                Money.of(base),
                Percent.of(rate),
                Money.of(amount),
                "BCE + 10 points");
    }
}
