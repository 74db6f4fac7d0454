package io.echeance.serde.record;

import io.echeance.serde.record.Barrier.Announced;
import io.echeance.serde.record.Barrier.Reached;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All that one partition of a part had to pass on by the end of a day lies before this record.
 *
 * @param stage the part that it comes from
 * @param partition of that part: the day has arrived when the markers of all its partitions have
 * @param round a day goes round from the accounts to the accounts until nothing more is found on the way
 * @param news something that was waited for was found on the way: there will be a further round
 */
public record DayMarker(LocalDate date, Stage stage, int partition, int round, boolean news)
        implements LoggedFact.Entry, ReferenceNews, ReferenceAnswer, PartyNews, DraftNews, CustomerNews {

    /** The round that each day has. */
    public static final int FIRST = 1;

    /** Of the first round. */
    public DayMarker(LocalDate date, Stage stage, int partition) {
        this(date, stage, partition, FIRST, false);
    }

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
        /** What payments asked by then, or ask no longer, since the turn of a decision came. */
        ASKED,
        /** The same, when a day goes round once more. */
        ASKED_AGAIN,
        /** What the accounts made of all that. */
        ACCOUNTS,
        /** All that payments may name by then: orders and documents, and the numbers that these have got. */
        NAMES,
        /** Answers about what appeared meanwhile. */
        APPEARED,
        /** Payments whose order or document appeared meanwhile. */
        SUSPENSE,
        /** Documents that were numbered, or held back. */
        NUMBERING,
        /** Accounts that were drawn for the morning after it: nothing more of the day comes from there. */
        CLOSED;

        /** Whether a day comes from there but once: what it said then holds for all rounds. */
        boolean isOnceADay() {
            return switch (this) {
                case INTAKE, PAYMENTS, REFERENCES, MATCHING, ASKED, CLOSED -> true;
                case ACCOUNTS, NAMES, APPEARED, SUSPENSE, ASKED_AGAIN, NUMBERING -> false;
            };
        }
    }

    /** How far this marker brings its channel. */
    public Reached reached() {
        return new Reached(channel(), date, stage.isOnceADay() ? Integer.MAX_VALUE : round, news);
    }

    /** The round that it belongs to. */
    public Announced announced(long at) {
        return new Announced(date, at, round);
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
