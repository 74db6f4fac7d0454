package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.StatementEntry;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.document.Changed;
import io.echeance.serde.record.TakenStatement;
import io.echeance.serde.record.TakenStatement.TakenEntry;
import io.echeance.topology.BankedMoney.BankDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dbanked=n} plays more histories, {@code -DfirstBanked=n} begins elsewhere. */
@DisplayName("471 in the running proof")
class SuspenseProofStreamTest {

    private static final int HISTORIES = Integer.getInteger("banked", 3);
    private static final long FIRST_SEED = Long.getLong("firstBanked", 1L);
    private static final LocalDate START = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 40;

    @AutoClose
    private final StreamUnderTest stream = new StreamUnderTest();

    private final Map<String, RunningBalance> balances = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + HISTORIES);
    }

    private RunningBalance balance() {
        stream.said(Topic.TRIAL_BALANCES, RunningBalance.class)
                .forEach(balance -> balances.put(balance.seller(), balance));
        return balances.getOrDefault(BankedMoney.SELLER, RunningBalance.NOTHING);
    }

    private void post(Object record, LocalDate day) {
        Topic topic = record instanceof LedgerEntry ? Topic.LEDGER_ENTRIES : Topic.BANK_STATEMENTS;
        stream.raw(topic, BankedMoney.IBAN, stream.bytes(topic, record), StreamUnderTest.noon(day));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    @DisplayName("has at the end of each day what waits or is set aside, less what went out for unknown cause")
    void hasWhatWaitsAtTheEndOfEachDay(long seed) {
        BankedMoney money = new BankedMoney(seed);
        StreamAndBook both = new StreamAndBook(stream, START.minusDays(1));
        Random random = new Random(seed);
        for (LocalDate day = START; day.isBefore(START.plusDays(DAYS)); day = day.plusDays(1)) {
            BankDay today = money.of(day);
            List<Object> posted = new ArrayList<>(today.entries());
            posted.add(today.statement());
            Collections.shuffle(posted, random);
            int first = random.nextInt(posted.size() + 1);
            for (Object record : posted.subList(0, first)) {
                post(record, day);
            }
            both.day(day, today.facts());
            for (Object record : posted.subList(first, posted.size())) {
                post(record, day);
            }

            RunningBalance balance = balance();
            assertThat(balance.balanced()).isTrue();
            assertThat(balance.banksAgree()).isTrue();
            assertThat(balance.suspense().waits()).as("waits on %s", day).isEqualTo(waiting(both));
            assertThat(balance.suspenseDifference())
                    .as("471 on %s: %s, %s", day, balance.inSuspense(), balance.suspense())
                    .isEqualTo(Money.ZERO);
        }
    }

    private static final LocalDate PAID = START.plusDays(1);

    private static LedgerEntry booked(String id, String amount) {
        return new StatementEntry(BankedMoney.IBAN, id, PAID, Money.of(amount), false).posted(BankedMoney.SELLER, PAID);
    }

    /** What is told of a payment of 600.00, and of 100.00 that went out. */
    private List<Runnable> all(LedgerEntry came) {
        TakenStatement statement = new TakenStatement(
                BankedMoney.IBAN,
                "CFONB 120",
                "s1",
                PAID,
                Money.of("1000.00"),
                PAID,
                Money.of("1500.00"),
                List.of(
                        new TakenEntry("e1", PAID, Money.of("1600.00"), false, null, null, null),
                        new TakenEntry("e2", PAID, Money.of("1500.00"), false, Money.of("100.00"), null, null)),
                "s1",
                BankedMoney.SELLER);
        return new ArrayList<>(List.of(
                () -> post(statement, PAID),
                () -> post(statement, PAID),
                () -> post(came, PAID),
                () -> post(came, PAID),
                () -> post(booked("e2", "-100.00"), PAID),
                () -> stream.tell(paid(), PAID)));
    }

    private static PaymentReceived paid() {
        return new PaymentReceived(
                "e1", null, PAID, "e1", null, Money.of("600.00"), Method.TRANSFER, "MERCI", BankedMoney.IBAN, null);
    }

    @ParameterizedTest(name = "order {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @DisplayName("agrees in whatever order statements, entries and payments come, what can be said again twice")
    void agreesInWhateverOrder(long seed) {
        stream.close(START);
        List<Runnable> all = all(booked("e1", "600.00"));
        Collections.shuffle(all, new Random(seed));
        all.forEach(Runnable::run);

        RunningBalance balance = balance();
        assertThat(balance.inSuspense()).isEqualTo(Money.of("500.00"));
        assertThat(balance.suspense().waits()).isEqualTo(Money.of("600.00"));
        assertThat(balance.suspense().unknown()).isEqualTo(Money.of("100.00"));
        assertThat(balance.suspenseAgrees()).isTrue();
    }

    @Test
    @DisplayName("shows a payment of which nobody knows, and is mended when it comes")
    void showsAPaymentThatNobodyKnows() {
        stream.close(START);
        all(booked("e1", "600.00")).subList(0, 5).forEach(Runnable::run);
        assertThat(balance().banksAgree()).isTrue();
        assertThat(balance().suspenseDifference()).isEqualTo(Money.of("600.00"));
        assertThat(balance().balanced()).as("each entry balances").isTrue();

        stream.tell(paid(), PAID);
        assertThat(balance().suspenseAgrees()).isTrue();
    }

    @Test
    @DisplayName("shows an entry that says something else, and one that stands there twice under two names")
    void showsWhatIsWrongInTheBooks() {
        stream.close(START);
        all(booked("other", "550.00")).forEach(Runnable::run);
        assertThat(balance().suspenseDifference()).as("50.00 are lost").isEqualTo(Money.of("-50.00"));
        post(booked("rest", "50.00"), PAID);
        assertThat(balance().suspenseAgrees()).isTrue();
        post(booked("rest, under another name", "50.00"), PAID);
        assertThat(balance().suspenseDifference()).isEqualTo(Money.of("50.00"));
    }

    /** What no bank can tell: 512 is not in it. */
    @Test
    @DisplayName("shows what an order took out of it and nobody has, while the bank agrees")
    void showsWhatNobodyHas() {
        stream.tell(Facts.order("T-1", START), START);
        stream.close(START);
        all(booked("e1", "600.00")).forEach(Runnable::run);
        LocalDate next = PAID.plusDays(1);
        stream.close(PAID);
        PaymentPart rest = new PaymentPart("T-1", null, null, null);
        stream.tell(new PaymentApplied("d1", next, "e1", List.of(rest), null, "ann", null), next);
        assertThat(balance().suspense().waits()).as("the order has it").isEqualTo(Money.ZERO);
        assertThat(balance().suspenseAgrees()).isTrue();

        LedgerEntry taken = stream.said(Topic.LEDGER_ENTRIES, LedgerEntry.class).stream()
                .filter(entry ->
                        entry.lines().stream().anyMatch(line -> line.account().equals("471000")))
                .findFirst()
                .orElseThrow();
        byte[] twice = stream.bytes(Topic.LEDGER_ENTRIES, Changed.with(taken, "entryId", "again"));
        stream.raw(Topic.LEDGER_ENTRIES, "T-1", twice, StreamUnderTest.noon(next));
        assertThat(balance().banksAgree()).isTrue();
        assertThat(balance().suspenseDifference()).isEqualTo(Money.of("-600.00"));
    }

    @Test
    @DisplayName("is not compared while no statement was taken")
    void isNotComparedWithoutStatement() {
        stream.close(START);
        stream.tell(paid(), PAID);
        post(booked("e3", "600.00"), PAID);
        post(booked("e4", "600.00"), PAID);

        assertThat(balance().inSuspense()).isEqualTo(Money.of("1200.00"));
        assertThat(balance().suspenseAgrees()).isTrue();
    }

    private static Money waiting(StreamAndBook both) {
        return both.book().suspense().stream()
                .filter(one -> one.fact() instanceof PaymentReceived)
                .map(one -> one.setAside() == null
                        ? ((PaymentReceived) one.fact()).amount()
                        : one.setAside().amount())
                .reduce(Money.ZERO, Money::plus);
    }
}
