package io.echeance.core.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.PayerKind;
import io.echeance.core.terms.VatRegime;
import io.echeance.document.Changed;
import io.echeance.document.SampleParties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a party needs before a document can bear its name. */
class MissingPartyDataTest {

    private static Party party(
            String name,
            @Nullable String street,
            @Nullable String postalCode,
            String country,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String vatId,
            @Nullable String email) {
        List<String> address = street == null ? List.of() : List.of(street);
        return new Party(
                "P",
                name,
                null,
                null,
                address,
                postalCode,
                "Paris",
                country,
                siren,
                siret,
                vatId,
                email,
                null,
                null,
                null,
                "fr");
    }

    @ParameterizedTest(name = "a {0} with SIREN {4}, SIRET {5}, e-mail {6} in {3} lacks {7}")
    @CsvSource({
        "PROFESSIONAL, rue A, 75001, FR, 732829320, 73282932000074,      , ",
        "PROFESSIONAL, rue A, 75001, FR, 732829320,               ,      , ",
        "PROFESSIONAL, rue A, 75001, FR,          ,               , a@b.c, NO_SIREN",
        "PROFESSIONAL, rue A, 75001, FR, 732829321,               , a@b.c, WRONG_SIREN",
        "PROFESSIONAL, rue A, 75001, FR, 73282932 ,               , a@b.c, WRONG_SIREN",
        "PROFESSIONAL, rue A, 75001, FR, 732829320, 40483304800022, a@b.c, WRONG_SIRET",
        "PROFESSIONAL, rue A, 75001, FR, 732829320, 7328293200007, a@b.c, WRONG_SIRET",
        "PROFESSIONAL, rue A, 75001, France, 732829320,           , a@b.c, WRONG_COUNTRY",
        "PROFESSIONAL, rue A,      , FR, 732829320,               ,      , NO_POSTAL_ADDRESS",
        "PROFESSIONAL,      , 75001, FR, 732829320,               ,      , NO_POSTAL_ADDRESS",
        "PROFESSIONAL, rue A,      , BE,          ,               , a@b.c, ",
        "PROFESSIONAL, rue A,      , BE,          ,               ,      , NO_ELECTRONIC_ADDRESS",
        "PUBLIC_BUYER, rue A, 75001, FR,          ,               , a@b.c, NO_SIREN",
        "FUNDER,       rue A, 75001, FR,          ,               , a@b.c, NO_SIREN",
        "CONSUMER,     rue A, 75001, FR,          ,               , a@b.c, ",
        "CONSUMER,     rue A, 75001, FR,          ,               ,      , ",
        "CONSUMER,     rue A, 75001, FR,          ,               , nobody, ",
        "CONSUMER,          , 75001, FR,          ,               , a@b.c, NO_POSTAL_ADDRESS",
        "CONSUMER,     rue A, 75001, FR, 732829321,               , a@b.c, WRONG_SIREN",
        "CONSUMER,     rue A,      , FR,          ,               , a@b.c, NO_POSTAL_ADDRESS",
    })
    void ofABuyer(
            PayerKind kind,
            @Nullable String street,
            @Nullable String postalCode,
            String country,
            @Nullable String siren,
            @Nullable String siret,
            @Nullable String email,
            @Nullable MissingPartyData lack) {
        Party buyer = party("Dupont", street, postalCode, country, siren, siret, null, email);
        assertThat(MissingPartyData.ofBuyer(buyer, kind)).isEqualTo(Optional.ofNullable(lack));
    }

    @Test
    void ofSomebodyOfWhomNothingIsKnown() {
        assertThat(MissingPartyData.ofBuyer(null, PayerKind.CONSUMER)).contains(MissingPartyData.UNKNOWN_PARTY);
        assertThat(MissingPartyData.ofIssuer(null, VatRegime.STANDARD)).contains(MissingPartyData.UNKNOWN_PARTY);
        assertThat(MissingPartyData.ofNamed(null)).contains(MissingPartyData.UNKNOWN_PARTY);
    }

    @Test
    void ofSomebodyWithoutAName() {
        Party nameless = party(" ", "rue A", "75001", "FR", null, null, null, "a@b.c");
        assertThat(MissingPartyData.ofBuyer(nameless, PayerKind.CONSUMER)).contains(MissingPartyData.NO_NAME);
        assertThat(MissingPartyData.ofNamed(nameless)).contains(MissingPartyData.NO_NAME);
    }

    @ParameterizedTest(name = "under {0} with VAT number {1}: {2}")
    @CsvSource({
        "STANDARD, FR44732829320, ",
        "STANDARD, , NO_VAT_NUMBER",
        "STANDARD, FR45732829320, WRONG_VAT_NUMBER",
        "EXEMPT_261_4_4, , ",
        "FRANCHISE_293_B, , "
    })
    void aSellerWhoChargesVatNeedsItsNumber(VatRegime regime, @Nullable String vatId, @Nullable MissingPartyData lack) {
        Party seller = party("École", "rue A", "75001", "FR", "732829320", null, vatId, null);
        assertThat(MissingPartyData.ofIssuer(seller, regime)).isEqualTo(Optional.ofNullable(lack));
    }

    @Test
    void theElectronicAddressOfABusinessBeginsWithItsSiren() {
        Party buyer = SampleParties.of("ACME", PayerKind.PROFESSIONAL);
        Party division = Changed.with(buyer, "electronicAddress", buyer.siren() + "_COMPTA");
        assertThat(MissingPartyData.ofBuyer(division, PayerKind.PROFESSIONAL)).isEmpty();
        for (String wrong : List.of("732829320", buyer.siren() + " COMPTA", buyer.siren() + "0".repeat(117))) {
            Party other = Changed.with(buyer, "electronicAddress", wrong);
            assertThat(MissingPartyData.ofBuyer(other, PayerKind.PROFESSIONAL))
                    .contains(MissingPartyData.WRONG_ELECTRONIC_ADDRESS);
        }
    }

    @Test
    void aSellerIsPaidIntoAnAccountThatMayExist() {
        Party seller = SampleParties.seller("technolowgic");
        assertThat(MissingPartyData.ofIssuer(seller, VatRegime.STANDARD)).isEmpty();
        Party slip = Changed.with(seller, "iban", "FR7630006000011234567890188");
        assertThat(MissingPartyData.ofIssuer(slip, VatRegime.STANDARD)).contains(MissingPartyData.WRONG_IBAN);
        assertThat(MissingPartyData.ofIssuer(Changed.with(seller, "iban", null), VatRegime.STANDARD))
                .isEmpty();
    }
}
