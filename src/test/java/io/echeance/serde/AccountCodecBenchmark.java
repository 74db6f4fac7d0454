package io.echeance.serde;

import io.echeance.core.money.Money;
import io.echeance.core.money.Percent;
import io.echeance.core.order.Document;
import io.echeance.core.order.DocumentId;
import io.echeance.core.order.Evidence;
import io.echeance.core.order.Issued;
import io.echeance.core.order.ItemKey;
import io.echeance.core.order.KnownFact;
import io.echeance.core.order.PaymentFact.PaymentReceived;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.PaymentTerms.Method;
import io.echeance.core.terms.VatCategory;
import io.echeance.core.terms.VatRate;
import io.echeance.serde.record.AccountRow;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each fact costs in the store: an account of 20 facts and 10 documents, out and in again. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class AccountCodecBenchmark {

    private static final LocalDate ON = LocalDate.of(2026, 2, 5);
    private static final Money AMOUNT = Money.of("2880.00");

    private final StateCodec<AccountRow> codec = StateCodec.of(Bindings.ACCOUNT);
    private final AccountRow account = account();
    private final byte[] bytes = codec.encode(account);

    private static AccountRow account() {
        List<KnownFact> facts = IntStream.range(0, 20)
                .mapToObj(n -> new KnownFact(
                        ON,
                        new PaymentReceived(
                                "bank-2026-02-05-" + n,
                                "T-2026-0042",
                                ON,
                                "P-" + n,
                                "ACME",
                                AMOUNT,
                                Method.TRANSFER,
                                "T-2026-0042")))
                .toList();
        Issued issued = new Issued(
                IntStream.range(1, 11).mapToObj(AccountCodecBenchmark::document).toList(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                false,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                null);
        return new AccountRow("T-2026-0042", new Evidence(facts), issued, Bytes.wrap(new byte[12]), ON);
    }

    private static Document document(int n) {
        DocumentId id = DocumentId.of("T-2026-0042", "ACME", Document.Kind.INVOICE, n);
        return new Document(
                ON,
                "T-2026-0042",
                id,
                Document.Kind.INVOICE,
                "ACME",
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                List.of(new Document.Due(ON, AMOUNT), new Document.Due(ON, AMOUNT)),
                List.of(new Document.Item(
                        new ItemKey.ShareOf("ACME", VatRate.STANDARD),
                        AMOUNT,
                        VatCategory.S,
                        VatCategory.S.rate(),
                        List.of("clause 5.1"))),
                null,
                List.of(new Segment(id.receivable(1), ON, ON, 30, AMOUNT, Percent.of("10.75"), AMOUNT, "stipulated")),
                "technolowgic",
                "technolowgic@2024-12-02",
                List.of());
    }

    @Benchmark
    public byte[] write() {
        return codec.encode(account);
    }

    @Benchmark
    public AccountRow read() {
        return codec.decode(bytes);
    }
}
