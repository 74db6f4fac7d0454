package io.echeance.bench;

import io.echeance.core.matching.Lead;
import io.echeance.core.matching.OpenOrders;
import io.echeance.core.money.Money;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.OrderStanding;
import io.echeance.core.order.OrderStanding.Debt;
import io.echeance.core.order.PayerKind;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.ReceivableKey;
import io.echeance.core.order.Statement.Status;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.Quality;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How long one thread looks for the open items that make an amount: {@code ./mvnw -q -Pbench test-compile
 * -Dbench.main=io.echeance.bench.ProposedMoney -Dbench=100000}. Payers owe thirty items each, the most of which any
 * choice is looked for; a payment is of six of them, or of nothing that they make, which takes longest.
 */
public final class ProposedMoney {

    /** What the search works, without its waiting for a processor that others use. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int OF_A_PAYER = 30;
    private static final int TOGETHER = 6;
    private static final int PAYMENTS = 2_000;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final SplittableRandom random = new SplittableRandom(42);
    private final List<OrderStanding> owed = new ArrayList<>();

    private int found;

    private ProposedMoney() {}

    /** @param arguments how many open items */
    public static void main(String... arguments) {
        int items = Integer.parseInt(arguments[0]);
        ProposedMoney money = new ProposedMoney();
        for (int n = 0; n < items; n++) {
            money.owe(n);
        }
        OpenOrders open = new OpenOrders(money.owed);
        money.look(open); // unmeasured
        money.found = 0;
        long[] nanos = money.look(open);
        Arrays.sort(nanos);
        Printing.print(
                "%,d open items, %,d payments of payers who owe %d: half of them within %,d µs, the longest %,d µs; %d"
                        + " proposed%n",
                items, PAYMENTS, OF_A_PAYER, nanos[PAYMENTS / 2] / 1_000, nanos[PAYMENTS - 1] / 1_000, money.found);
    }

    private long[] look(OpenOrders open) {
        long[] nanos = new long[PAYMENTS];
        for (int n = 0; n < PAYMENTS; n++) {
            int payer = random.nextInt(owed.size() / OF_A_PAYER);
            Money amount = Money.ofCents(n % 2);
            for (int i = 0; i < TOGETHER; i++) {
                amount = amount.plus(owed.get(payer * OF_A_PAYER + i * (OF_A_PAYER / TOGETHER))
                        .debts()
                        .getFirst()
                        .outstanding());
            }
            PaymentReceived payment =
                    new PaymentReceived("f" + n, null, DAY, "P" + n, "C-" + payer, amount, Method.TRANSFER, null);
            long begun = THREADS.getCurrentThreadCpuTime();
            List<Lead> leads = open.leads(payment, List.of(), null, key -> List.of());
            nanos[n] = THREADS.getCurrentThreadCpuTime() - begun;
            found += leads.isEmpty() ? 0 : 1;
        }
        return nanos;
    }

    private void owe(int n) {
        String payer = "C-" + n / OF_A_PAYER;
        String order = "T-%06d".formatted(n);
        Debt debt = new Debt(
                new ReceivableKey(new DocumentId(order + "/" + payer + "/INVOICE/1"), 1),
                payer,
                PayerKind.PROFESSIONAL,
                true,
                DAY,
                Money.ofCents(10_000 + 2L * random.nextInt(400_000)),
                null,
                null,
                null);
        owed.add(new OrderStanding(
                order,
                "technolowgic",
                payer,
                Quality.PROFESSIONAL,
                Status.BILLED,
                DAY,
                List.of(debt),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                false,
                null,
                List.of()));
    }
}
