package io.echeance.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Half a character in JSON")
class LoneSurrogateTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{'note': 'a \\ud800 b'}",
                "{'note': '\\udc00\\ud800'}",
                "{'parts': [{'to': '\\udfff'}]}",
                "'\\ud800'"
            })
    @DisplayName("is refused wherever it stands: it would be written as another text than was sent")
    void isRefused(String text) {
        assertThatThrownBy(() -> RecordJson.parse(text.replace('\'', '"')))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("half a character");
    }

    @Test
    @DisplayName("is none where both halves stand together")
    void isNoneWhereBothStandTogether() throws Unreadable {
        assertThat(RecordJson.parse("{\"note\": \"\\ud83d\\ude00\"}")
                        .path("note")
                        .asText())
                .isEqualTo("😀");
    }
}
