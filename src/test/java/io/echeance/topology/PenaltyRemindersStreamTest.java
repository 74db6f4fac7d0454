package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.book.Simulation.Arrival;
import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import io.echeance.laws.History;
import io.echeance.laws.PenaltyHistories;
import io.echeance.laws.PenaltyLaws;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The stream's reminders of fees and interest")
class PenaltyRemindersStreamTest {

    private static final LocalDate UNTIL = LocalDate.of(2026, 9, 1);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {26, 29, 55, 59})
    @DisplayName("are the book's, one after the other, whatever comes back")
    void comeOneByOne(long seed) {
        History history = PenaltyHistories.of(seed);
        List<Output> said = new ArrayList<>();
        try (StreamUnderTest stream = new StreamUnderTest()) {
            LocalDate first = history.arrivals().getFirst().knownOn();
            StreamAndBook both = new StreamAndBook(stream, first.minusDays(1));
            for (LocalDate day = first; day.isBefore(UNTIL); day = day.plusDays(1)) {
                said.addAll(both.day(day, knownOn(history, day)));
            }
            assertThat(PenaltyLaws.burst(both.book().statement(History.ORDER), said))
                    .isNull();
        }
        assertThat(PenaltyLaws.reminders(said)).hasSizeGreaterThan(1);
    }

    private static List<Fact> knownOn(History history, LocalDate day) {
        return history.arrivals().stream()
                .filter(arrival -> arrival.knownOn().equals(day))
                .map(Arrival.Received::fact)
                .toList();
    }
}
