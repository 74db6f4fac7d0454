package io.echeance.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.book.Book;
import io.echeance.core.decision.Decider;
import io.echeance.json.OutputJson;
import io.echeance.json.ScenarioComparison;
import io.echeance.json.ScenarioJson.Scenario;
import io.echeance.reference.StatutoryRatesFile;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pure core says of each scenario what was worked out by hand. */
class ScenarioTest {

    private static final Decider DECIDER = new Decider(ScenarioTerms.all().catalogue(), StatutoryRatesFile.bundled());

    static List<WorkedScenario> scenarios() {
        return WorkedScenario.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void saysWhatWasWorkedOut(WorkedScenario worked) {
        assertThat(ScenarioComparison.firstDifference(worked.expected(), played(worked.scenario())))
                .isEmpty();
    }

    @Test
    void theComparisonSeesADifference() {
        WorkedScenario worked = scenarios().getFirst();
        List<JsonNode> fewer = new ArrayList<>(played(worked.scenario()));
        fewer.removeFirst();
        ObjectNode changed = played(worked.scenario()).getFirst().deepCopy();
        changed.put("net", "1.00");
        List<JsonNode> other = new ArrayList<>(played(worked.scenario()));
        other.set(0, changed);

        assertThat(ScenarioComparison.firstDifference(worked.expected(), fewer)).isPresent();
        assertThat(ScenarioComparison.firstDifference(worked.expected(), other)).isPresent();
        assertThat(ScenarioComparison.firstDifference(
                        worked.expected().subList(1, worked.expected().size()), played(worked.scenario())))
                .isPresent();
    }

    static List<JsonNode> played(Scenario scenario) {
        Book book = new Book(DECIDER);
        List<JsonNode> said = new ArrayList<>();
        scenario.simulation().play(book).forEach(output -> said.add(OutputJson.write(output)));
        book.standings().forEach(standing -> said.add(OutputJson.write(standing)));
        book.closings().forEach(closing -> said.add(OutputJson.write(closing)));
        return said;
    }
}
