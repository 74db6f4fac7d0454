package io.echeance.core.invoice;

import io.echeance.core.order.CheckDigits;
import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatRegime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a party is missing before a document can bear its name. The law wants name, address and, of businesses, the
 * SIREN of both sides (CGI, annexe II, 242 nonies A); an electronic invoice between businesses needs an address to
 * arrive at. A consumer gets none and needs none: name and postal address are all that the law wants of a person.
 */
public enum MissingPartyData {
    /** Nothing is known of the party, or it was erased. */
    UNKNOWN_PARTY,
    NO_NAME,
    /** Street, town and, in France, postal code. */
    NO_POSTAL_ADDRESS,
    /** None for electronic invoices, no e-mail address, no SIREN to stand for one. */
    NO_ELECTRONIC_ADDRESS,
    /** No e-mail address; or none of the French directory, where those of a business begin with its SIREN. */
    WRONG_ELECTRONIC_ADDRESS,
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
    private static final Pattern DIRECTORY = Pattern.compile("[A-Za-z0-9._-]{1,125}");
    private static final Pattern EMAIL = Pattern.compile("(?=.{3,125}$)[^\\s@\\p{Cntrl}]+@[^\\s@\\p{Cntrl}]+");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");

    /** What the issuer lacks; empty: nothing. */
    public static Optional<MissingPartyData> ofIssuer(@Nullable Party party, VatRegime regime) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        if (regime == VatRegime.STANDARD && isBlank(party.vatId())) {
            return Optional.of(NO_VAT_NUMBER);
        }
        String iban = party.iban();
        if (iban != null && !isBlank(iban) && !CheckDigits.isIban(iban)) {
            return Optional.of(WRONG_IBAN);
        }
        return ofBusiness(party).or(() -> ofRecipient(party));
    }

    /** What the buyer lacks. */
    public static Optional<MissingPartyData> ofBuyer(@Nullable Party party, PayerKind kind) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        return switch (kind) {
            case CONSUMER -> ofNameAndAddress(party).or(() -> ofNumbers(party));
            case PROFESSIONAL, PUBLIC_BUYER, FUNDER ->
                (party.isFrench() ? ofBusiness(party) : Optional.<MissingPartyData>empty())
                        .or(() -> ofRecipient(party));
        };
    }

    /** What somebody lacks who is only named. */
    public static Optional<MissingPartyData> ofNamed(@Nullable Party party) {
        if (party == null) {
            return Optional.of(UNKNOWN_PARTY);
        }
        return isBlank(party.name()) ? Optional.of(NO_NAME) : Optional.empty();
    }

    private static Optional<MissingPartyData> ofBusiness(Party party) {
        String siren = party.siren();
        if (siren == null || isBlank(siren)) {
            return Optional.of(NO_SIREN);
        }
        String address = party.electronicAddress();
        return address == null || isBlank(address) || address.startsWith(siren)
                ? Optional.empty()
                : Optional.of(WRONG_ELECTRONIC_ADDRESS);
    }

    /** Of a party between businesses: what it is sent has to arrive. */
    private static Optional<MissingPartyData> ofRecipient(Party party) {
        return ofNameAndAddress(party).or(() -> ofNumbers(party)).or(() -> ofElectronicAddress(party));
    }

    private static Optional<MissingPartyData> ofNameAndAddress(Party party) {
        if (isBlank(party.name())) {
            return Optional.of(NO_NAME);
        }
        if (!COUNTRIES.contains(party.country())) {
            return Optional.of(WRONG_COUNTRY);
        }
        if (party.address().stream().allMatch(MissingPartyData::isBlank)
                || isBlank(party.city())
                || (party.isFrench() && isBlank(party.postalCode()))) {
            return Optional.of(NO_POSTAL_ADDRESS);
        }
        return Optional.empty();
    }

    /** What anybody has of numbers has to be right. */
    private static Optional<MissingPartyData> ofNumbers(Party party) {
        String siren = party.siren() == null ? "" : party.siren();
        if (!isBlank(siren) && !CheckDigits.isSiren(siren)) {
            return Optional.of(WRONG_SIREN);
        }
        String siret = party.siret();
        if (siret != null
                && !isBlank(siret)
                && !(siret.startsWith(siren) && SIRET.matcher(siret).matches())) {
            return Optional.of(WRONG_SIRET);
        }
        String vatId = party.vatId();
        return vatId == null || isBlank(vatId) || CheckDigits.isVatNumber(vatId)
                ? Optional.empty()
                : Optional.of(WRONG_VAT_NUMBER);
    }

    private static Optional<MissingPartyData> ofElectronicAddress(Party party) {
        String address = party.electronicAddress();
        if (address != null && !isBlank(address)) {
            return isOfDirectory(address) ? Optional.empty() : Optional.of(WRONG_ELECTRONIC_ADDRESS);
        }
        String email = party.email();
        if (!isBlank(party.siren())) {
            return Optional.empty();
        }
        if (email == null || isBlank(email)) {
            return Optional.of(NO_ELECTRONIC_ADDRESS);
        }
        return isEmail(email) ? Optional.empty() : Optional.of(WRONG_ELECTRONIC_ADDRESS);
    }

    /** Whether a text looks like an address of the French directory. */
    public static boolean isOfDirectory(String text) {
        return DIRECTORY.matcher(text).matches();
    }

    /** Whether a text looks like an address that mail can be sent to. */
    public static boolean isEmail(@Nullable String text) {
        return text != null && EMAIL.matcher(text).matches();
    }

    /** Nothing, or nothing that could be written. */
    private static boolean isBlank(@Nullable String text) {
        for (int at = 0; text != null && at < text.length(); at++) {
            char letter = text.charAt(at);
            if (!Character.isWhitespace(letter) && !Character.isISOControl(letter)) {
                return false;
            }
        }
        return true;
    }
}
