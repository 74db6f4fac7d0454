package io.echeance.app;

import io.echeance.app.cluster.Books;
import io.echeance.app.cluster.Cluster;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.invoice.Party;
import io.echeance.core.ledger.BankProof;
import io.echeance.core.ledger.FinancialYear;
import io.echeance.core.ledger.LedgerAccount;
import io.echeance.core.ledger.LedgerEntry;
import io.echeance.core.ledger.RunningBalance;
import io.echeance.core.ledger.SuspenseSum;
import io.echeance.core.ledger.TrialBalance;
import io.echeance.core.money.Money;
import io.echeance.document.EntriesFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ledger}: the books, read from the topics. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Shows the balance of the books, closes a month of them, or writes the file that a tax inspector"
                + " asks for.",
        subcommands = {Ledger.Balance.class, LedgerClose.class, Ledger.Fec.class})
final class Ledger extends CommandGroup {

    /** {@code ledger balance}. */
    @Command(
            name = "balance",
            mixinStandardHelpOptions = true,
            description = "Prints each seller's trial balance; fails if it does not balance, or if clients do not owe"
                    + " what the statements say. Exact while nothing is being processed.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Balance implements Runnable {

        @Spec
        private CommandSpec spec;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            boolean agrees = true;
            try (Cluster cluster = Cluster.reach(config.settings())) {
                Books books = Books.read(cluster);
                for (Map.Entry<String, List<LedgerEntry>> seller :
                        books.entries().entrySet()) {
                    out.println(seller.getKey());
                    TrialBalance balance = TrialBalance.of(seller.getValue());
                    agrees &= print(balance, books.owedTo(seller.getKey()), out);
                    agrees &= print(balance, seller.getValue().size(), books.proofOf(seller.getKey()), out);
                    for (BankProof bank : books.banksOf(seller.getKey())) {
                        agrees &= print(bank, out);
                    }
                    if (!books.banksOf(seller.getKey()).isEmpty()) {
                        agrees &= print(balance, books.suspenseOf(seller.getKey()), out);
                    }
                    out.println();
                }
                books.atFault().forEach(out::println);
                agrees &= books.atFault().isEmpty();
            }
            out.flush();
            if (!agrees) {
                throw new WorkFailed("the books do not agree; the lines above say which.");
            }
        }

        private static boolean print(TrialBalance balance, Money owed, PrintWriter out) {
            Table table = new Table("account", "name", "debit", "credit", "balance");
            balance.rows()
                    .forEach((account, row) ->
                            table.row(account, row.label(), row.debit(), row.credit(), row.balance()));
            TrialBalance.Row total = balance.total();
            table.row("", "", total.debit(), total.credit(), total.balance());
            table.print(out);
            boolean agrees = total.balance().isZero() && balance.owed().equals(owed);
            out.printf(
                    "clients %s and given up %s (lost %s, VAT that was never due %s), by the statements %s: %s%n",
                    balance.balanceOf(LedgerAccount.CLIENTS),
                    balance.givenUp(),
                    balance.balanceOf(LedgerAccount.BAD_DEBTS),
                    balance.vatGivenUp(),
                    owed,
                    agrees ? "they agree" : "they do NOT agree");
            return agrees;
        }

        private static boolean print(BankProof bank, PrintWriter out) {
            out.printf(
                    "bank account %s: it held %s, %s were booked by its statements, it says that it holds %s: %s%n",
                    bank.account(),
                    bank.opened(),
                    bank.booked(),
                    bank.closed(),
                    bank.agrees()
                            ? "they agree"
                            : "they do NOT agree, by " + bank.difference()
                                    + ": a statement is missing in between, or money was counted twice");
            return bank.agrees();
        }

        private static boolean print(TrialBalance balance, SuspenseSum known, PrintWriter out) {
            Money posted = balance.balanceOf(LedgerAccount.SUSPENSE).negate();
            boolean agrees = posted.equals(known.balance());
            out.printf(
                    "account 471000 has %s; %s wait or are set aside, %s went out for a cause that nobody has told:"
                            + " %s%n",
                    posted, known.waits(), known.unknown(), agrees ? "they agree" : "they do NOT agree");
            return agrees;
        }

