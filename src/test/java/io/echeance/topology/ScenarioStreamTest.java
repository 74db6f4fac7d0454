package io.echeance.topology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.echeance.json.OutputJson;
import io.echeance.scenario.Comparison;
import io.echeance.scenario.WorkedScenario;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stream says of each scenario what was worked out by hand. */
class ScenarioStreamTest {

    static List<WorkedScenario> scenarios() {
        return WorkedScenario.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void saysWhatWasWorkedOut(WorkedScenario worked) {
        try (StreamUnderTest stream = new StreamUnderTest()) {
            stream.play(worked.scenario().simulation());

            List<JsonNode> said = Said.outputs(stream).stream()
                    .<JsonNode>map(OutputJson::write)
                    .toList();
            assertThat(Comparison.firstDifference(worked.expected(), said)).isEmpty();
        }
    }
}
