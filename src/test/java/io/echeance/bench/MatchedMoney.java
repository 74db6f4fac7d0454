package io.echeance.bench;

import io.echeance.bank.BankFile;
import io.echeance.bank.RefusedFile;
import io.echeance.bank.StatementFacts;
import io.echeance.core.matching.InMemory;
import io.echeance.core.matching.KnownName;
import io.echeance.core.matching.Step;
import io.echeance.core.money.Money;
import io.echeance.core.order.PaymentFact;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * How fast one thread takes money of camt.053 files to its orders, from bytes to the place or the proposals: {@code
 * ./mvnw -q -Pbench test-compile -Dbench.main=io.echeance.bench.MatchedMoney -Dbench=100000}. Each order is open with
 * one invoice. One text in four names a number, an order, number and order, or a number without its seller's letters.
 */
public final class MatchedMoney {

    /** What the matching works, without its waiting for a processor that others use. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int A_FILE = 500;
    private static final int FILES = 40;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Set<String> SERIES = Set.of("TECHNOLOWGIC");

    private final SplittableRandom random = new SplittableRandom(42);
    private final InMemory matching = new InMemory();
    private Money balance = Money.ZERO;
    private final int orders;
    private int sent;

    private MatchedMoney(int orders) {
        this.orders = orders;
    }

    /** @param arguments how many open orders */
    public static void main(String... arguments) throws RefusedFile {
        MatchedMoney money = new MatchedMoney(Integer.parseInt(arguments[0]));
        money.learn();
        money.take(FILES / 4); // unmeasured
        money.sent = 0;
        long worked = THREADS.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        money.take(FILES);
        double seconds = (System.nanoTime() - begun) / 1e9;
        double processor = (THREADS.getCurrentThreadCpuTime() - worked) / 1e9;
        int all = FILES * A_FILE;
        Printing.print(
                "%,d entries against %,d open invoices: %.1f s of the processor, %,.0f a second of it; %.1f s, %,.0f a"
                        + " second; %.0f %% alone at their order%n",
                all, money.orders, processor, all / processor, seconds, all / seconds, 100.0 * money.sent / all);
    }

    private void learn() {
        for (int n = 1; n <= orders; n++) {
            String order = "T-%06d".formatted(n);
            List<String> payer = List.of("C-" + n);
            matching.learn(new KnownName(order, order, payer), DAY);
            matching.learn(new KnownName(number(n), order, payer, List.of(amount(n))), DAY);
        }
    }

    private static String number(int n) {
        return "technolowgic-2026-%06d".formatted(n);
    }

    private static Money amount(int n) {
        return Money.ofCents(10_000 + n % 500_000);
    }

    private void take(int files) throws RefusedFile {
        for (int n = 0; n < files; n++) {
            StatementFacts read =
                    StatementFacts.of(BankFile.read(file()).statements().getFirst(), Set.of(), SERIES, true);
            for (PaymentFact fact : read.facts()) {
                for (Step.Result result : matching.take(fact, DAY)) {
                    sent += result instanceof Step.Sent ? 1 : 0;
                }
            }
        }
    }

    private byte[] file() {
        StringBuilder text = new StringBuilder("<Document><BkToCstmrStmt><Stmt><Id>S</Id>")
                .append("<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>");
        StringBuilder entries = new StringBuilder();
        Money opening = balance;
        for (int i = 0; i < A_FILE; i++) {
            int n = 1 + random.nextInt(orders);
            balance = balance.plus(amount(n));
            entries.append("<Ntry>")
                    .append(amount("Amt", amount(n)))
                    .append("<Sts>BOOK</Sts><BookgDt><Dt>2026-03-02</Dt></BookgDt><NtryDtls><TxDtls><RmtInf><Ustrd>")
                    .append(words(i, n))
                    .append("</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n");
        }
        for (String code : List.of("OPBD", "CLBD")) {
            text.append("<Bal><Tp><CdOrPrtry><Cd>")
                    .append(code)
                    .append("</Cd></CdOrPrtry></Tp>")
                    .append(amount("Amt", code.equals("OPBD") ? opening : balance))
                    .append("<Dt><Dt>2026-03-02</Dt></Dt></Bal>");
        }
        return text.append(entries)
                .append("</Stmt></BkToCstmrStmt></Document>")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String amount(String element, Money amount) {
        return "<%1$s Ccy=\"EUR\">%2$s</%1$s><CdtDbtInd>CRDT</CdtDbtInd>".formatted(element, amount);
    }

    private static String words(int i, int n) {
        return switch (i % 4) {
            case 0 -> "VIR SEPA RECU FACTURE TECHNOLOWGIC 2026 %06d MERCI".formatted(n);
            case 1 -> "REGLEMENT COMMANDE T-%06d".formatted(n);
            case 2 -> "FACT TECHNOLOWGIC-2026-%1$06d CDE T-%1$06d DU 02/03/2026".formatted(n);
            default -> "Facture 2026-%06d".formatted(n);
        };
    }
}
