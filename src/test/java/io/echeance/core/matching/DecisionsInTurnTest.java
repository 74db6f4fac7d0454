package io.echeance.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.echeance.core.matching.PaymentReferences.Answer;
import io.echeance.core.matching.PaymentReferences.Asker;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentApplied.PaymentPart;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentFact.PaymentReturned;
import io.echeance.core.terms.PaymentTerms.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What comes of a payment while a decision about it is being asked about waits for it: however late the answers come,
 * the money ends where it does when each comes at once, and each word bears the day on which its fact came. ANN owes
 * T-911, BEA T-912; no order has a number above 912.
 */
class DecisionsInTurnTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 13);

    /** The net effect: what each order has, and what was said. */
    private static final class Effect {

        private final Map<String, List<String>> orders = new TreeMap<>();
        private final List<String> said = new ArrayList<>();

        void note(Step step) {
            switch (step) {
                case Step.Sent(PaymentFact fact) -> has(String.valueOf(fact.orderId()), fact);
                case Step.Placed(PaymentFact fact, PaymentFact source) -> has(String.valueOf(fact.orderId()), fact);
                case Step.Withdrawn(var gone) ->
                    assertThat(of(gone.orderId()).removeIf(line -> line.startsWith(gone.received() + " ")))
                            .isTrue();
                case Step.Decided(PaymentApplied decision, var confirmed, PaymentDecided outcome) -> {
                    assertThat(outcome.addsUp()).isTrue();
                    said.add(outcome.on() + " " + decision.factId() + " takes effect");
                }
                case Step.Refused(PaymentFact fact, LocalDate on, var refusal) ->
                    said.add(on + " " + fact.factId() + " " + refusal.reason());
                case Step other -> {
                    // It moves no money.
                }
            }
        }

        private void has(String order, PaymentFact fact) {
            of(order)
                    .add(fact.factId() + " " + fact.movementId()
                            + (fact instanceof PaymentReceived paid ? " " + paid.amount() : " back"));
        }

        private List<String> of(String order) {
            return orders.computeIfAbsent(order, none -> new ArrayList<>());
        }

        @Override
        public String toString() {
            orders.values().removeIf(List::isEmpty);
            orders.values().forEach(facts -> facts.sort(null));
            return said + " " + orders;
        }
    }

    static Stream<Arguments> histories() {
        PaymentFact paid = paid("f1", "600.00", 0);
        PaymentFact back = new PaymentReturned("r1", null, FIRST, "P", null);
        return Stream.of(
                Arguments.of(
                        "a debit is presented again with another amount",
                        List.of(paid, back, decided("d1", null, part("T-911", "600.00")), paid("f2", "700.00", 1))),
                Arguments.of(
                        "and the decision takes the rest",
                        List.of(
                                paid,
                                back,
                                decided("d1", null, part("T-911", "200.00"), part("T-912", null)),
                                paid("f2", "100.00", 1))),
                Arguments.of(
                        "and with the same amount",
                        List.of(paid, back, decided("d1", null, part("T-911", null)), paid("f2", "600.00", 1))),
                Arguments.of(
                        "a decision is replaced at once, and its payment comes back",
                        List.of(
                                paid,
                                decided("d1", null, part("T-911", null)),
                                decided("d2", "d1", part("T-912", "150.00"), part("T-911", null)),
                                decided("d3", "d2"),
                                back,
                                decided("d4", "d3", part("T-912", null)))),
                Arguments.of(
                        "the first decision is refused, so the second replaces nothing",
                        List.of(
                                paid,
                                decided("d1", null, part("T-999", null)),
                                decided("d2", "d1", part("T-912", null)),
                                decided("d3", null, part("T-911", null)))),
                Arguments.of(
                        "all of it is received twice",
                        List.of(
                                paid,
                                decided("d1", null, part("T-911", null)),
                                decided("d2", "d1", part("T-912", null)),
                                decided("d2", "d1", part("T-912", null)),
                                decided("d1", null, part("T-911", null)),
                                paid)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void theMoneyEndsWhereItDoesWhenAnswersComeAtOnce(String name, List<PaymentFact> facts) {
        String atOnce = played(facts, true);

        assertThat(played(facts, false)).isEqualTo(atOnce);
    }

    /** @param atOnce answers come before the next fact; else after all of them */
    private static String played(List<PaymentFact> facts, boolean atOnce) {
        Map<String, PaymentFile> files = new HashMap<>();
        PaymentRegister register = new PaymentRegister(
                new PaymentRegister.PaymentFileStore() {
                    @Override
                    public @Nullable PaymentFile get(String id) {
                        return files.get(id);
                    }

                    @Override
                    public void put(String id, PaymentFile file) {
                        files.put(id, file);
                    }
                },
                Set::of,
                new RuleWatch(RuleWatch.RuleStore.in(new HashMap<>())));
        Effect effect = new Effect();
        List<Step.Asked> asked = new ArrayList<>();
        LocalDate today = FIRST;
        for (PaymentFact fact : facts) {
            note(register.take(fact, today), effect, asked);
            if (atOnce) {
                answer(register, asked, effect, today);
            }
            today = today.plusDays(1);
        }
        answer(register, asked, effect, atOnce ? today : FIRST);
        assertThat(files.get("P").behind()).isEmpty();
        return effect.toString();
    }

    private static void answer(PaymentRegister register, List<Step.Asked> asked, Effect effect, LocalDate today) {
        while (!asked.isEmpty()) {
            Step.Asked next = asked.removeFirst();
            Question question = next.question();
            Asker asker = next.asker();
            List<KnownName> names = question.exact().stream()
                    .filter(name -> name.startsWith("T-91"))
                    .map(name -> new KnownName(name, name, List.of(name.equals("T-911") ? "ANN" : "BEA")))
                    .toList();
            boolean waits = names.isEmpty() && question.closesOn() == null;
            note(register.take(new Answer(asker, question.key(), names, waits), today), effect, asked);
        }
    }

    private static void note(List<Step> steps, Effect effect, List<Step.Asked> asked) {
        for (Step step : steps) {
            effect.note(step);
            if (step instanceof Step.Asked question) {
                asked.add(question);
            }
        }
    }

    private static PaymentReceived paid(String factId, String amount, int later) {
        return new PaymentReceived(
                factId, null, FIRST.plusDays(later), "P", null, Money.of(amount), Method.TRANSFER, "MERCI");
    }

    private static PaymentPart part(String order, @Nullable String amount) {
        return new PaymentPart(order, null, amount == null ? null : Money.of(amount), null);
    }

    private static PaymentApplied decided(String id, @Nullable String replaces, PaymentPart... parts) {
        return new PaymentApplied(id, FIRST, "P", List.of(parts), null, "eve", replaces);
    }
}
