package io.echeance.bench;

import io.echeance.core.decision.Decider;
import io.echeance.core.decision.Decision;
import io.echeance.core.money.Money;
import io.echeance.core.order.Account;
import io.echeance.core.order.Fact;
import io.echeance.core.order.OrderFact.Customer;
import io.echeance.core.order.OrderFact.OrderLine;
import io.echeance.core.order.OrderFact.OrderPlaced;
import io.echeance.core.order.OrderFact.Plan;
import io.echeance.core.order.OrderFact.Service;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPacks;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One redraw of an order paid in ten instalments, late and in parts, by its number of facts. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RedrawBenchmark {

    private static final String ORDER = "H-1";

    @Param({"5", "10", "20", "40"})
    int facts;

    private final Decider decider = new Decider(TermPacks.bundled().catalogue(), StatutoryRatesFile.bundled());
    private Account account = Account.opened(ORDER);
    private LocalDate today = LocalDate.of(2025, 7, 1);

    /** The order, then a payment every nine days that is a little too small. */
    @Setup
    public void play() {
        account = Account.opened(ORDER);
        today = LocalDate.of(2025, 7, 1);
        take(order());
        LocalDate paysOn = LocalDate.of(2025, 9, 3);
        for (int n = 1; n < facts; n++) {
            while (today.isBefore(paysOn)) {
                close();
            }
            take(payment(n, paysOn));
            paysOn = paysOn.plusDays(9);
        }
    }

    private static Fact order() {
        LocalDate on = LocalDate.of(2025, 7, 1);
        return new OrderPlaced(
                "f0",
                ORDER,
                on,
                "hexagone-initial",
                new Customer("DURAND", Quality.CONSUMER),
                List.of(new OrderLine(OrderLine.LineKind.TUITION, "tuition", Money.of("8000.00"))),
                new Service(LocalDate.of(2025, 9, 15), LocalDate.of(2026, 6, 30), List.of()),
                null,
                new Plan(10, LocalDate.of(2025, 9, 1)),
                List.of(),
                false);
    }

    private static Fact payment(int n, LocalDate on) {
        return new PaymentReceived("f" + n, ORDER, on, "p" + n, "DURAND", Money.of("190.00"), Method.TRANSFER, ORDER);
    }

    private void take(Fact fact) {
        account = decider.take(account, fact, today).account();
    }

    private void close() {
        today = today.plusDays(1);
        LocalDate nextOn = account.nextOn();
        if (nextOn != null && !nextOn.isAfter(today)) {
            account = decider.close(account, today).account();
        }
    }

    /** @return the decision, so that nothing of it is optimised away */
    @Benchmark
    public Decision redraw() {
        return Objects.requireNonNull(decider.close(account, today));
    }
}
