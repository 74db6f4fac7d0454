package io.echeance.topology.simulator;

import io.echeance.core.ledger.MonthClosed;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Alert;
import io.echeance.core.order.DerivedIds;
import io.echeance.core.order.Fact;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentAlert.UnmatchedPayment;
import io.echeance.core.order.PaymentDecided;
import io.echeance.core.order.PaymentDeduction;
import io.echeance.core.order.PaymentDetail;
import io.echeance.core.order.PaymentFact.PaymentApplied;
import io.echeance.core.order.PaymentFact.PaymentDetailed;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.PaymentWithdrawn;
import io.echeance.serde.record.Origin;
import io.echeance.serde.record.Rejected;
import io.echeance.topology.simulator.Cluster.Delivered;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What can be counted of all that was said: numbers, entries, and who was told. */
final class Counts {

    private Counts() {}

    static @Nullable String numbersRunWithoutGap(SimulatedOutputs said) {
        SortedMap<String, SortedSet<String>> series = new TreeMap<>();
        for (var invoice : said.invoices()) {
            if (!series.computeIfAbsent(invoice.series(), first -> new TreeSet<>())
                    .add(invoice.number())) {
                return "a number was given twice: " + invoice.number();
            }
        }
        for (var numbers : series.entrySet()) {
            String last = "%s-%06d"
                    .formatted(
                            numbers.getKey().replace('/', '-'),
                            numbers.getValue().size());
            if (!numbers.getValue().last().equals(last)) {
                return "a number is missing: before " + numbers.getValue().last();
            }
        }
        return null;
    }

    static @Nullable String booksBalance(SimulatedOutputs said) {
        SortedMap<String, Long> entries = new TreeMap<>();
        said.entries().forEach(entry -> entries.merge(entry.seller(), 1L, Long::sum));
        for (var balance : said.balances().values()) {
            if (!balance.balanced()
                    || balance.repeated() > 0
                    || balance.entries() != entries.getOrDefault(balance.seller(), 0L)) {
                return "the books do not add up: %s has %s, %d entries"
                        .formatted(balance.seller(), balance, entries.getOrDefault(balance.seller(), 0L));
            }
        }
        return said.balances().keySet().equals(entries.keySet())
                ? monthsFollow(said)
                : "balances are missing: books of %s, balances of %s"
                        .formatted(entries.keySet(), said.balances().keySet());
    }

    private static @Nullable String monthsFollow(SimulatedOutputs said) {
        Map<String, YearMonth> last = new HashMap<>();
        for (MonthClosed closing : said.closings()) {
            YearMonth before = last.put(closing.seller(), closing.month());
            if (before != null && !before.plusMonths(1).equals(closing.month())) {
                return "a month was closed out of its turn: %s of %s after %s"
                        .formatted(closing.month(), closing.seller(), before);
            }
        }
        return null;
    }

    /** What a decision says is where the accounts have it: of each payment, what the last one says. */
    static @Nullable String allMoneyIsSomewhereOnce(SimulatedOutputs said, List<Delivered> delivered) {
        Map<String, PaymentDecided> last = new LinkedHashMap<>();
        said.decisions().forEach(decision -> last.put(decision.decided().paymentId(), decision.decided()));
        for (PaymentDecided decided : last.values()) {
            if (presentations(decided.paymentId(), delivered) > 1) {
                continue;
            }
            Money placed = Money.ZERO;
            for (Account account : said.accounts().values()) {
                placed = placed.plus(placed(decided.paymentId(), account));
            }
            Money parts = decided.parts().stream()
                    .filter(part -> said.rejected().stream().noneMatch(refused -> isOf(part, refused)))
                    .map(PaymentDecided.PlacedPart::amount)
                    .reduce(Money.ZERO, Money::plus);
            Money most =
                    decided.deductions().stream().map(PaymentDeduction::amount).reduce(decided.amount(), Money::plus);
            if (!decided.addsUp() || parts.exceeds(placed) || placed.exceeds(most)) {
                return "of a payment %s is with orders, and was decided: %s".formatted(placed, decided);
            }
        }
        return null;
    }

    static long presentations(String paymentId, List<Delivered> delivered) {
        return delivered.stream()
                .map(Delivered::event)
                .filter(event -> event instanceof Event.Sent sent
                        && sent.fact() instanceof PaymentReceived payment
                        && payment.paymentId().equals(paymentId))
                .distinct()
                .count();
    }

