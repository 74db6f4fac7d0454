package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.order.ReferenceText;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A return came before its payment, and a second payment of the id follows at once: {@code first} names T-1,
 * {@code second} names T-2. With which of them the return goes does not show how soon the answers come.
 */
class LateAnswersTest {

    private final Map<String, PaymentFile> files = new HashMap<>();
    private final PaymentRegister.PaymentFileStore store = new PaymentRegister.PaymentFileStore() {
        @Override
        public PaymentFile get(String id) {
            return files.get(id);
        }

        @Override
        public void put(String id, PaymentFile file) {
            files.put(id, file);
        }
    };
    private final PaymentRegister register =
            new PaymentRegister(store, Set::of, new RuleWatch(RuleWatch.RuleStore.in(new HashMap<>())));
    private final List<String> sent = new ArrayList<>();

    @ParameterizedTest(name = "valued on the {0}. and the {1}., answers: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        first on | second on | answers                        | what goes where
              20 |        14 | first T-1, second T-2          | return T-1, first T-1, second T-2
              20 |        14 | second T-2, first T-1          | second T-2, return T-1, first T-1
              14 |        20 | first T-1, second T-2          | return T-1, first T-1, second T-2
              14 |        20 | second T-2, first T-1          | second T-2, return T-1, first T-1
              20 |        14 | first nothing, second T-2      | return T-2, second T-2
              20 |        14 | second T-2, first nothing      | second T-2, return T-2
        """, useHeadersInDisplayName = true)
    void aReturnGoesWithThePaymentThatCameNextWhateverIsAnsweredFirst(
            int firstOn, int secondOn, String answers, String expected) {
        note(register.take(new PaymentReturned("return", null, day(10), "P", null), day(10)));
        note(register.take(paid("first", "T-1", firstOn), day(11)));
        note(register.take(paid("second", "T-2", secondOn), day(12)));

        for (String answer : answers.split(", ")) {
            String[] words = answer.split(" ");
            String name = words[0].equals("first") ? "T-1" : "T-2";
            boolean isKnown = !words[1].equals("nothing");
            List<KnownName> names = isKnown ? List.of(new KnownName(name, name, List.of())) : List.of();
            note(register.take(
                    new Answer(new Asker("P", words[0]), ReferenceText.key(name), names, !isKnown), day(12)));
        }

        assertThat(String.join(", ", sent)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "come back on the {0}.: heard by {1} on the morning of the 14.")
    @CsvSource({"13, nobody", "14, a person"}) // on the 14. it may be read before the morning is worked off
    void whatComesOnTheDayOfItsMorningDoesNotSilenceAnAnnouncement(int knownOn, String listener) {
        note(register.take(paid("first", "T-1", 10), day(10)));
        note(register.take(new Answer(new Asker("P", "first"), ReferenceText.key("T-1"), List.of(), true), day(10)));
        note(register.take(new PaymentReturned("return", null, day(12), "P", null), day(knownOn)));

        assertThat(new SuspenseReview(store).announce("P", day(14))).hasSize(listener.equals("nobody") ? 0 : 1);
    }

    private void note(List<Step> steps) {
        for (Step step : steps) {
            assertThat(step).isNotInstanceOf(Step.Refused.class);
            if (step instanceof Step.Sent(PaymentFact fact)) {
                sent.add(fact.factId() + " " + fact.orderId());
            }
        }
    }

    private static PaymentReceived paid(String factId, String reference, int on) {
        return new PaymentReceived(factId, null, day(on), "P", "A", Money.of("10.00"), Method.TRANSFER, reference);
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2026, 3, ofMarch);
    }
}
