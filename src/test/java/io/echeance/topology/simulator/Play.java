package io.echeance.topology.simulator;

import java.util.List;

/**
 * One history, and how the machine is treated while it happens.
 *
 * @param schedule seed of the scheduler
 * @param threads at most so many tasks work side by side
 * @param slice how many accounts are closed in one go
 * @param pace of a hundred steps, how many bring an event; 100: all events first
 * @param troubles of a thousand steps, how many bring a crash or move a task
 * @param byTimestamp a task reads the oldest of what it has fetched, as Kafka Streams does; else in any order, as if
 *     what stands on some partitions were fetched days late
 */
record Play(
        long seed,
        long schedule,
        int partitions,
        int threads,
        int slice,
        int pace,
        int troubles,
        boolean byTimestamp,
        boolean registryGoesAway,
        List<Event> events) {

    Play withEvents(List<Event> fewer) {
        return new Play(
                seed, schedule, partitions, threads, slice, pace, troubles, byTimestamp, registryGoesAway, fewer);
    }

    Play withSchedule(long other) {
        return new Play(seed, other, partitions, threads, slice, pace, troubles, byTimestamp, registryGoesAway, events);
    }

    /** Without crashes, moves and outages. */
    Play calm() {
        return new Play(seed, schedule, partitions, threads, slice, pace, 0, byTimestamp, false, events);
    }

    Play withThreads(int fewer) {
        return new Play(
                seed, schedule, partitions, fewer, slice, pace, troubles, byTimestamp, registryGoesAway, events);
    }

    /** The same with fewer partitions: what stood on those that are gone stands on others. */
    Play onPartitions(int fewer) {
        List<Event> moved =
                events.stream().map(event -> onPartitions(event, fewer)).toList();
        return new Play(seed, schedule, fewer, threads, slice, pace, troubles, byTimestamp, registryGoesAway, moved);
    }

    private static Event onPartitions(Event event, int partitions) {
        return switch (event) {
            case Event.Sent sent ->
                new Event.Sent(sent.topic(), sent.partition() % partitions, sent.key(), sent.value(), sent.at());
            case Event.Garbage garbage ->
                new Event.Garbage(garbage.topic(), garbage.partition() % partitions, garbage.bytes(), garbage.at());
            case Event.DayOver over -> over;
            case Event.Rest rest -> rest;
        };
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("seed %d, schedule %d: %d partitions, %d threads, slices of %d, pace %d, troubles %d%s%s"
                .formatted(
                        seed,
                        schedule,
                        partitions,
                        threads,
                        slice,
                        pace,
                        troubles,
                        byTimestamp ? ", by timestamp" : "",
                        registryGoesAway ? ", the registry goes away" : ""));
        events.forEach(event -> text.append("\n  ").append(event));
        return text.toString();
    }
}
