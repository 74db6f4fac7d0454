package io.echeance.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.ledger.PostedEntry.PostedLine;
import io.echeance.core.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The running proof adds up what stands there, and says what is wrong with it. */
class RunningBalanceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static PostedEntry entry(String id, LocalDate on, PostedLine... lines) {
        return new PostedEntry(id, "T-1", "technolowgic", "VE", on, "piece", on, "Facture", null, List.of(lines));
    }

    private static PostedLine line(String account, String debit, String credit) {
        return new PostedLine(account, null, Money.of(debit), Money.of(credit), null);
    }

    private static Posting posting(PostedEntry entry) {
        String fault = entry.fault();
        return Posting.of(entry, fault == null ? null : fault(entry.entryId(), fault));
    }

    private static EntryFault fault(String entryId, String sentence) {
        return new EntryFault(entryId, "ledger-entries", 1, 42, sentence);
    }

    private static final PostedEntry INVOICE = entry(
            "invoice",
            DAY,
            line("411000", "120.00", "0.00"),
            line("706000", "0.00", "100.00"),
            line("445710", "0", "20"));

    @Test
    void entriesThatBalanceAddUpByAccount() {
        RunningBalance balance = RunningBalance.NOTHING
                .plus(posting(INVOICE))
                .plus(posting(entry(
                        "paid", DAY.plusDays(9), line("512000", "120.00", "0.00"), line("411000", "0.00", "120.00"))))
                .plus(posting(entry("late", DAY, line("411000", "40.00", "0.00"), line("758000", "0.00", "40.00"))));

        assertThat(balance.accounts())
                .extracting(total -> total.account() + " " + total.debit() + " " + total.credit())
                .containsExactly(
                        "411000 160.00 120.00",
                        "445710 0.00 20.00",
                        "512000 120.00 0.00",
                        "706000 0.00 100.00",
                        "758000 0.00 40.00");
        assertThat(balance.debit()).isEqualTo(Money.of("280.00"));
        assertThat(balance.credit()).isEqualTo(Money.of("280.00"));
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.entries()).isEqualTo(3);
        assertThat(balance.on()).isEqualTo(DAY.plusDays(9));
        assertThat(balance.lastEntry()).isEqualTo("late");
        assertThat(balance.seller()).isEqualTo("technolowgic");
    }

    @ParameterizedTest
    @CsvSource({
        "411000, 120.00, 0.00, 706000, 0.00, 119.99, 'does not balance: 120.00 and 119.99'",
        "411000, 120.00, 120.00, 706000, 0.00, 0.00, 'a line is a debit or a credit: 411000 120.00 120.00'",
        "411000, -5.00, 0.00, 706000, 0.00, -5.00, 'a line is a debit or a credit: 411000 -5.00 0.00'",
        "411000, 0.00, 0.00, 706000, 0.00, 0.00, 'a line is a debit or a credit: 411000 0.00 0.00'",
        "411000, 10000000000.00, 0.00, 706000, 0.00, 10000000000.00, 'an amount exceeds 9999999999.99'",
        "411000, -92233720368547758.08, 0.00, 706000, 0.00, 1.00, 'an amount exceeds 9999999999.99'"
    })
    void anEntryThatCouldNotBeMadeIsAtFault(
            String one, String debit1, String credit1, String two, String debit2, String credit2, String sentence) {
        PostedEntry entry = entry("bad", DAY, line(one, debit1, credit1), line(two, debit2, credit2));
        RunningBalance balance = RunningBalance.NOTHING.plus(posting(INVOICE)).plus(posting(entry));

        assertThat(balance.balanced()).isFalse();
        assertThat(balance.entries()).isEqualTo(1);
        assertThat(balance.faults()).isEqualTo(1);
        assertThat(balance.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.entryId()).isEqualTo("bad");
            assertThat(fault.sentence()).contains(sentence);
        });
    }

    @Test
    void whatDoesNotBalanceIsAddedAllTheSameSoThatTheDifferenceShows() {
        RunningBalance balance = RunningBalance.NOTHING.plus(
                posting(entry("bad", DAY, line("411000", "120.00", "0.00"), line("706000", "0.00", "100.00"))));

        assertThat(balance.debit().minus(balance.credit())).isEqualTo(Money.of("20.00"));
    }

    @Test
    void anEntryWithoutLinesIsAtFault() {
        assertThat(entry("empty", DAY).fault()).contains("does not balance");
    }

    @Test
    void aSumThatWouldOverflowIsNotFormed() {
        PostedLine huge = new PostedLine("411000", null, Money.ofCents(Long.MAX_VALUE), Money.ZERO, null);
        PostedEntry entry = entry("huge", DAY, huge, huge);

        assertThat(entry.totals()).isEmpty();
        assertThat(RunningBalance.NOTHING.plus(posting(entry)).debit()).isEqualTo(Money.ZERO);
    }

    @Test
    void twoFaultsThatMakeUpForOneAnotherAreFaultsStill() {
        RunningBalance balance = RunningBalance.NOTHING
                .plus(posting(entry("short", DAY, line("411000", "10.00", "0.00"), line("706000", "0.00", "9.00"))))
                .plus(posting(entry("long", DAY, line("411000", "9.00", "0.00"), line("706000", "0.00", "10.00"))));

        assertThat(balance.debit()).isEqualTo(balance.credit());
        assertThat(balance.balanced()).isFalse();
    }

    @Test
    void whatStandsThereAgainIsCountedAndNotAdded() {
        RunningBalance once = RunningBalance.NOTHING.plus(posting(INVOICE));
        RunningBalance again = once.plus(Posting.again(INVOICE, null));

        assertThat(again.repeated()).isEqualTo(1);
        assertThat(again.accounts()).isEqualTo(once.accounts());
        assertThat(again.entries()).isEqualTo(1);
        assertThat(again.balanced()).isTrue();
        assertThat(once.plus(Posting.again(INVOICE, fault("invoice", "otherwise")))
                        .balanced())
                .isFalse();
    }

    @Test
    void aThousandFaultsAreCountedAndTheFirstOnesNamed() {
        RunningBalance balance = RunningBalance.NOTHING;
        for (int n = 0; n < 1_000; n++) {
            balance =
                    balance.plus(Posting.unreadable(new EntryFault(null, "ledger-entries", 0, n, "no record of ours")));
        }

        assertThat(balance.faults()).isEqualTo(1_000);
        assertThat(balance.firstFaults()).hasSize(RunningBalance.NAMED);
        assertThat(balance.firstFaults().getLast().offset()).isEqualTo(RunningBalance.NAMED - 1);
        assertThat(balance.seller()).isEqualTo(RunningBalance.NOBODY);
    }
}