    /** An account may have no room. */
    private static boolean isOf(PaymentDecided.PlacedPart part, Rejected refused) {
        return part.orderId().equals(refused.orderId());
    }

    private static Money placed(String paymentId, Account account) {
        List<Fact> facts =
                account.evidence().facts().stream().map(KnownFact::fact).toList();
        return facts.stream()
                .filter(PaymentReceived.class::isInstance)
                .map(PaymentReceived.class::cast)
                .filter(part ->
                        part.paymentId().equals(paymentId) || part.paymentId().startsWith(paymentId + "#"))
                .filter(part -> facts.stream()
                        .noneMatch(fact -> fact instanceof PaymentWithdrawn gone
                                && gone.received().equals(part.factId())))
                .map(PaymentReceived::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** On whatever day; payments that look alike are as many as they are. */
    static @Nullable String waitingPaymentsAreAnnouncedOnce(SimulatedOutputs said, List<Delivered> delivered) {
        Map<List<Object>, Set<String>> alike = new HashMap<>();
        for (Delivered one : delivered) {
            if (one.event() instanceof Event.Sent sent && sent.fact() instanceof PaymentReceived payment) {
                alike.computeIfAbsent(
                                looks(payment.payerId(), payment.amount(), payment.reference()),
                                first -> new HashSet<>())
                        .add(payment.factId());
                alike.get(looks(payment.payerId(), payment.amount(), payment.reference()))
                        .addAll(putBack(payment.paymentId(), delivered));
            }
            if (one.event() instanceof Event.Sent sent && sent.fact() instanceof PaymentDetailed sum) {
                for (int n = 0; n < sum.details().size(); n++) {
                    PaymentDetail detail = sum.details().get(n);
                    alike.computeIfAbsent(
                                    looks(detail.payerId(), detail.amount(), detail.reference()),
                                    first -> new HashSet<>())
                            .add(DerivedIds.part(sum.paymentId(), n + 1));
                }
            }
        }
        Map<List<Object>, Integer> announced = new HashMap<>();
        for (Alert alert : said.alerts()) {
            if (alert instanceof UnmatchedPayment unmatched) {
                List<Object> looks = looks(unmatched.payer(), unmatched.amount(), unmatched.reference());
                int times = announced.merge(looks, 1, Integer::sum);
                if (times > alike.getOrDefault(looks, Set.of()).size()) {
                    return "a person was told twice of a payment: " + unmatched;
                }
            }
        }
        return null;
    }

    /** The decisions by which a payment waits again: a person may be told again. */
    private static List<String> putBack(String paymentId, List<Delivered> delivered) {
        List<String> decisions = new ArrayList<>();
        for (Delivered one : delivered) {
            if (one.event() instanceof Event.Sent sent
                    && sent.fact() instanceof PaymentApplied decision
                    && decision.paymentId().equals(paymentId)
                    && decision.parts().isEmpty()) {
                decisions.add(decision.factId());
            }
        }
        return decisions;
    }

    private static List<Object> looks(@Nullable String payer, Money amount, @Nullable String reference) {
        return List.of(payer + "", amount, reference + "");
    }

    /** Whatever it waited for. */
    static @Nullable String nothingIsKnownBeforeItWasSent(SimulatedOutputs said, List<Delivered> delivered) {
        Map<String, Long> sentAt = new HashMap<>();
        for (Delivered one : delivered) {
            if (one.entry() != null) {
                sentAt.put(
                        one.entry().partition() + "@" + one.entry().offset(),
                        one.entry().timestamp());
            }
        }
        for (SimulatedOutputs.Logged logged : said.log()) {
            Origin origin = logged.fact().origin();
            if (origin != null && logged.entry().timestamp() < sentAt.get(Arrivals.place(origin))) {
                return "a fact is older on the log than it was when it was sent: " + logged.fact();
            }
        }
        return null;
    }

    static @Nullable String difference(String what, List<?> are, List<?> shouldBe) {
        List<Object> surplus = new ArrayList<>(are);
        List<Object> missing = new ArrayList<>();
        shouldBe.forEach(each -> {
            if (!surplus.remove(each)) {
                missing.add(each);
            }
        });
        return surplus.isEmpty() && missing.isEmpty()
                ? null
                : "%s differ from what the core says:%n  missing %s%n  too many %s".formatted(what, missing, surplus);
    }
}
