package io.echeance.topology.simulator;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.document.SampleParties;
import io.echeance.laws.Histories;
import io.echeance.laws.History;
import io.echeance.laws.OtherOrder;
import io.echeance.laws.PenaltyHistories;
import io.echeance.topology.simulator.Event.DayOver;
import io.echeance.topology.simulator.Event.Rest;
import io.echeance.topology.simulator.Event.Sent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Histories in which who pays is known, and every day is closed: the one before anything came, then each behind the
 * facts that came on it. However far behind the stream is, and whatever it reads first, what it says must be
 * what an {@linkplain Undisturbed undisturbed book} says.
 */
final class PunctualPlays {

    private static final int MOST_ORDERS = 3;
    private static final int MOST_DAYS = 180;

    private final SplittableRandom random;
    private final int partitions;
    private final SortedMap<LocalDate, List<Sent>> sent = new TreeMap<>();

    private PunctualPlays(SplittableRandom random) {
        this.random = random;
        this.partitions = 1 + random.nextInt(3);
    }

    static Play of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PunctualPlays plays = new PunctualPlays(random);
        List<Event> events = plays.events(seed);
        return new Play(
                seed,
                random.nextLong(),
                plays.partitions,
                1 + random.nextInt(3),
                List.of(1, 2, 500).get(random.nextInt(3)),
                List.of(15, 60, 100).get(random.nextInt(3)),
                List.of(0, 8, 40).get(random.nextInt(3)),
                random.nextBoolean(),
                false,
                List.copyOf(events));
    }

    private List<Event> events(long seed) {
        Wording wording = new Wording(random, new SplittableRandom(~seed), false);
        List<Event> events = new ArrayList<>();
        SampleParties.sellers().forEach(party -> events.add(Sent.of(party, LocalDate.EPOCH)));
        int orders = 1 + random.nextInt(MOST_ORDERS);
        boolean penalties = seed % 4 == 1;
        for (int n = 0; n < orders; n++) {
            long own = seed * 31 + n;
            History history = penalties ? PenaltyHistories.of(own) : Histories.of(own);
            OtherOrder other = new OtherOrder("S-" + (n + 1), "C" + (1 + random.nextInt(2)));
            for (Arrival.Received arrival : history.arrivals()) {
                Fact fact = wording.of(other.of(arrival.fact()), n);
                if (fact instanceof OrderPlaced order) {
                    SampleParties.of(order).forEach(party -> events.add(Sent.of(party, LocalDate.EPOCH)));
                }
                send(fact, arrival.knownOn());
            }
        }
        events.add(DayOver.of(sent.firstKey().minusDays(1)));
        events.add(new Rest());
        LocalDate first = sent.firstKey();
        first.datesUntil(first.plusDays((penalties ? 120 : 60) + random.nextInt(MOST_DAYS)))
                .forEach(day -> {
                    events.addAll(at(day));
                    events.add(DayOver.of(day));
                });
        return events;
    }

    private void send(Fact fact, LocalDate on) {
        int partition = random.nextInt(8) == 0 ? random.nextInt(partitions) : Sent.partitionOf(fact, partitions);
        at(on).add(Sent.of(fact, partition, on));
    }

    private List<Sent> at(LocalDate on) {
        return sent.computeIfAbsent(on, first -> new ArrayList<>());
    }
}
