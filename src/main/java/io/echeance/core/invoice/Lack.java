package io.echeance.core.invoice;

import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatRegime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a party is missing before a document can bear its name. The law wants name, address and, of businesses, the
 * SIREN of both sides (CGI, annexe II, 242 nonies A); a document that is to arrive needs an electronic address.
 */
public enum Lack {
    /** Nothing is known of the party, or it was erased. */
    UNKNOWN_PARTY,
    NO_NAME,
    /** Street, town and, in France, postal code. */
    NO_POSTAL_ADDRESS,
    /** None for electronic invoices, no e-mail address, no SIREN to stand for one. */
    NO_ELECTRONIC_ADDRESS,
    NO_SIREN,
    /** Not nine digits of which the last is the check digit. */
    WRONG_SIREN,
    /** Does not begin with the SIREN. */
    WRONG_SIRET,
    /** Of a seller who charges VAT. */
    NO_VAT_NUMBER;

    private static final Pattern SIREN = Pattern.compile("\\d{9}");

    /** What the issuer lacks; empty: nothing. */
    public static Optional<Lack> ofIssuer(@Nullable Party party, VatRegime regime) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        if (regime == VatRegime.STANDARD && isBlank(party.vatId())) {
            return Optional.of(NO_VAT_NUMBER);
        }
        return ofBusiness(party).or(() -> ofAnyone(party));
    }

    /** What the buyer lacks. */
    public static Optional<Lack> ofBuyer(@Nullable Party party, PayerKind kind) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        return switch (kind) {
            case CONSUMER -> ofAnyone(party);
            case PROFESSIONAL, PUBLIC_BUYER, FUNDER ->
                (party.isFrench() ? ofBusiness(party) : Optional.<Lack>empty()).or(() -> ofAnyone(party));
        };
    }

    /** What somebody lacks who is only named. */
    public static Optional<Lack> ofNamed(@Nullable Party party) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        return isBlank(party.name()) ? Optional.of(NO_NAME) : Optional.empty();
    }

    private static Optional<Lack> ofBusiness(Party party) {
        String siren = party.siren();
        if (siren == null || siren.isBlank()) {
            return Optional.of(NO_SIREN);
        }
        if (!SIREN.matcher(siren).matches() || !hasCheckDigit(siren)) {
            return Optional.of(WRONG_SIREN);
        }
        String siret = party.siret();
        return siret != null && !siret.startsWith(siren) ? Optional.of(WRONG_SIRET) : Optional.empty();
    }

    private static Optional<Lack> ofAnyone(Party party) {
        if (isBlank(party.name())) {
            return Optional.of(NO_NAME);
        }
        if (party.address().stream().allMatch(Lack::isBlank)
                || isBlank(party.city())
                || (party.isFrench() && isBlank(party.postalCode()))) {
            return Optional.of(NO_POSTAL_ADDRESS);
        }
        return isBlank(party.electronicAddress()) && isBlank(party.email()) && isBlank(party.siren())
                ? Optional.of(NO_ELECTRONIC_ADDRESS)
                : Optional.empty();
    }

    /** Luhn's check digit: from the right, every second digit doubled, the digits of all add up to tens. */
    private static boolean hasCheckDigit(String digits) {
        int sum = 0;
        for (int n = 0; n < digits.length(); n++) {
            int digit = digits.charAt(digits.length() - 1 - n) - '0';
            int weighed = n % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
