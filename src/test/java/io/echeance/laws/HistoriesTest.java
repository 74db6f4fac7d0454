package io.echeance.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OwnFact;
import io.echeance.serde.RandomRecords;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the histories that laws and the simulator play")
class HistoriesTest {

    /** What the numbering says follows from what is played. */
    @Test
    @DisplayName("have every kind of fact")
    void haveEveryKindOfFact() {
        Set<Class<?>> played = LongStream.range(0, 300)
                .mapToObj(Histories::of)
                .flatMap(history -> history.arrivals().stream())
                .map(Arrival.Received::fact)
                .<Class<?>>map(Fact::getClass)
                .collect(Collectors.toSet());

        assertThat(played)
                .containsAll(RandomRecords.variants(Fact.class)
                        .filter(fact -> !OwnFact.class.isAssignableFrom(fact))
                        .toList());
    }
}
