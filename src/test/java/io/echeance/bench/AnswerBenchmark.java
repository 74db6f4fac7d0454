package io.echeance.bench;

import io.echeance.core.book.Retelling;
import io.echeance.core.order.Statement;
import io.echeance.json.RecordJson;
import io.echeance.query.order.AccountView;
import io.echeance.query.order.Moment;
import io.echeance.query.order.OrderAnswer;
import io.echeance.reference.StatutoryRatesFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What an answer about an order takes, once its account is decoded: 200 orders of all sellers in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnswerBenchmark {

    private static final int ORDERS = 200;
    private static final Moment NOW = new Moment(null, null);

    private final List<AccountView> orders = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private int at;

    public AnswerBenchmark() {
        for (long seed = 1; orders.size() < ORDERS; seed++) {
            SampleOrder.Played played = SampleOrder.of(seed);
            if (played != null) {
                AccountView view = new AccountView(
                        played.account(), SampleOrder.TODAY, List.of(), StatutoryRatesFile.bundled(), null);
                orders.add(view);
                statements.add(Objects.requireNonNull(view.retelling().now().statement()));
            }
        }
    }

    private int next() {
        at = (at + 1) % ORDERS;
        return at;
    }

    @Benchmark
    public Retelling.View drawn() {
        return orders.get(next()).retelling().now();
    }

    @Benchmark
    public byte[] written() {
        return RecordJson.bytes(RecordJson.write(statements.get(next())));
    }

    @Benchmark
    public byte[] answered() {
        return RecordJson.bytes(new OrderAnswer(orders.get(next())).statement(NOW, false));
    }
}
