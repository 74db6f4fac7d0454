package io.echeance.document;

import io.echeance.core.invoice.Invoice;
import io.echeance.core.invoice.Language;
import io.echeance.core.invoice.MissingPartyData;
import io.echeance.core.invoice.Party;
import io.echeance.core.matching.CreditorReference;
import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document.Item;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRegime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invoice as EN 16931 tells it, whichever the syntax: what CII and UBL say alike is decided here, once. */
record Content(Invoice invoice) {

    /** BT-24: EN 16931 as it is, without extension. */
    static final String PROFILE = "urn:cen.eu:en16931:2017";

    static final String CURRENCY = "EUR";

    /** French directory of electronic addresses, and register of businesses. */
    static final String ADDRESS_SCHEME = "0225";

    static final String SIREN_SCHEME = "0002";
    static final String SIRET_SCHEME = "0009";
    private static final String MAIL_SCHEME = "EM";

    /** UNECE recommendation 20: one. */
    static final String UNIT = "C62";

    private static final int ADDRESS_LINES = 3;

    /** BT-34, BT-49. */
    record ElectronicAddress(String scheme, String value) {}

    /**
     * BG-25.
     *
     * @param quantity BT-129: one, or minus one, as a price is never negative
     * @param price BT-146
     * @param rate BT-152; null outside VAT
     */
    record Line(
            int id,
            String name,
            @Nullable String description,
            int quantity,
            Money price,
            Money net,
            VatCategory category,
            @Nullable Percent rate) {}

    /** BT-83: what the payer's bank passes on; as a creditor reference it has check digits. */
    String remittance() {
        return CreditorReference.of(invoice.number()).orElse(invoice.number());
    }

    /** A text, if there is one that can be written. */
    static @Nullable String given(@Nullable String text) {
        return text == null || Xml.plain(text).isEmpty() ? null : text;
    }

    /**
     * Where it is sent: as the directory has it, else by SIREN, else by e-mail.
     *
     * <p>Reading taken: every file has to name an address of the buyer (BR-FR-12), and no law asks a consumer for one.
     * Of a consumer without, the issuer's own stands there: who sends the file by it gives it back to the seller, who
     * prints it.
     */
    ElectronicAddress address(Party party) {
        return ownAddress(party).or(() -> ownAddress(invoice.issuer())).orElse(new ElectronicAddress(MAIL_SCHEME, ""));
    }

    private static Optional<ElectronicAddress> ownAddress(Party party) {
        return Stream.of(Optional.ofNullable(party.electronicAddress()), Optional.ofNullable(party.siren()))
                .flatMap(Optional::stream)
                .filter(MissingPartyData::isOfDirectory)
                .findFirst()
                .map(address -> new ElectronicAddress(ADDRESS_SCHEME, address))
                .or(() -> Optional.ofNullable(party.email())
                        .filter(MissingPartyData::isEmail)
                        .map(email -> new ElectronicAddress(MAIL_SCHEME, email)));
    }

    /** BT-35, 36 and 162, or BT-50, 51 and 163: as many as there are, what is beyond stands in the last. */
    static List<String> addressLines(Party party) {
        List<String> lines =
                party.address().stream().filter(line -> given(line) != null).toList();
        if (lines.size() <= ADDRESS_LINES) {
            return lines;
        }
        List<String> three = new ArrayList<>(lines.subList(0, ADDRESS_LINES - 1));
        three.add(String.join(", ", lines.subList(ADDRESS_LINES - 1, lines.size())));
        return three;
    }

    boolean isOutsideVat() {
        return invoice.vatTotals().stream().allMatch(total -> total.category() == VatCategory.O);
    }

    /** BT-31, BT-48; none stands on what is outside VAT (BR-O-02), nor of a seller who charges none (art. 293 B). */
    @Nullable
    String vatId(Party party) {
        boolean isFranchise = party.equals(invoice.issuer()) && invoice.vatRegime() == VatRegime.FRANCHISE_293_B;
        return isOutsideVat() || isFranchise ? null : given(party.vatId());
    }

    /** BT-32: a seller who charges no VAT and shows no VAT number is known by its SIREN (BR-E-02). */
    @Nullable
    String taxRegistration() {
        return isOutsideVat() || vatId(invoice.issuer()) != null
                ? null
                : given(invoice.issuer().siren());
    }

    /** BT-8: VAT on services is due as they are paid (CGI, 269, 2 c); none of the sellers has opted otherwise. */
    boolean isVatDueOnPayment() {
        return invoice.vatTotals().stream().anyMatch(total -> total.category() == VatCategory.S);
    }

    /** A part of the price, or a credit of one: not a fee, an indemnity or interest. */
    boolean isForService() {
        return !isOutsideVat();
    }

    /** BT-72: when the service is done; what is not for one has the date of the document. */
    LocalDate deliveredOn() {
        return isForService() ? invoice.serviceTo() : invoice.document().on();
    }

    /** BT-115. */
    Money payable() {
        return invoice.document().gross().minus(invoice.prepaid());
    }

    /** Whether money is asked for, so that it has to be said how to pay it (BG-16). */
    boolean isToBePaid() {
        return !invoice.isCreditNote() && payable().isPositive();
    }

    /** BT-84, as machines write it. */
    @Nullable
    String iban() {
        String iban = given(invoice.issuer().iban());
        return iban == null ? null : iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** BT-81, UNTDID 4461: credit transfer, or none that is named. */
    String paymentMeans() {
        return iban() == null ? "1" : "30";
    }

    List<Line> lines() {
        List<Item> items = invoice.document().items();
        List<Line> lines = new ArrayList<>();
        for (int n = 0; n < items.size(); n++) {
            Item item = items.get(n);
            Invoice.InvoiceLine named = invoice.lines().get(n);
            Money net = item.net();
            lines.add(new Line(
                    n + 1,
                    named.name(),
                    description(named, item.key()),
                    net.isNegative() ? -1 : 1,
                    net.abs(),
                    net,
                    item.vatCategory(),
                    item.vatRate()));
        }
        return lines;
    }

    private @Nullable String description(Invoice.InvoiceLine line, ItemKey key) {
        String described = Stream.concat(
                        Stream.ofNullable(line.description()),
                        invoice.document().segments().stream()
                                .filter(segment -> key.equals(new ItemKey.InterestOn(segment.receivable())))
                                .map(this::inWords))
                .collect(Collectors.joining(" ; "));
        return described.isEmpty() ? null : described;
    }

    /** How interest comes about: days, base, rate, amount. */
    private String inWords(Segment segment) {
        Language language = invoice.words();
        return language.in("du ", "from ")
                + language.day(segment.from())
                + language.in(" au ", " to ")
                + language.day(segment.to())
                + ", " + segment.days()
                + (segment.days() == 1 ? language.in(" jour, ", " day, ") : language.in(" jours, ", " days, "))
                + language.money(segment.base())
                + language.in(" à ", " at ")
                + language.percent(segment.rate())
                + language.in(" l'an : ", " a year: ")
                + language.money(segment.amount());
    }

    /**
     * CII has place for one earlier document (BG-3), the first: those beyond it are named in a note, so that none is
     * lost.
     */
    Optional<String> furtherPreceding() {
        Language language = invoice.words();
        String further = invoice.preceding().stream()
                .skip(1)
                .map(preceding -> preceding.number() + language.in(" du ", " of ") + language.day(preceding.on()))
                .collect(Collectors.joining(", "));
        return further.isEmpty() ? Optional.empty() : Optional.of(language.in("Voir aussi : ", "See also: ") + further);
    }
}
