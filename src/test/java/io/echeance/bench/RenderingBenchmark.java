package io.echeance.bench;

import io.echeance.core.invoice.Invoice;
import io.echeance.document.Cii;
import io.echeance.document.Conformity;
import io.echeance.document.Flaw;
import io.echeance.document.Form;
import io.echeance.document.OfficialRules;
import io.echeance.document.OfficialRules.Finding;
import io.echeance.document.PlayedInvoices;
import io.echeance.document.Ubl;
import java.util.List;
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

/** Documents a second: the demo's invoices in turn, written and checked, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
public class RenderingBenchmark {

    private final List<Invoice> invoices = PlayedInvoices.ofTheDemo();
    private int at;

    private Invoice next() {
        at = (at + 1) % invoices.size();
        return invoices.get(at);
    }

    @Benchmark
    public byte[] cii() {
        return Cii.of(next());
    }

    @Benchmark
    public byte[] ubl() {
        return Ubl.of(next());
    }

    /** The page, with the CII in it. */
    @Benchmark
    public byte[] pdf() {
        return Form.PDF.of(next());
    }

    @Benchmark
    public List<Flaw> conformity() {
        return Conformity.flaws(next());
    }

    /** Written, and held against schema, EN 16931 and the French rules. */
    @Benchmark
    public List<Finding> ciiByTheOfficialRules() {
        return OfficialRules.CII.findings(Cii.of(next()));
    }

    @Benchmark
    public List<Finding> ublByTheOfficialRules() {
        return OfficialRules.UBL.findings(Ubl.of(next()));
    }
}
