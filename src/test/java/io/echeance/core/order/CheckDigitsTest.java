package io.echeance.core.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitsTest {

    @ParameterizedTest
    @ValueSource(strings = {"732829320", "404833048", "552100554"})
    void aSirenWithItsCheckDigitIsOne(String siren) {
        assertThat(CheckDigits.isSiren(siren)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"732829321", "73282932", "7328293200", "73282932A", "", "٧٣٢٨٢٩٣٢٠"})
    void anyOtherIsNone(String siren) {
        assertThat(CheckDigits.isSiren(siren)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR44732829320", "FR83404833048", "FRK7399859412", "DE123456788", "BE0123456749"})
    void aVatNumberWithItsKeyIsOneAndThoseOfOtherCountriesAreTaken(String number) {
        assertThat(CheckDigits.isVatNumber(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"FR45732829320", "FR44 732829320", "FR4473282932", "fr44732829320", "44732829320", "", "DE"})
    void aSlipInAFrenchOneShows(String number) {
        assertThat(CheckDigits.isVatNumber(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FR7630006000011234567890189",
                "FR76 3000 6000 0112 3456 7890 189",
                "DE89370400440532013000",
                "GB29NWBK60161331926819"
            })
    void anIbanIsOneWithOrWithoutSpaces(String iban) {
        assertThat(CheckDigits.isIban(iban)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FR7630006000011234567890188", "FR7630006000011234567809189", "FR76", "", "7630006000011"})
    void aSlipInAnIbanShows(String iban) {
        assertThat(CheckDigits.isIban(iban)).isFalse();
    }
}
