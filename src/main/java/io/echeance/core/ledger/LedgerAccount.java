package io.echeance.core.ledger;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.echeance.core.order.ItemKey;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.VatRate;
import java.util.Map;
import java.util.stream.Stream;

/** The accounts that we post to, of the French chart of accounts (<i>plan comptable général</i>, ANC 2014-03). */
public enum LedgerAccount {
    /** Kept by party (<i>compte auxiliaire</i>): customers and funders alike. */
    CLIENTS("411000", "Clients"),
    /** Net of the deposits that were invoiced and that no invoice has deducted yet. */
    ADVANCES("419100", "Clients - Avances et acomptes reçus sur commandes"),
    OUTPUT_VAT("445710", "TVA collectée"),
    OUTPUT_VAT_INTERMEDIATE("445712", "TVA collectée, taux intermédiaire"),
    OUTPUT_VAT_REDUCED("445713", "TVA collectée, taux réduit"),
    OUTPUT_VAT_SUPER_REDUCED("445714", "TVA collectée, taux particulier"),
    /** Invoiced, and not due before the service is paid. */
    VAT_PENDING("445800", "Taxes sur le chiffre d'affaires en attente"),
    VAT_PENDING_INTERMEDIATE("445802", "TVA en attente, taux intermédiaire"),
    VAT_PENDING_REDUCED("445803", "TVA en attente, taux réduit"),
    VAT_PENDING_SUPER_REDUCED("445804", "TVA en attente, taux particulier"),
    /** What a card or wallet company holds for us until it pays out. */
    COLLECTORS("467000", "Autres comptes débiteurs ou créditeurs"),
    /** Of what statements of account tell, until it is known what it is: their money in and out without its cause. */
    SUSPENSE("471000", "Comptes d'attente"),
    CHEQUES("511200", "Chèques à encaisser"),
    BANK("512000", "Banques"),
    /** What statements of account say, entry by entry: it is the bank's balance. */
    BANK_BY_STATEMENT("512100", "Banques, selon relevés"),
    BANK_CHARGES("627800", "Services bancaires, autres frais et commissions"),
    BAD_DEBTS("654000", "Pertes sur créances irrécouvrables"),
    TUITION("706000", "Prestations de services"),
    ANCILLARY("708000", "Produits des activités annexes"),
    /** Cancellation and recovery fees: they repair a loss and pay for no service, hence outside VAT. */
    INDEMNITIES("758000", "Produits divers de gestion courante"),
    LATE_INTEREST("763100", "Revenus des créances commerciales");

    private static final Map<String, String> LABELS =
            Stream.of(values()).collect(toUnmodifiableMap(LedgerAccount::number, LedgerAccount::label));

    private final String number;
    private final String label;

    LedgerAccount(String number, String label) {
        this.number = number;
        this.label = label;
    }

    /** CompteNum. */
    public String number() {
        return number;
    }

    /** CompteLib, in French as the law wants it. */
    public String label() {
        return label;
    }

    /** CompteLib of a number; the number itself where the chart does not have it. */
    static String labelOf(String number) {
        return LABELS.getOrDefault(number, number);
    }

    /** Where a document's item is earned. */
    static LedgerAccount earning(ItemKey key) {
        return switch (key) {
            case ItemKey.ShareOf share -> TUITION;
            case ItemKey.Travel travel -> ANCILLARY;
            case ItemKey.ApplicationFee fee -> ANCILLARY;
            case ItemKey.FileFee fee -> ANCILLARY;
            case ItemKey.DepositAt deposit -> ADVANCES;
            case ItemKey.CancellationFee fee -> INDEMNITIES;
            case ItemKey.RecoveryFeeOf fee -> INDEMNITIES;
            case ItemKey.RecoveryFeeOfEach fee -> INDEMNITIES;
            case ItemKey.InterestOn interest -> LATE_INTEREST;
        };
    }

    /** Where VAT stands that is due. */
    static LedgerAccount outputVat(VatRate rate) {
        return switch (rate) {
            case STANDARD -> OUTPUT_VAT;
            case INTERMEDIATE -> OUTPUT_VAT_INTERMEDIATE;
            case REDUCED -> OUTPUT_VAT_REDUCED;
            case SUPER_REDUCED -> OUTPUT_VAT_SUPER_REDUCED;
        };
    }

    /** Where VAT waits to become due. */
    static LedgerAccount pendingVat(VatRate rate) {
        return switch (rate) {
            case STANDARD -> VAT_PENDING;
            case INTERMEDIATE -> VAT_PENDING_INTERMEDIATE;
            case REDUCED -> VAT_PENDING_REDUCED;
            case SUPER_REDUCED -> VAT_PENDING_SUPER_REDUCED;
        };
    }

    /** Where money arrives. */
    static LedgerAccount receiving(Method method) {
        return switch (method) {
            case TRANSFER, SEPA_DEBIT -> BANK;
            case CHEQUE -> CHEQUES;
            case CARD, PAYPAL -> COLLECTORS;
        };
    }
}
