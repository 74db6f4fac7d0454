package io.echeance.app;

import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.bank.Archive;
import io.echeance.bank.BankEntry;
import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.BankStatement.Balances;
import io.echeance.bank.Movement;
import io.echeance.bank.RefusedFile;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bank}: the files of banks. */
@Command(
        name = "bank",
        mixinStandardHelpOptions = true,
        description = "Reads the statements of account that banks deliver.",
        subcommands = {Bank.Check.class, BankImport.class, BankWatch.class})
final class Bank extends CommandGroup {

    static String line(String name, RefusedFile refused) {
        return name + ": refused, " + refused.why() + ", " + refused.sentence();
    }

    /** {@code bank check}: what a file holds, or why it is refused. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says what bank files hold (camt.053, camt.054, CFONB 120, MT940, each as it is or in a zip"
                    + " archive), or why they are refused and where. Nothing is stored.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Check implements Runnable {

        private static final int TEXT_WIDTH = 50;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is the standard input.")
        private List<String> files = new ArrayList<>();

        @Override
        public void run() {
            PrintWriter out = spec.commandLine().getOut();
            List<String> refused = new ArrayList<>();
            for (String file : files) {
                try {
                    for (Map.Entry<String, byte[]> one :
                            Archive.files(file, InputFile.bytes(file)).entrySet()) {
                        check(one.getKey(), one.getValue(), out, refused);
                    }
                } catch (RefusedFile archive) {
                    refused.add(line(file, archive));
                }
            }
            out.flush();
            if (!refused.isEmpty()) {
                throw new WorkFailed(refused);
            }
        }

        private static void check(String name, byte[] content, PrintWriter out, List<String> refused) {
            try {
                BankFile file = BankFile.read(content);
                int count = file.statements().size();
                out.println(name + ": " + file.format() + ", " + count + (count == 1 ? " statement" : " statements")
                        + (file.format().books() ? "" : ": details only, it books nothing"));
                file.statements().forEach(statement -> print(statement, out));
            } catch (RefusedFile file) {
                refused.add(line(name, file));
            }
        }

        private static void print(BankStatement statement, PrintWriter out) {
            Balances balances = statement.balances();
            out.println();
            out.println("account " + masked(statement.account()) + ", statement " + statement.id());
            if (balances != null) {
                out.println("opens with " + balances.opening() + on(balances.openingOn()));
            }
            Table table = new Table("booked", "value", "amount", "kind", "who", "text", "id");
            statement.entries().forEach(entry -> row(entry, table));
            if (!statement.entries().isEmpty()) {
                table.print(out);
            }
            if (balances != null) {
                int count = statement.entries().size();
                out.println("closes with " + balances.closing() + on(balances.closingOn()) + ": it adds up, " + count
                        + (count == 1 ? " entry" : " entries"));
            }
            statement.remarks().forEach(remark -> out.println("note: " + remark));
        }

        private static String on(@Nullable LocalDate day) {
            return day == null ? "" : " on " + day;
        }

        private static void row(BankEntry entry, Table table) {
            Movement movement = entry.movement();
            Movement.Counterparty other = movement.counterparty();
            String who =
                    other == null ? "" : other.name() != null ? other.name() : masked(String.valueOf(other.iban()));
            Movement.Returned returned = movement.returned();
            String kind = movement.bankCode() + (returned == null ? "" : " came back: " + returned.code());
            table.row(
                    movement.bookedOn(),
                    movement.valueOn(),
                    movement.amount(),
                    kind,
                    who,
                    shortened(String.join(" | ", movement.texts())),
                    entry.id());
        }

        private static String shortened(String text) {
            return text.length() <= TEXT_WIDTH ? text : text.substring(0, TEXT_WIDTH - 1) + "…";
        }

        /** Enough to know one's own again. */
        private static String masked(String account) {
            int length = account.length();
            return length < 8 ? account : account.substring(0, 4) + "…" + account.substring(length - 4);
        }
    }
}
