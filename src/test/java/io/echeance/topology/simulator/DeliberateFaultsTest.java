package io.echeance.topology.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A simulator that finds nothing proves nothing: each of these faults is put in by hand, and found. */
class DeliberateFaultsTest {

    private static final int MOST_HISTORIES = 1_000;

    private final Simulator simulator = new Simulator();

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
    void isFound(Fault fault) {
        List<String> found = new ArrayList<>();
        int struck = 0;
        for (long seed = 1; seed <= MOST_HISTORIES && found.isEmpty(); seed++) {
            Saboteur saboteur = new Saboteur(fault, seed);
            String wrong = simulator.play(Plays.of(seed), saboteur).wrong();
            if (saboteur.struck() > 0) {
                struck++;
                if (wrong != null) {
                    found.add("seed " + seed + ": " + wrong);
                }
            }
        }
        assertThat(struck).as("histories in which it struck").isPositive();
        assertThat(found).as("found in %d histories", struck).isNotEmpty();
    }
}
