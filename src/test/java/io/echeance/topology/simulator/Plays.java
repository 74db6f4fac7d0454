package io.echeance.topology.simulator;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.invoice.Party;
import io.echeance.core.money.Money;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.document.SampleParties;
import io.echeance.laws.Histories;
import io.echeance.laws.History;
import io.echeance.laws.OtherOrder;
import io.echeance.topology.Topic;
import io.echeance.topology.simulator.Event.DayOver;
import io.echeance.topology.simulator.Event.Garbage;
import io.echeance.topology.simulator.Event.Rest;
import io.echeance.topology.simulator.Event.Sent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Makes random histories of a few orders, and random machines for them. */
final class Plays {

    private static final int MOST_DAYS = 14;

    private final SplittableRandom random;
    private final Wording wording;
    private final int partitions;
    private final List<Dated> dated = new ArrayList<>();
    private final Set<String> introduced = new HashSet<>();

    /** An event, and the day on which it happens; of one day the facts come first, its end last. */
    private record Dated(LocalDate on, int rank, Event event) {}

    private final boolean decides;

    private Plays(SplittableRandom random, long seed, int partitions, boolean decides) {
        this.decides = decides;
        this.random = random;
        this.wording = new Wording(random, new SplittableRandom(~seed), true);
        this.partitions = partitions;
    }

    static Play of(long seed) {
        return of(seed, true);
    }

    /** @param decides whether people decide about money on the day on which its order is placed */
    static Play of(long seed, boolean decides) {
        SplittableRandom random = new SplittableRandom(seed);
        Plays plays = new Plays(random, seed, 1 + random.nextInt(4), decides);
        boolean load = random.nextInt(4) == 0;
        boolean byTimestamp = random.nextBoolean();
        List<Event> events = load ? plays.loadedBeforeTheFirstDay(seed) : plays.dayByDay(seed, byTimestamp);
        return new Play(
                seed,
                random.nextLong(),
                plays.partitions,
                1 + random.nextInt(3),
                plays.pick(List.of(1, 2, 500)),
                plays.pick(List.of(3, 15, 60, 100)),
                plays.pick(List.of(0, 8, 40)),
                byTimestamp,
                random.nextInt(10) == 0,
                List.copyOf(events));
    }

    /**
     * Days are closed while facts come; some facts late, some early, some twice, some never meant for us.
     *
     * @param maybeFresh perhaps no day was ever closed before; until one is, timestamps say what day it is
     */
    private List<Event> dayByDay(long seed, boolean maybeFresh) {
        List<History> histories = histories(seed, 1 + random.nextInt(3));
        List<Fact> received = tell(histories, false);
        Set<LocalDate> days = days(histories);
        days.forEach(day -> add(day, 2, DayOver.of(day)));
        if (decides) {
            new SameDay(seed)
                    .about(histories, partitions)
                    .forEach((day, some) -> some.forEach(one -> add(day, 1, one)));
        }
        disturb(received, List.copyOf(days));
        List<Event> events = inOrder();
        if (!maybeFresh || random.nextInt(4) > 0) {
            LocalDate before = dated.stream()
                    .filter(dated -> dated.rank() == 1)
                    .map(Dated::on)
                    .min(LocalDate::compareTo)
                    .orElseThrow()
                    .minusDays(1);
            events.addFirst(new Rest());
            events.addFirst(DayOver.of(before));
        }
        return events;
    }

    /** A past is loaded before any day was closed: timestamps are those of the facts, partitions out of step. */
    private List<Event> loadedBeforeTheFirstDay(long seed) {
        List<History> histories = histories(seed, 1 + random.nextInt(2));
        tell(histories, true);
        List<Event> events = inOrder();
        if (random.nextBoolean()) {
            Collections.shuffle(events, new Random(random.nextLong()));
        }
        if (random.nextBoolean()) {
            LocalDate last = histories.stream()
                    .map(History::until)
                    .max(LocalDate::compareTo)
                    .orElseThrow();
            events.add(DayOver.of(last));
            events.add(DayOver.of(last.plusDays(30)));
        }
        return events;
    }

