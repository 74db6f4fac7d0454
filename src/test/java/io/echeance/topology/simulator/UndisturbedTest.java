package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.topology.simulator.Simulator.Ending;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * {@code -Dundisturbed=10000} plays more histories, {@code -DfirstSeed=n} begins elsewhere; one that goes wrong is
 * printed, as short as it could be made.
 */
@DisplayName("Whatever came before its day was closed")
class UndisturbedTest {

    private static final int SIMULATIONS = Integer.getInteger("undisturbed", 4);
    private static final long FIRST_SEED = Long.getLong("firstSeed", 1L);

    private final Simulator simulator = new Simulator();

    @Test
    @DisplayName("leads to the alerts, documents, refunds and refusals of a book that nothing disturbs")
    void leadsToWhatAnUndisturbedBookSays() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SIMULATIONS; seed++) {
            Play play = PunctualPlays.of(seed);
            Ending ending = ending(play);

            assertThat(ending.wrong()).as(() -> shortest(play, ending)).isNull();
        }
    }

    /** Who pays is known, and a day is closed, before anything else comes. */
    private String shortest(Play play, Ending ending) {
        int begins = play.events().indexOf(new Event.Rest()) + 1;
        List<Event> before = play.events().subList(0, begins);
        List<Event> after = play.events().subList(begins, play.events().size());
        return Shrinking.shortest(
                shorter -> ending(shorter.withEvents(Stream.concat(before.stream(), shorter.events().stream())
                        .toList())),
                play.withEvents(after),
                ending);
    }

    private Ending ending(Play play) {
        return simulator.play(play, Saboteur.NOBODY, cluster -> {
            String wrong = Verdict.of(cluster);
            return wrong == null ? Undisturbed.difference(cluster) : wrong;
        });
    }
}