        /** What the stream keeps on its own, beside what was added up here. */
        private static boolean print(
                TrialBalance balance, int entries, Optional<RunningBalance> proof, PrintWriter out) {
            if (proof.isEmpty()) {
                out.println("running proof: none yet");
                return true;
            }
            RunningBalance running = proof.get();
            boolean isBehind = running.entries() < entries;
            boolean agrees = running.balanced()
                    && (isBehind
                            || running.debit().equals(balance.total().debit())
                                    && running.credit().equals(balance.total().credit()));
            out.printf(
                    "running proof up to %s: %d entries, debits %s, credits %s, at fault %d: %s%n",
                    running.on(),
                    running.entries(),
                    running.debit(),
                    running.credit(),
                    running.faults(),
                    agrees ? isBehind ? "it is behind" : "it agrees" : "it does NOT agree");
            for (BankProof bank : running.banks()) {
                if (!bank.agrees()) {
                    agrees &= isBehind;
                    out.printf(
                            "  of bank account %s it finds that the bank has %s %s%n",
                            bank.account(),
                            bank.difference().abs(),
                            bank.difference().isNegative() ? "less" : "more");
                }
            }
            if (!running.suspenseAgrees()) {
                agrees &= isBehind;
                out.printf("  in 471000 it finds %s more than it should%n", running.suspenseDifference());
            }
            running.firstFaults().forEach(fault -> out.printf("  %s%n", fault));
            return agrees;
        }
    }

    /** {@code ledger fec}. */
    @Command(
            name = "fec",
            mixinStandardHelpOptions = true,
            description = "Writes a seller's entries of a financial year as the law lays them out (LPF, A47 A-1): a"
                    + " calendar year, or any other with --from and --to.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Fec implements Runnable {

        @Spec
        private CommandSpec spec;

        @Option(names = "--seller", required = true, paramLabel = "ID", description = "Whose books.")
        private String seller;

        @Option(names = "--year", paramLabel = "YEAR", description = "From 1 January to 31 December.")
        private @Nullable Integer year;

        @Option(
                names = "--from",
                paramLabel = "DATE",
                converter = OptionConverters.Date.class,
                description = "First day of the financial year.")
        private @Nullable LocalDate from;

        @Option(
                names = "--to",
                paramLabel = "DATE",
                converter = OptionConverters.Date.class,
                description = "Its last day: the file is named by it.")
        private @Nullable LocalDate to;

        @Option(names = "--folder", paramLabel = "FOLDER", description = "Where to write it; by default here.")
        private Path folder = Path.of("");

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Override
        public void run() {
            FinancialYear asked = financialYear();
            try (Cluster cluster = Cluster.reach(config.settings())) {
                write(Books.read(cluster), asked);
            }
        }

        private FinancialYear financialYear() {
            if (year != null && from == null && to == null) {
                return FinancialYear.calendar(year);
            }
            if (year != null || from == null || to == null) {
                throw new WrongCall("say which financial year: --year=YEAR, or --from=DATE and --to=DATE.");
            }
            if (to.isBefore(from)) {
                throw new WrongCall("--to: " + to + " comes before " + from + ", the first day.");
            }
            FinancialYear asked = new FinancialYear(from, to);
            if (asked.isTooLong()) {
                throw new WrongCall("--to: from " + from + " to " + to + " is longer than " + FinancialYear.MOST_MONTHS
                        + " months, and no financial year is: ask for each in a file of its own.");
            }
            return asked;
        }

        private void write(Books books, FinancialYear asked) {
            String siren = books.party(seller)
                    .flatMap(party -> Optional.ofNullable(party.siren()))
                    .orElseThrow(() -> new WorkFailed("the file is named by the seller's SIREN, and no party '" + seller
                            + "' with one is known: publish it on the topic parties."));
            EntriesFile file = new EntriesFile(
                    asked,
                    books.entries().getOrDefault(seller, List.of()),
                    books::numberOf,
                    id -> books.party(id).map(Party::name).orElse(id));
            Path path = folder.resolve(EntriesFile.name(siren, asked.to()));
            try {
                Files.write(path, file.text().getBytes(EntriesFile.CHARSET));
            } catch (IOException e) {
                throw new WorkFailed("cannot write " + path + ": " + e.getMessage(), e);
            }
            spec.commandLine().getOut().printf("%s: %d entries%n", path, file.size());
        }
    }
}
