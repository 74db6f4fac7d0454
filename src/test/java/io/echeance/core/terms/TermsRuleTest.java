package io.echeance.core.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("a rule of the terms")
class TermsRuleTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("leads to a value that a pack has")
    void leadsToAValue(TermsRule rule) {
        Type at = Terms.class;
        for (String name : rule.path().split("\\.")) {
            at = next(at, name);
        }
        assertThat(at).isNotNull();
    }

    private static Type next(Type at, String name) {
        if (at instanceof ParameterizedType map && map.getRawType() == Map.class) {
            assertThat(((Class<?>) map.getActualTypeArguments()[0]).getEnumConstants())
                    .extracting(Object::toString)
                    .contains(name);
            return map.getActualTypeArguments()[1];
        }
        return Arrays.stream(((Class<?>) at).getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getGenericType)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "ours | ours",
                "ours, as the others | ours",
                "law, Code civil, 1231-6 | Code civil, 1231-6",
                "art. 3 | art. 3",
                "art. 3 (the number is ours) | art. 3",
                "art. 3 (at distance) | art. 3 (at distance)"
            })
    @DisplayName("stands in the text, in the law, or nowhere")
    void stands(String text, String place) {
        Clause clause = Clause.parse(text);

        assertThat(clause).hasToString(text);
        assertThat(
                        switch (clause) {
                            case Clause.Ours ours -> "ours";
                            case Clause.OfLaw law -> law.articles();
                            case Clause.InText inText -> inText.place();
                        })
                .isEqualTo(place);
    }

    @Test
    void articlesAreCitedInOneWay() {
        assertThat(Basis.RECOVERY_FEE).hasToString("C. com., L441-10 II and D441-5");
        assertThat(Basis.RECOVERY_FEE.article(0)).isEqualTo("L441-10");
        assertThat(Basis.INTEREST_OF_PUBLIC_BUYERS).hasToString("CCP, L2192-13, R2192-31 and R2192-32");
        assertThat(Basis.FORMAL_NOTICE).hasToString("C. civ., 1344");
    }
}
