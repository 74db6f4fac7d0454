package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.money.Money;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.document.SampleParties;
import io.echeance.serde.record.SuspenseEntry;
import io.echeance.topology.BankedMoney;
import io.echeance.topology.BankedMoney.BankDay;
import io.echeance.topology.Topic;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank's account on several partitions, whose tasks crash and move: nothing of 471 is lost or counted twice. */
@DisplayName("What a bank tells, while tasks crash and move")
class BankedMoneyTest {

    private static final int PARTITIONS = 3;
    private static final LocalDate START = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 25;

    private final Simulator simulator = new Simulator();

    @ParameterizedTest(name = "in the order of schedule {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName("leaves in 471 what waits or is set aside, less what went out for unknown cause")
    void leavesWhatWaits(long schedule) {
        Play play = new Play(schedule, schedule, PARTITIONS, 2, 500, 30, 15, true, false, events(schedule));

        assertThat(simulator
                        .play(play, Saboteur.NOBODY, BankedMoneyTest::differences)
                        .wrong())
                .isNull();
    }

    private static List<Event> events(long seed) {
        BankedMoney money = new BankedMoney(seed);
        List<Event> events = new ArrayList<>();
        SampleParties.sellers().forEach(seller -> events.add(Event.Sent.of(seller, LocalDate.EPOCH)));
        events.add(Event.DayOver.of(START.minusDays(1)));
        events.add(new Event.Rest());
        START.datesUntil(START.plusDays(DAYS)).forEach(day -> {
            BankDay today = money.of(day);
            events.add(bank(Topic.BANK_STATEMENTS, today.statement(), day));
            today.facts().forEach(fact -> {
                if (fact instanceof OrderPlaced order) {
                    SampleParties.of(order).forEach(party -> events.add(Event.Sent.of(party, LocalDate.EPOCH)));
                }
                events.add(Event.Sent.of(fact, Event.Sent.partitionOf(fact, PARTITIONS), day));
            });
            today.entries().forEach(entry -> events.add(bank(Topic.LEDGER_ENTRIES, entry, day)));
            events.add(Event.DayOver.of(day));
        });
        return events;
    }

    private static Event bank(Topic topic, Object record, LocalDate day) {
        int partition = Outbox.partitionOf(BankedMoney.IBAN.getBytes(StandardCharsets.UTF_8), PARTITIONS);
        return new Event.Sent(topic, partition, BankedMoney.IBAN, record, Event.noon(day));
    }

    private static @Nullable String differences(Cluster cluster) {
        SimulatedOutputs outputs = SimulatedOutputs.by(cluster);
        RunningBalance balance =
                Objects.requireNonNull(outputs.balances().get(BankedMoney.SELLER), "entries were posted");
        Money waiting = outputs.suspended().stream()
                .filter(one -> one.fact() instanceof PaymentReceived && !one.cameBack())
                .map(BankedMoneyTest::amount)
                .reduce(Money.ZERO, Money::plus);
        boolean isRight = balance.suspenseAgrees()
                && balance.banksAgree()
                && balance.suspense().waits().equals(waiting)
                && !balance.inSuspense().isZero();
        return isRight
                ? null
                : balance.inSuspense() + " stand in 471, " + balance.suspense() + ", " + waiting + " wait";
    }

    private static Money amount(SuspenseEntry one) {
        return one.setAside() == null
                ? ((PaymentReceived) one.fact()).amount()
                : one.setAside().amount();
    }
}
