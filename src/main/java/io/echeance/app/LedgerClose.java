package io.echeance.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.console.MonthView;
import io.echeance.console.MonthView.Check;
import io.echeance.console.MonthView.Row;
import io.echeance.console.Words;
import io.echeance.core.ledger.JournalTotal;
import io.echeance.core.money.Money;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ledger close}: shows a month as the console does, and closes it with the figures that were seen. */
@Command(
        name = "close",
        mixinStandardHelpOptions = true,
        description = "Shows what a month of a seller's books came to, and what is to be looked at before it is closed."
                + " With --entries and --debit, as they were shown, closes it: nothing is dated into it any more."
                + " Asks an instance that runs; closing takes a token of the role finance.")
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class LedgerClose implements Runnable {

    private static final Words WORDS = Words.in("en");

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SELLER", description = "Whose books.")
    private String seller;

    @Parameters(
            index = "1",
            paramLabel = "MONTH",
            converter = OptionConverters.Month.class,
            description = "The month, like 2026-10.")
    private YearMonth month;

    @Option(names = "--entries", paramLabel = "N", description = "How many entries it was seen to have.")
    private @Nullable Long entries;

    @Option(
            names = "--debit",
            paramLabel = "AMOUNT",
            converter = OptionConverters.Total.class,
            description = "What its debits were seen to add up to.")
    private @Nullable Money debit;

    @Mixin
    private InstanceOption instance = new InstanceOption();

    @Override
    public void run() {
        if ((entries == null) != (debit == null)) {
            throw new WrongCall("--entries and --debit go together: say both, as they were shown.");
        }
        AskedInstance asked = instance.asked();
        String target = "/sellers/"
                + URLEncoder.encode(seller, StandardCharsets.UTF_8).replace("+", "%20") + "/months/" + month;
        if (entries == null || debit == null) {
            show(asked.get(target));
        } else {
            close(asked, target, entries, debit);
        }
    }

    private void close(AskedInstance asked, String target, long seen, Money seenDebit) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("entries", seen).put("debit", seenDebit.toString());
        JsonNode answer =
                asked.post(target + "/close", figures, UUID.randomUUID().toString());
        String factId = answer.path("factId").asText();
        PrintWriter out = spec.commandLine().getOut();
        if (answer.path("outcome").asText().equals("TAKEN")) {
            out.printf(
                    "%s of %s is closed: %s, debits of %s (%s)%n",
                    month, seller, WORDS.count("entries", seen), seenDebit, factId);
        } else {
            out.printf(
                    "%s of %s is posted (%s); whether it was taken, 'ledger close %s %s' says in a moment%n",
                    month, seller, factId, seller, month);
        }
    }

    private void show(JsonNode answer) {
        MonthView view;
        try {
            view = MonthView.of(answer, null, "");
        } catch (RuntimeException e) {
            throw new WorkFailed("the instance answers what this version cannot read: " + e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        Row row = view.row();
        out.printf("%s, %s: %s, on %s%n", seller, month, WORDS.word("month-state", row.state()), view.today());
        Table table = new Table("journal", "account", "name", "debit", "credit");
        for (JournalTotal total : view.totals()) {
            table.row(total.journal(), total.account(), total.label(), total.debit(), total.credit());
        }
        table.row("", "", WORDS.count("entries", row.entries()), row.debit(), row.credit())
                .print(out);
        if (row.isClosed()) {
            out.println(closed(row));
        } else {
            Table checks = new Table("before it is closed", "");
            for (Check check : view.checks()) {
                checks.row(WORDS.word("month-outcome", check.outcome()), check.sentence(WORDS));
            }
            checks.print(out);
            mayBeClosed(view, answer.path("next").asText());
        }
    }

    private static String closed(Row row) {
        Row.Closed closed = row.closed();
        if (closed == null) {
            return WORDS.say("month.closed-with-later");
        }
        String by = closed.by() == null ? "" : " " + WORDS.say("month.closed-by", closed.by());
        String differs = row.asClosed()
                ? ""
                : " " + WORDS.say("month.differs", WORDS.count("entries", row.entries()), WORDS.money(row.debit()));
        return WORDS.say(
                        "month.closed",
                        closed.on(),
                        WORDS.count("entries", closed.entries()),
                        WORDS.money(closed.debit()))
                + by
                + differs;
    }

    private void mayBeClosed(MonthView view, String next) {
        Row row = view.row();
        if (!view.mayBeClosed()) {
            throw new WorkFailed(month + " cannot be closed: " + WORDS.word("month-why", row.state())
                    + (row.isNext() || next.isEmpty() ? "" : " The next one is " + next + "."));
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "Nothing is closed yet. With these figures: ./echeance ledger close %s %s --entries %d --debit"
                                + " %s%s%n",
                        seller, month, row.entries(), row.debit(), instance.again());
    }
}
