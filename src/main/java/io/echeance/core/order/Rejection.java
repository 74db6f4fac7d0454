package io.echeance.core.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact that could not be accepted.
 *
 * @param factId null if it could not be read
 * @param sentence what is wrong, for a person; cut where it is longer than {@link #LONGEST_SENTENCE}
 */
public record Rejection(
        LocalDate on, @Nullable String orderId, @Nullable String factId, Reason reason, String sentence)
        implements Output {

    /** In characters. It may quote what was received, and that may be long. */
    public static final int LONGEST_SENTENCE = 600;

    public Rejection {
        sentence = shortened(sentence);
    }

    /** A sentence for a person, not longer than it may be. */
    public static String shortened(String sentence) {
        return sentence.length() <= LONGEST_SENTENCE ? sentence : sentence.substring(0, LONGEST_SENTENCE - 1) + "…";
    }

    /**
     * Why; declared in order of precedence, but that what is {@link #TOO_LARGE} on its own is not even read. Each has
     * its words in French, which are true of every case; in English it has those of each.
     */
    public enum Reason {
        MALFORMED("une indication manque, ou n’a pas la forme attendue"),
        CONTRADICTS_EARLIER_FACT("cela ne s’accorde pas avec ce qui est déjà connu"),
        ORDER_ALREADY_PLACED("cette commande est déjà passée"),
        UNKNOWN_TERMS("ces conditions de vente ne sont pas connues"),
        /** Of a person who asks a seller whose terms nobody has published. */
        UNKNOWN_SELLER("ce vendeur n’est pas connu"),
        CUSTOMER_NOT_SERVED("ces conditions de vente ne s’adressent pas à un tel client"),
        AMOUNT_NOT_POSITIVE("un montant doit être positif"),
        /** More than one payment could pay. */
        AMOUNT_TOO_LARGE("un montant est trop élevé"),
        /** A rate of VAT, of a seller who charges none. */
        VAT_NOT_ALLOWED("ce vendeur ne facture pas de TVA"),
        PLAN_NOT_ALLOWED("ces conditions de vente n’admettent pas cet échéancier"),
        DEPOSIT_NOT_ALLOWED("ces conditions de vente n’admettent pas cet acompte"),
        FUNDING_NOT_ALLOWED("ces conditions de vente n’admettent pas ce financement"),
        /** A credit limit of a seller whose terms know none. */
        LIMIT_NOT_IN_TERMS("les conditions de vente de ce vendeur ne prévoient pas de plafond"),
        UNKNOWN_FUNDER("rien n’est demandé à ce financeur"),
        UNKNOWN_PAYER("ce payeur ne doit rien de cette commande"),
        DUPLICATE_PAYMENT("ce paiement est déjà connu"),
        /** Of a decision about a payment that was not received. */
        UNKNOWN_PAYMENT("aucun paiement n’est connu sous ce numéro"),
        /** Of a decision that places money with an order that was not placed. */
        UNKNOWN_ORDER("aucune commande n’a été passée sous ce numéro"),
        /** A decision whose parts and what it sets aside are not the payment. */
        DOES_NOT_ADD_UP("les montants ne s’accordent pas avec ce qui a été payé"),
        /** A field that the fact does not have: most likely the name of another, mistyped. */
        UNKNOWN_FIELD("il y a un champ de trop"),
        /** An id that says who somebody is. */
        PERSONAL_ID("un numéro nomme quelqu’un"),
        /** Of a month that is to be closed before its last day is. */
        MONTH_NOT_OVER("ce mois n’est pas fini"),
        /** Of a month whose books are closed already. */
        MONTH_CLOSED("ce mois est clos"),
        /** Of a month that is to be closed before the one before it. */
        EARLIER_MONTH_OPEN("un mois antérieur est ouvert"),
        /** A record, a text or a list is too long, or the order has no room for one more fact. */
        TOO_LARGE("c’est trop long, ou il n’y a plus de place");

        private final String french;

        Reason(String french) {
            this.french = french;
        }

        /** With what English says of the case; French says why alone. */
        public Sentence with(String english) {
            return new Sentence(french, english);
        }
    }
}
