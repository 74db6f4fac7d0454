package io.echeance.core.invoice;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record of {@code parties}: a customer, a funder or a seller; personal data.
 *
 * @param tradeName BT-28
 * @param legalForm and capital, BT-33
 * @param address what precedes the postal code, line by line
 * @param country ISO 3166-1 alpha-2
 * @param electronicAddress for electronic invoices, scheme 0225
 * @param language ISO 639-1
 */
public record Party(
        String id,
        String name,
        @Nullable String tradeName,
        @Nullable String legalForm,
        List<String> address,
        @Nullable String postalCode,
        @Nullable String city,
        String country,
        @Nullable String siren,
        @Nullable String siret,
        @Nullable String vatId,
        @Nullable String email,
        @Nullable String electronicAddress,
        @Nullable String iban,
        @Nullable String bic,
        String language) {
    /** Established in France, its overseas departments included. */
    public boolean isFrench() {
        return FRENCH.contains(country);
    }

    private static final Set<String> FRENCH = Set.of("FR", "GP", "MQ", "GF", "RE", "YT");
}
