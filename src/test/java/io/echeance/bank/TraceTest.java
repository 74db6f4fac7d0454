package io.echeance.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.bank.Movement.Counterparty;
import io.echeance.bank.Movement.Marks;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What an entry and its return share")
class TraceTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    private static @Nullable String trace(String amount, @Nullable String endToEnd, @Nullable String iban) {
        Counterparty other = iban == null ? null : new Counterparty("somebody", iban, null);
        Marks marks = new Marks(null, endToEnd, null, null, null, null);
        return Trace.of(
                "FR7630006000011234567890189",
                new Movement(DAY, DAY, Money.of(amount), false, "NTRF", other, marks, List.of(), null));
    }

    @ParameterizedTest
    @CsvSource({
        "E1, FR1420041010050500013M02606, E1, FR1420041010050500013M02606, true",
        "E1, FR1420041010050500013M02606, E1,, true",
        "E1,, E1, FR1420041010050500013M02606, true",
        "E1,, E1,, true",
        "E1, FR1420041010050500013M02606, E1, DE89370400440532013000, false",
        "E1, FR1420041010050500013M02606, E1, FR7630006000011234567890189, true",
        "E1, FR1420041010050500013M02606, E1, 0500013M026, true",
        "E1,, E2,, false",
    })
    @DisplayName("is end-to-end id and sum, and no other account than ours where both are told")
    void isIdAndSumAndNoOtherAccount(
            String endToEnd, @Nullable String iban, String returned, @Nullable String from, boolean isOne) {
        String entry = String.valueOf(trace("600.00", endToEnd, iban));
        String back = String.valueOf(trace("-600.00", returned, from));

        assertThat(Trace.base(entry).equals(Trace.base(back)) && Trace.mayBeOne(entry, back))
                .isEqualTo(isOne);
        assertThat(Trace.base(String.valueOf(trace("-600.01", endToEnd, iban)))).isNotEqualTo(Trace.base(entry));
    }

    @ParameterizedTest
    @CsvSource({"VIREMENT", "NONREF", "NOTPROVIDED", "''"})
    @DisplayName("is nothing where the id is a word that says nothing")
    void isNothingOfAWord(String endToEnd) {
        assertThat(trace("600.00", endToEnd, "FR1")).isNull();
    }
}
