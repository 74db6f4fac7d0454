package io.echeance.document.page;

import io.echeance.core.invoice.Invoice.VatTotal;
import io.echeance.core.invoice.Language;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document.Kind;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.VatRegime;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the parts of a page are called.
 *
 * @param typeCode of the invoice that is written, UNTDID 1001
 */
record InvoiceWords(String typeCode, Language language) {

    private static final String CREDIT_ON_DEPOSIT = "503";

    private static final DateTimeFormatter FRENCH_DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private static final Pattern LEGAL_TIMES = Pattern.compile("(\\d+(?:\\.\\d+)?) x legal rate (\\S+)");
    private static final Pattern LEGAL_INDIVIDUAL = Pattern.compile("legal rate of private individuals (\\S+)");
    private static final Pattern LEGAL = Pattern.compile("legal rate (\\S+)");
    private static final Pattern ECB = Pattern.compile("ECB (\\S+) \\+ (\\d+\\.\\d+)");

    /** The title of a document. */
    String kind(Kind kind) {
        return switch (kind) {
            case DEPOSIT -> language.in("Facture d'acompte", "Deposit invoice");
            case INVOICE -> language.in("Facture", "Invoice");
            case CANCELLATION_FEE -> language.in("Facture de dédit", "Cancellation fee");
            case CREDIT_NOTE ->
                typeCode.equals(CREDIT_ON_DEPOSIT)
                        ? language.in("Avoir sur acompte", "Credit note on a deposit")
                        : language.in("Avoir", "Credit note");
            case RECOVERY_FEE ->
                language.in("Indemnité forfaitaire de recouvrement", "Fixed compensation for recovery");
            case CLOSING -> language.in("Facture de solde", "Closing invoice");
        };
    }

    /** A day where room is scarce. */
    String shortDay(LocalDate day) {
        return day.format(language == Language.FR ? FRENCH_DAY : ENGLISH_DAY);
    }

    /** What stands in the column of VAT. */
    String vat(VatTotal total, VatRegime regime) {
        return switch (total.category()) {
            case S -> total.rate() == null ? "" : language.percent(total.rate());
            case E ->
                regime == VatRegime.FRANCHISE_293_B
                        ? language.in("non applicable", "not applicable")
                        : language.in("exonéré", "exempt");
            case O -> language.in("hors champ", "outside VAT");
        };
    }

    /** Where the rate of a segment comes from; the core says it in English, for all its readers. */
    String source(Segment segment) {
        String source = ECB.matcher(segment.source())
                .replaceAll(found -> language.in("BCE ", "ECB ") + found.group(1) + " + " + points(found.group(2)));
        if (language == Language.EN) {
            return source.replace(" x ", " × ");
        }
        source = source.replace("stipulated", "taux convenu");
        source = LEGAL_TIMES
                .matcher(source)
                .replaceAll(
                        found -> language.factor(new BigDecimal(found.group(1))) + " × taux légal " + found.group(2));
        source = LEGAL_INDIVIDUAL.matcher(source).replaceAll("taux légal des particuliers $1");
        return LEGAL.matcher(source).replaceAll("taux légal $1");
    }

    private String points(String number) {
        return language.percent(Percent.of(number)).replaceAll("[\\u00A0%]", "") + " points";
    }
}
