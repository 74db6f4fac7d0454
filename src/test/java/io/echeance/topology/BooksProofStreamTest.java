package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.echeance.core.ledger.AccountTotal;
import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.EntryFault;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.StatementEntry;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.document.Changed;
import io.echeance.serde.record.BusinessDay.DayClosed;
import io.echeance.serde.record.LoggedFact;
import io.echeance.serde.record.TakenStatement;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books are added up as they lie on their topic; what is wrong with them raises an alarm and stops nothing. */
class BooksProofStreamTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 12);
    private static final String SELLER = "technolowgic";

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    @BeforeEach
    void begin() {
        stream.close(TODAY.minusDays(1));
    }

    /** An order that is invoiced, paid, and late in part. */
    private List<LedgerEntry> play(String orderId) {
        stream.tell(Facts.order(orderId, TODAY), TODAY);
        stream.close(TODAY.plusDays(30));
        stream.tell(Facts.payment("pay-" + orderId, orderId, TODAY.plusDays(31)), TODAY.plusDays(31));
        return stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class);
    }

    private Map<String, RunningBalance> balances() {
        Map<String, RunningBalance> balances = new TreeMap<>();
        stream.records(Topic.TRIAL_BALANCES)
                .forEach(record -> balances.put(record.key(), (RunningBalance) record.value()));
        return balances;
    }

    private void raw(byte[] value) {
        stream.raw(Topic.LEDGER_ENTRIES, "T-1", value, StreamUnderTest.noon(TODAY));
    }

    private static void assertAddsUp(RunningBalance balance, List<LedgerEntry> entries) {
        TrialBalance wanted = TrialBalance.of(entries);
        assertThat(balance.accounts())
                .containsExactlyElementsOf(wanted.rows().entrySet().stream()
                        .map(row -> new AccountTotal(
                                row.getKey(),
                                row.getValue().label(),
                                row.getValue().debit(),
                                row.getValue().credit()))
                        .toList());
        assertThat(balance.debit()).isEqualTo(wanted.total().debit());
        assertThat(balance.credit()).isEqualTo(wanted.total().credit());
    }

    @Test
    void theBalanceOfASellerIsTheSumOfItsEntries() {
        List<LedgerEntry> entries = play("T-1");

        assertThat(entries).hasSizeGreaterThan(1);
        RunningBalance balance = balances().get(SELLER);
        assertAddsUp(balance, entries);
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.entries()).isEqualTo(entries.size());
        assertThat(balance.lastEntry()).isEqualTo(entries.getLast().entryId());
        assertThat(balance.on()).isEqualTo(entries.getLast().on());
        assertThat(balance.faults()).isZero();
    }

    @Test
    void aCorruptedEntryRaisesTheAlarmAndLaterGoodOnesAreCounted() {
        List<LedgerEntry> entries = new ArrayList<>(play("T-1"));
        raw(corrupted(entries.getFirst()));
        RunningBalance alarm = balances().get(SELLER);

        assertThat(alarm.balanced()).isFalse();
        assertThat(alarm.faults()).isEqualTo(1);
        assertThat(alarm.firstFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.entryId()).isEqualTo("T-1/issued/x-1/ACME/INVOICE/");
            assertThat(fault.topic()).isEqualTo("ledger-entries");
            assertThat(fault.offset()).isEqualTo(entries.size());
            assertThat(fault.sentence()).contains("does not balance");
        });
        assertThat(alarm.debit().minus(alarm.credit())).isEqualTo(Money.of("0.01"));

        List<LedgerEntry> later = play("T-2");
        RunningBalance after = balances().get(SELLER);
        assertThat(after.entries()).isEqualTo(entries.size() + later.size());
        assertThat(after.balanced()).isFalse();
        assertThat(after.debit().minus(after.credit())).isEqualTo(Money.of("0.01"));
        assertThat(after.lastEntry()).isEqualTo(later.getLast().entryId());
    }

    /** One more cent in its last amount, under another name. */
    private byte[] corrupted(LedgerEntry entry) {
        LedgerEntry other = Changed.with(entry, "entryId", "T-1/issued/x-1/ACME/INVOICE/");
        byte[] bytes = stream.bytes(Topic.LEDGER_ENTRIES, other);
        byte[] gross = BigInteger.valueOf(Money.of("2880.00").cents()).toByteArray();
        int at = indexOf(bytes, gross);
        assertThat(at).as("it debits 2880.00").isPositive();
        bytes[at + gross.length - 1]++;
        return bytes;
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        return -1;
    }

    @Test
    void whatCannotBeReadIsNobodysAndNamedByItsPlace() {
        List<LedgerEntry> entries = play("T-1");
        raw("{\"not\": \"avro\"}".getBytes(StandardCharsets.UTF_8));
        stream.raw(Topic.LEDGER_ENTRIES, "T-1", null, StreamUnderTest.noon(TODAY));

        Map<String, RunningBalance> balances = balances();
        RunningBalance nobodys = balances.get(RunningBalance.NOBODY);
        assertThat(nobodys.balanced()).isFalse();
        assertThat(nobodys.faults()).isEqualTo(2);
        assertThat(nobodys.firstFaults())
                .extracting(EntryFault::entryId, EntryFault::offset)
                .containsExactly(tuple(null, (long) entries.size()), tuple(null, entries.size() + 1L));
        assertThat(balances.get(SELLER).balanced()).isTrue();
        assertThat(play("T-2")).isNotEmpty();
        assertThat(balances().get(SELLER).balanced()).isTrue();
    }

    @Test
    void anEntryThatStandsThereAgainIsAddedOnce() {
        List<LedgerEntry> entries = play("T-1");
        entries.forEach(entry -> raw(stream.bytes(Topic.LEDGER_ENTRIES, entry)));

        RunningBalance balance = balances().get(SELLER);
        assertAddsUp(balance, entries);
        assertThat(balance.repeated()).isEqualTo(entries.size());
        assertThat(balance.balanced()).isTrue();
    }

    @Test
    void anEntryThatIsSaidOtherwiseRaisesTheAlarmAndTheFirstStands() {
        List<LedgerEntry> entries = play("T-1");
        LedgerEntry first = entries.getFirst();
        raw(stream.bytes(
                Topic.LEDGER_ENTRIES, Changed.with(first, "on", first.on().plusDays(1))));

        RunningBalance balance = balances().get(SELLER);
        assertAddsUp(balance, entries);
        assertThat(balance.balanced()).isFalse();
        assertThat(balance.firstFaults()).extracting(EntryFault::entryId).containsExactly(first.entryId());
    }

    private static final String IBAN = "FR7630006000011234567890189";

    private void taken(String id, int day, String opening, String closing) {
        LocalDate on = TODAY.plusDays(day);
        TakenStatement statement = new TakenStatement(
                IBAN, "CFONB 120", id, on, Money.of(opening), on, Money.of(closing), List.of(), id, SELLER);
        stream.raw(
                Topic.BANK_STATEMENTS,
                IBAN,
                stream.bytes(Topic.BANK_STATEMENTS, statement),
                StreamUnderTest.noon(TODAY));
    }

    private void booked(String id, String amount) {
        LedgerEntry entry = new StatementEntry(IBAN, id, TODAY, Money.of(amount), false).posted(SELLER, TODAY);
        stream.raw(Topic.LEDGER_ENTRIES, IBAN, stream.bytes(Topic.LEDGER_ENTRIES, entry), StreamUnderTest.noon(TODAY));
    }

    private BankProof bank() {
        return balances().get(SELLER).banks().getFirst();
    }

    @Test
    void whatABankHoldsIsWhatTheBooksSay() {
        taken("s1", 0, "1000.00", "1600.00");
        booked("e1", "600.00");
        assertThat(bank()).returns(true, BankProof::agrees);
        booked("e1", "600.00");
        taken("s1", 0, "1000.00", "1600.00");
        booked("e2", "-100.00");
        taken("s2", 1, "1600.00", "1500.00");

        RunningBalance balance = balances().get(SELLER);
        assertThat(balance.banksAgree()).as("again changes nothing").isTrue();
        assertThat(balance.banks()).singleElement().satisfies(bank -> {
            assertThat(bank.account()).isEqualTo(IBAN);
            assertThat(bank.opened()).isEqualTo(Money.of("1000.00"));
            assertThat(bank.closed()).isEqualTo(Money.of("1500.00"));
            assertThat(bank.booked()).isEqualTo(Money.of("500.00"));
        });
    }

    /** Broken on purpose: an entry that is lost, one that says something else, a statement that nobody took in. */
    @Test
    void whatTheBooksMissOfABankShowsAndIsGoneOnceItIsThere() {
        taken("s1", 0, "1000.00", "1600.00");
        assertThat(bank().difference()).as("its entry is lost").isEqualTo(Money.of("600.00"));
        assertThat(balances()).isEmpty();
        booked("e1", "599.00");
        assertThat(bank().difference()).as("it says something else").isEqualTo(Money.of("1.00"));
        booked("e1-rest", "1.00");
        assertThat(bank()).returns(true, BankProof::agrees);

        taken("s3", 2, "1800.00", "1900.00");
        booked("e3", "100.00");
        RunningBalance missing = balances().get(SELLER);
        assertThat(missing.banksAgree()).isFalse();
        assertThat(missing.balanced()).as("each entry balances").isTrue();
        assertThat(missing.banks().getFirst().difference()).isEqualTo(Money.of("200.00"));
        booked("e2", "200.00");
        taken("s2", 1, "1600.00", "1800.00");
        assertThat(bank()).returns(true, BankProof::agrees);
    }

    @Test
    void aReplayOfTheLogChangesNoBalance() {
        List<LedgerEntry> entries = play("T-1");
        RunningBalance before = balances().get(SELLER);
        List<TestRecord<String, LoggedFact>> log = stream.records(Topic.FACTS).stream()
                .map(entry -> new TestRecord<>(entry.key(), (LoggedFact) entry.value(), entry.getRecordTime()))
                .toList();
        try (StreamUnderTest fresh = new StreamUnderTest()) {
            entries.forEach(entry -> fresh.raw(
                    Topic.LEDGER_ENTRIES,
                    entry.orderId(),
                    fresh.bytes(Topic.LEDGER_ENTRIES, entry),
                    StreamUnderTest.noon(TODAY)));
            log.stream().filter(entry -> isReceived(entry.value())).forEach(fresh::log);

            List<RunningBalance> after = fresh.said(Topic.TRIAL_BALANCES, RunningBalance.class);
            assertThat(after.getLast().accounts()).isEqualTo(before.accounts());
            assertThat(after.getLast().entries()).isEqualTo(before.entries());
            assertThat(after.getLast().repeated()).isEqualTo(entries.size());
            assertThat(after).allMatch(RunningBalance::balanced);
        }
    }

    /** The rest is said again. */
    private static boolean isReceived(LoggedFact entry) {
        return entry.origin() != null || entry.payload() instanceof DayClosed;
    }
}
