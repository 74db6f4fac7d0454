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
public final class Lack {

    private static final Pattern SIREN = Pattern.compile("\\d{9}");

    private Lack() {}

    /** What the issuer lacks, in words; empty: nothing. */
    public static Optional<String> ofIssuer(@Nullable Party party, VatRegime regime) {
        if (party == null) {
            return Optional.of("it is unknown");
        }
        if (regime == VatRegime.STANDARD && isBlank(party.vatId())) {
            return Optional.of("it has no VAT number");
        }
        return ofBusiness(party).or(() -> ofAnyone(party));
    }

    /** What the buyer lacks. */
    public static Optional<String> ofBuyer(@Nullable Party party, PayerKind kind) {
        if (party == null) {
            return Optional.of("it is unknown");
        }
        return switch (kind) {
            case CONSUMER -> ofAnyone(party);
            case PROFESSIONAL, PUBLIC_BUYER, FUNDER ->
                (party.isFrench() ? ofBusiness(party) : Optional.<String>empty()).or(() -> ofAnyone(party));
        };
    }

    /** What somebody lacks who is only named. */
    public static Optional<String> ofNamed(@Nullable Party party) {
        return party == null
                ? Optional.of("it is unknown")
                : isBlank(party.name()) ? Optional.of("it has no name") : Optional.empty();
    }

    private static Optional<String> ofBusiness(Party party) {
        String siren = party.siren();
        if (siren == null || siren.isBlank()) {
            return Optional.of("it has no SIREN");
        }
        if (!SIREN.matcher(siren).matches() || !hasCheckDigit(siren)) {
            return Optional.of("its SIREN " + siren + " is none");
        }
        String siret = party.siret();
        return siret != null && !siret.startsWith(siren)
                ? Optional.of("its SIRET " + siret + " does not begin with its SIREN " + siren)
                : Optional.empty();
    }

    private static Optional<String> ofAnyone(Party party) {
        if (isBlank(party.name())) {
            return Optional.of("it has no name");
        }
        if (party.address().stream().allMatch(Lack::isBlank)
                || isBlank(party.city())
                || (party.isFrench() && isBlank(party.postalCode()))) {
            return Optional.of("its postal address is not whole");
        }
        return isBlank(party.electronicAddress()) && isBlank(party.email()) && isBlank(party.siren())
                ? Optional.of("it has no electronic address")
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
