package io.echeance.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.Table;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.lateness.Calculator;
import io.echeance.core.lateness.Interest;
import io.echeance.core.money.Money;
import io.echeance.core.order.Segment;
import io.echeance.core.terms.RateRule;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.core.terms.WrittenRate;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.UnreadableReferenceData;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code interest}: the penalty calculator. */
@Command(
        name = "interest",
        mixinStandardHelpOptions = true,
        description = "Calculates the late interest on one debt, day by day, as the closing invoices do.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class Penalty implements Runnable {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--principal",
            required = true,
            paramLabel = "AMOUNT",
            converter = OptionConverters.Amount.class,
            description = "What is owed, such as 10000.00.")
    private Money principal;

    @Option(
            names = "--due",
            required = true,
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "The due date; the day after it is the first one late.")
    private LocalDate dueOn;

    @Option(
            names = "--paid",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "The value date of the payment that settles it; that day still bears interest.")
    private @Nullable LocalDate paidOn;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = OptionConverters.Date.class,
            description = "While it is unpaid: interest up to and including this day.")
    private @Nullable LocalDate asOf;

    @Option(
            names = "--rate",
            required = true,
            paramLabel = "RATE",
            converter = OptionConverters.Rate.class,
            description =
                    "Percent a year (10.75), legal (creditor is a business), legal*3, legal*1.5, legal-individual,"
                            + " ecb+10, or ecb+8-public (one rate for the whole delay).")
    private RateRule rate;

    @Option(
            names = "--payment",
            paramLabel = "DATE:AMOUNT",
            converter = OptionConverters.PartialPayment.class,
            description = "A partial payment before that, counting from the next day; may be repeated.")
    private List<Calculator.PartialPayment> payments = new ArrayList<>();

    @Option(
            names = "--rates",
            paramLabel = "FILE",
            description = "Statutory rates to use instead of those that come with the program (CSV).")
    private @Nullable Path ratesFile;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public void run() {
        LocalDate until = until();
        Interest interest = new Calculator(principal, dueOn, payments, rate).until(until, rates());
        if (interest.missing() != null) {
            throw new WorkFailed("no statutory rate is known for " + interest.missing()
                    + ", and none is extrapolated: name a file that has it with --rates.");
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(dueOn, until));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(days, interest));
        } else {
            print(out, days, interest);
        }
    }

    private LocalDate until() {
        if ((paidOn == null) == (asOf == null)) {
            throw new ParameterException(
                    spec.commandLine(), "say up to when: either --paid DATE or, while it is unpaid, --as-of DATE");
        }
        LocalDate until = paidOn == null ? asOf : paidOn;
        for (Calculator.PartialPayment payment : payments) {
            if (payment.on().isAfter(until)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "the payment of " + payment.on() + " comes after " + until
                                + ", the last day: leave it out or move the last day");
            }
        }
        return until;
    }

    private StatutoryRates rates() {
        if (ratesFile == null) {
            return StatutoryRatesFile.bundled();
        }
        try {
            return StatutoryRatesFile.file(ratesFile);
        } catch (UncheckedIOException unreadable) {
            throw InputFile.unreadable(ratesFile.toString(), Objects.requireNonNull(unreadable.getCause()));
        } catch (UnreadableReferenceData wrong) {
            throw new WrongCall(wrong.problems().getFirst().toString(), wrong);
        }
    }

    private void print(PrintWriter out, long days, Interest interest) {
        out.printf(
                "%s of interest on %s at %s, %d %s late%n",
                interest.total(), principal, WrittenRate.of(rate), days, days == 1 ? "day" : "days");
        if (!interest.segments().isEmpty()) {
            Table table = new Table("from", "to", "days", "base", "rate", "interest", "source of the rate");
            for (Segment segment : interest.segments()) {
                table.row(
                        segment.from(),
                        segment.to(),
                        segment.days(),
                        segment.base(),
                        segment.rate(),
                        segment.amount(),
                        segment.source());
            }
            table.print(out);
        }
    }

    private static String json(long days, Interest interest) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("days", days);
            json.writeStringField("interest", interest.total().toString());
            json.writeArrayFieldStart("segments");
            for (Segment segment : interest.segments()) {
                json.writeStartObject();
                json.writeStringField("from", segment.from().toString());
                json.writeStringField("to", segment.to().toString());
                json.writeNumberField("days", segment.days());
                json.writeStringField("base", segment.base().toString());
                json.writeStringField("rate", segment.rate().toString());
                json.writeStringField("amount", segment.amount().toString());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
