package io.echeance.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.echeance.query.http.ServedBook;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A client that npm's libraries make of the OpenAPI document")
class NodeAsksOrdersIT {

    @Test
    @DisplayName("asks and commands, and finds every answer as promised (if node and npm are installed)")
    void asks() throws Exception {
        assumeTrue(NodeProgram.canRun(), "node and npm are not on the PATH");
        NodeProgram program = NodeProgram.asker();

        List<JsonNode> answers = new ArrayList<>();
        try (ServedBook book = ServedBook.open()) {
            for (String line : program.askOrders(book.address(), book.placedOrder())) {
                answers.add(new ObjectMapper().readTree(line));
            }
        }

        assertThat(answers).hasSize(11);
        assertThat(answers.subList(0, 10))
                .allMatch(answer -> answer.path("status").asInt() == 200);
        assertThat(answers.getLast().path("data").path("type").asText())
                .isEqualTo("urn:echeance:problem:unknown-order");
        assertThat(answers.get(9).path("data").path("outcome").asText()).isEqualTo("TAKEN");
    }
}
