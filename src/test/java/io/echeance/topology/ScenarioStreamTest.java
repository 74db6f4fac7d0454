package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.order.Fact;
import io.echeance.core.order.Output;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream, playing all scenarios at once, says of each what was worked out by hand. */
class ScenarioStreamTest {

    private static final List<NamedScenario> SCENARIOS = NamedScenario.all();

    private static List<Output> said;

    @BeforeAll
    static void playAll() {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            ScenariosTogether.play(SCENARIOS, new ScenariosTogether.Stage() {
                @Override
                public void close(List<LocalDate> days) {
                    days.forEach(stream::close);
                }

                @Override
                public void tell(List<Fact> facts, LocalDate today) {
                    facts.forEach(fact -> stream.tell(fact, today));
                }
            });
            said = AnnouncedOutputs.outputs(stream);
        }
    }

    static List<NamedScenario> scenarios() {
        return SCENARIOS;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void saysWhatWasWorkedOut(NamedScenario scenario) {
        assertThat(ScenariosTogether.firstDifference(scenario, said)).isEmpty();
    }
}
