package io.echeance.serde.record;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that one partition of a part had to pass on by the end of a day lies before this record.
 *
 * @param stage the part that it comes from
 * @param partition of that part: the day has arrived when the markers of all its partitions have
 */
public record DayMarker(LocalDate date, Stage stage, int partition)
        implements LoggedFact.Entry, ReferenceNews, ReferenceAnswer, PartyNews, DraftNews {

    /** The parts that markers come from. */
    public enum Stage {
        /** What stood on the input topics. */
        INTAKE,
        /** Payments and returns, known by their ids. */
        PAYMENTS,
        /** Answers about what payments name. */
        REFERENCES,
        /** Payments that found their order. */
        MATCHING,
        /** What the accounts made of all that. */
        ACCOUNTS,
        /** All that payments may name by then: orders and documents, and the numbers that these have got. */
        NAMES,
        /** Answers about what appeared meanwhile. */
        APPEARED,
        /** Payments whose order or document appeared meanwhile. */
        SUSPENSE,
        /** Documents that were numbered, or held back. */
        NUMBERING
    }

    /** Where it comes from: one of the channels that a day has to arrive through. */
    public String channel() {
        return channel(stage, partition);
    }

    /** The channels of some parts that have so many partitions each. */
    public static List<String> channels(int partitions, Stage... stages) {
        return Stream.of(stages)
                .flatMap(stage -> IntStream.range(0, partitions).mapToObj(partition -> channel(stage, partition)))
                .toList();
    }

    private static String channel(Stage stage, int partition) {
        return stage + "/" + partition;
    }
}