    private List<History> histories(long seed, int orders) {
        List<History> histories = new ArrayList<>();
        for (int n = 0; n < orders; n++) {
            histories.add(Histories.of(seed * 31 + n));
        }
        return histories;
    }

    private List<Fact> tell(List<History> histories, boolean onTheirOwnDay) {
        SampleParties.sellers().forEach(party -> introduce(LocalDate.EPOCH, party));
        List<Fact> all = new ArrayList<>();
        for (int n = 0; n < histories.size(); n++) {
            OtherOrder other = new OtherOrder("S-" + (n + 1), "C" + (1 + random.nextInt(2)));
            for (Arrival.Received arrival : histories.get(n).arrivals()) {
                Fact fact = wording.of(other.of(arrival.fact()), n);
                LocalDate on = onTheirOwnDay ? fact.on() : arrival.knownOn();
                if (fact instanceof OrderPlaced order) {
                    SampleParties.of(order).forEach(party -> introduce(lateness(on), party));
                }
                add(on, 1, sent(fact, on));
                all.add(fact);
            }
        }
        return all;
    }

    private LocalDate lateness(LocalDate on) {
        return random.nextInt(8) == 0 ? on.plusDays(random.nextInt(90)) : LocalDate.EPOCH;
    }

    private void introduce(LocalDate on, Party party) {
        if (introduced.add(party.id())) {
            add(on, 0, Sent.of(party, on));
        }
    }

    private Set<LocalDate> days(List<History> histories) {
        Set<LocalDate> days = new TreeSet<>();
        List<LocalDate> known = dated.stream()
                .filter(dated -> dated.rank() == 1)
                .map(Dated::on)
                .sorted()
                .toList();
        LocalDate until =
                histories.stream().map(History::until).max(LocalDate::compareTo).orElseThrow();
        int wanted = 3 + random.nextInt(MOST_DAYS);
        while (days.size() < wanted) {
            LocalDate about = random.nextBoolean()
                    ? pick(known).minusDays(random.nextInt(2))
                    : known.getFirst()
                            .plusDays(random.nextLong(
                                    0, known.getFirst().until(until).toTotalMonths() * 30 + 40));
            days.add(about);
        }
        days.add(until);
        return days;
    }

    /** Facts sent twice, the same ids with another content, garbage, days told again. */
    private void disturb(List<Fact> received, List<LocalDate> days) {
        for (Fact fact : received) {
            LocalDate again = pick(days);
            if (random.nextInt(12) == 0) {
                add(again, 1, sent(fact, again));
            }
            if (random.nextInt(20) == 0 && fact instanceof PaymentReceived paid) {
                add(again, 1, sent(otherwise(paid), again));
            }
        }
        if (random.nextInt(5) == 0) {
            LocalDate day = pick(days);
            LocalDate again = day.plusDays(random.nextInt(1, 30));
            add(again, 1, new DayOver(day, Event.noon(again)));
        }
        if (random.nextInt(8) == 0) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            new Random(random.nextLong()).nextBytes(bytes);
            LocalDate on = pick(days);
            add(
                    on,
                    1,
                    new Garbage(
                            pick(List.of(Topic.ORDERS, Topic.PAYMENTS)),
                            random.nextInt(partitions),
                            bytes,
                            Event.noon(on)));
        }
    }

    private static Fact otherwise(PaymentReceived paid) {
        return new PaymentReceived(
                paid.factId(),
                paid.orderId(),
                paid.on(),
                paid.paymentId(),
                paid.payerId(),
                Money.ofCents(paid.amount().cents() + 1),
                paid.method(),
                paid.reference());
    }

    private Sent sent(Fact fact, LocalDate on) {
        return Sent.of(
                fact, random.nextInt(8) == 0 ? random.nextInt(partitions) : Sent.partitionOf(fact, partitions), on);
    }

    private void add(LocalDate on, int rank, Event event) {
        dated.add(new Dated(on, rank, event));
    }

    private List<Event> inOrder() {
        dated.sort(Comparator.comparing(Dated::on).thenComparing(Dated::rank));
        return new ArrayList<>(dated.stream().map(Dated::event).toList());
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
