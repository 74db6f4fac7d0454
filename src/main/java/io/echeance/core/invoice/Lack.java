package io.echeance.core.invoice;

import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatRegime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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
    /** Not fourteen digits that begin with the SIREN. */
    WRONG_SIRET,
    /** Of a seller who charges VAT. */
    NO_VAT_NUMBER,
    /** Its key does not fit. */
    WRONG_VAT_NUMBER,
    /** Of a seller: its check digits do not fit. */
    WRONG_IBAN,
    /** None of ISO 3166. */
    WRONG_COUNTRY;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SIRET = Pattern.compile("\\d{14}");

    /** What the issuer lacks; empty: nothing. */
    public static Optional<Lack> ofIssuer(@Nullable Party party, VatRegime regime) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        if (regime == VatRegime.STANDARD && isBlank(party.vatId())) {
            return Optional.of(NO_VAT_NUMBER);
        }
        String iban = party.iban();
        if (iban != null && !iban.isBlank() && !CheckDigits.isIban(iban)) {
            return Optional.of(WRONG_IBAN);
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
        if (!CheckDigits.isSiren(siren)) {
            return Optional.of(WRONG_SIREN);
        }
        String siret = party.siret();
        return siret == null
                        || siret.isBlank()
                        || (siret.startsWith(siren) && SIRET.matcher(siret).matches())
                ? Optional.empty()
                : Optional.of(WRONG_SIRET);
    }

    private static Optional<Lack> ofAnyone(Party party) {
        if (isBlank(party.name())) {
            return Optional.of(NO_NAME);
        }
        if (!COUNTRIES.contains(party.country())) {
            return Optional.of(WRONG_COUNTRY);
        }
        String vatId = party.vatId();
        if (vatId != null && !vatId.isBlank() && !CheckDigits.isVatNumber(vatId)) {
            return Optional.of(WRONG_VAT_NUMBER);
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

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
