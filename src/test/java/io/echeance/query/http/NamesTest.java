package io.echeance.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.core.customer.CustomerFact;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OwnFact;
import io.echeance.core.order.Words;
import io.echeance.json.FactJson;
import io.echeance.json.RecordJson;
import io.echeance.serde.RandomRecords;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A fact that is new has words that nobody thought of. */
@DisplayName("What lies under seal in the log")
class NamesTest {

    private static final int EACH = 300;
    private static final List<String> COLLEAGUES = List.of("by", "to");

    static Stream<Class<?>> facts() {
        return RandomRecords.variants(Fact.class).filter(fact -> !OwnFact.class.isAssignableFrom(fact));
    }

    static Stream<Class<?>> customerFacts() {
        return RandomRecords.variants(CustomerFact.class);
    }

    @ParameterizedTest
    @MethodSource("facts")
    @DisplayName("is kept from who may see no names, and noted of who sees it")
    void isKeptFrom(Class<?> type) {
        RandomRecords random = new RandomRecords(14);
        for (int n = 0; n < EACH; n++) {
            Fact fact = (Fact) random.next(type);
            requireCut(FactJson.write(fact), FactJson.write(Words.without(fact, List.of())));
        }
    }

    @ParameterizedTest
    @MethodSource("customerFacts")
    @DisplayName("is kept from who may see no names, of a customer too")
    void ofACustomerToo(Class<?> type) {
        RandomRecords random = new RandomRecords(14);
        for (int n = 0; n < EACH; n++) {
            CustomerFact fact = (CustomerFact) random.next(type);
            requireCut(RecordJson.write(fact), RecordJson.write(fact.withoutWords()));
        }
    }

    private static void requireCut(ObjectNode whole, ObjectNode sealed) {
        ObjectNode shown = whole.deepCopy();
        Names.cut(shown);
        Names.cut(sealed);
        assertThat(shown).as("%s", whole).isEqualTo(sealed);

        boolean isNamed =
                !whole.deepCopy().without(COLLEAGUES).equals(shown.deepCopy().without(COLLEAGUES));
        assertThat(Names.areIn(whole)).as("%s", whole).isEqualTo(isNamed);
    }
}
