package io.echeance.core.order;

import io.echeance.core.terms.VatRate;

/**
 * What an item of a document is for. All documents of a payer and kind together ask for so much under each key as is
 * required under it.
 *
 * <p>As text, a word and what it is about, parted by a slash. A part of the price that bears another rate of VAT than
 * that of the terms ends with the name of it: {@code share/ACME/REDUCED}. No id of a payer has a slash.
 */
public sealed interface ItemKey {

    /** A payer's part of the tuition; a funder's of all that is of one rate. */
    record ShareOf(String payer, VatRate rate) implements ItemKey {
        @Override
        public String toString() {
            return withRate(ItemWord.SHARE.about(payer), rate);
        }
    }

    /** Travel expenses (<i>frais de déplacement</i>). */
    record Travel(VatRate rate) implements ItemKey {
        @Override
        public String toString() {
            return withRate(ItemWord.TRAVEL.toString(), rate);
        }
    }

    /** <i>Frais de dossier</i>. */
    record ApplicationFee(VatRate rate) implements ItemKey {
        @Override
        public String toString() {
            return withRate(ItemWord.APPLICATION_FEE.toString(), rate);
        }
    }

    /** What the terms ask of a customer whose funder pays us directly (<i>frais de subrogation</i>). */
    record FileFee() implements ItemKey {
        @Override
        public String toString() {
            return ItemWord.SUBROGATION_FEE.toString();
        }
    }

    /** The part of a deposit (<i>acompte</i>) that bears one rate. */
    record DepositAt(VatRate rate) implements ItemKey {
        @Override
        public String toString() {
            return withRate(ItemWord.DEPOSIT.toString(), rate);
        }
    }

    /** <i>Dédit</i>. */
    record CancellationFee() implements ItemKey {
        @Override
        public String toString() {
            return ItemWord.CANCELLATION.toString();
        }
    }

    /** The fee for recovery costs of a late invoice (<i>indemnité forfaitaire</i>), once for all of it. */
    record RecoveryFeeOf(DocumentId document) implements Penalty {
        @Override
        public String toString() {
            return ItemWord.RECOVERY_FEE.about(document);
        }
    }

    /** The same where the terms take one for each receivable. */
    record RecoveryFeeOfEach(ReceivableKey receivable) implements Penalty {
        @Override
        public DocumentId document() {
            return receivable.document();
        }

        @Override
        public String toString() {
            return ItemWord.RECOVERY_FEE.about(receivable);
        }
    }

    /** Late interest (<i>intérêts de retard</i>) on a receivable. */
    record InterestOn(ReceivableKey receivable) implements Penalty {
        @Override
        public DocumentId document() {
            return receivable.document();
        }

        @Override
        public String toString() {
            return ItemWord.INTEREST.about(receivable);
        }
    }

    /** What lateness brings. */
    sealed interface Penalty extends ItemKey {

        /** The document that was paid late. */
        DocumentId document();
    }

    /** The customer's part of the lines of one kind and rate. */
    static ItemKey ofCustomer(String customer, Price.Part part) {
        return switch (part.kind()) {
            case TUITION -> new ShareOf(customer, part.rate());
            case TRAVEL -> new Travel(part.rate());
            case APPLICATION_FEE -> new ApplicationFee(part.rate());
        };
    }

    /**
     * What its text means.
     *
     * @throws IllegalArgumentException if it means nothing
     */
    static ItemKey parse(String text) {
        int slash = text.indexOf('/');
        String about = text.substring(slash + 1);
        return switch (ItemWord.of(slash < 0 ? text : text.substring(0, slash))) {
            case SHARE -> share(about);
            case TRAVEL -> new Travel(rate(slash, about));
            case APPLICATION_FEE -> new ApplicationFee(rate(slash, about));
            case SUBROGATION_FEE -> new FileFee();
            case DEPOSIT -> new DepositAt(rate(slash, about));
            case CANCELLATION -> new CancellationFee();
            case RECOVERY_FEE -> recoveryFee(about);
            case INTEREST -> new InterestOn(ReceivableKey.parse(about));
        };
    }

    private static ItemKey share(String about) {
        int slash = about.indexOf('/');
        return slash < 0
                ? new ShareOf(about, VatRate.STANDARD)
                : new ShareOf(about.substring(0, slash), VatRate.valueOf(about.substring(slash + 1)));
    }

    private static ItemKey recoveryFee(String about) {
        ReceivableKey receivable = ReceivableKey.parseIfOne(about);
        return receivable == null ? new RecoveryFeeOf(new DocumentId(about)) : new RecoveryFeeOfEach(receivable);
    }

    private static VatRate rate(int slash, String name) {
        return slash < 0 ? VatRate.STANDARD : VatRate.valueOf(name);
    }

    private static String withRate(String key, VatRate rate) {
        return rate == VatRate.STANDARD ? key : key + "/" + rate;
    }
}
