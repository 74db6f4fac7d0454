package io.echeance.app;

import io.echeance.app.cluster.Cluster;
import io.echeance.app.cluster.Publisher;
import io.echeance.app.cluster.Publisher.Entry;
import io.echeance.app.cluster.Submission;
import io.echeance.app.cluster.TakenStatements;
import io.echeance.app.cluster.TakenStatements.Place;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.bank.Archive;
import io.echeance.bank.BankFile;
import io.echeance.bank.BankStatement;
import io.echeance.bank.RefusedFile;
import io.echeance.bank.StatementFacts;
import io.echeance.core.admission.Admission;
import io.echeance.core.admission.Admission.Refusal;
import io.echeance.core.order.PaymentFact;
import io.echeance.core.order.ReferenceText;
import io.echeance.reference.TermPacks;
import io.echeance.serde.record.TakenStatement;
import io.echeance.topology.Topic;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bank import}: what a bank delivered, as facts. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Takes statements of account (camt.053, CFONB 120, MT940): payments that came in, and what came"
                + " back. All files are taken, or none if one is refused. What was taken before changes nothing.")
@SuppressWarnings("NullAway.Init") // picocli fills the options in.
final class BankImport implements Runnable {

    /** One at a time: an older one that still writes can no more. */
    private static final String WRITER = "echeance-bank-import";

    /** So that a record of it fits. */
    private static final int MOST_ENTRIES = 20_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files; - is the standard input.")
    private List<String> files = new ArrayList<>();

    @Option(names = "--terms", paramLabel = "DIR", description = "Sellers whose packs do not ship with the program.")
    private @Nullable Path terms;

    @Mixin
    private ConfigOption config = new ConfigOption();

    /** A statement, and where it stands. */
    private record Found(String file, BankStatement statement) {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Found> statements = read(out);
        Set<String> series = series();
        try (Cluster cluster = Cluster.reach(config.settings());
                Publisher publisher = Publisher.only(cluster, WRITER)) {
            TakenStatements taken = TakenStatements.in(cluster);
            List<Entry> entries = new ArrayList<>();
            List<String> said = new ArrayList<>();
            for (Found found : statements) {
                said.add(found.file + ", statement " + found.statement.id() + ": "
                        + take(found, taken, series, entries));
            }
            if (!entries.isEmpty()) {
                publisher.publish(entries);
            }
            said.forEach(out::println);
            out.flush();
        }
    }

    private List<Found> read(PrintWriter out) {
        List<Found> statements = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (String file : files) {
            try {
                for (Map.Entry<String, byte[]> one :
                        Archive.files(file, InputFile.bytes(file)).entrySet()) {
                    read(one.getKey(), one.getValue(), statements, refused, out);
                }
            } catch (RefusedFile archive) {
                refused.add(Bank.line(file, archive));
            }
        }
        if (!refused.isEmpty()) {
            refused.add("nothing was taken: ask the bank for these files again.");
            throw new WorkFailed(refused);
        }
        return statements;
    }

    private static void read(
            String name, byte[] content, List<Found> statements, List<String> refused, PrintWriter out) {
        try {
            BankFile file = BankFile.read(content);
            if (!file.format().books()) {
                out.println(name + ": " + file.format() + ", details only: it books nothing");
                return;
            }
            for (BankStatement statement : file.statements()) {
                if (statement.entries().size() > MOST_ENTRIES) {
                    refused.add(name + ": refused, TOO_LARGE, statement " + statement.id() + ": it has more than "
                            + MOST_ENTRIES + " entries");
                }
                statements.add(new Found(name, statement));
            }
        } catch (RefusedFile file) {
            refused.add(Bank.line(name, file));
        }
    }

    /** The letters that numbers of documents begin with. */
    private Set<String> series() {
        TermPacks packs =
                terms == null ? TermPacks.bundled() : TermPacks.bundled().with(PackFolder.read(terms));
        return packs.all().stream()
                .flatMap(one -> Arrays.stream(one.seller().split("-")))
                .map(word -> ReferenceText.of(word).compact())
                .collect(Collectors.toSet());
    }

    /** @return what became of it */
    private static String take(Found found, TakenStatements taken, Set<String> series, List<Entry> entries) {
        BankStatement statement = found.statement;
        Place place = taken.place(statement);
        if (place == Place.KNOWN) {
            return "was taken before";
        }
        Set<String> known = place == Place.FOLLOWS ? taken.entries(statement.account()) : Set.of();
        StatementFacts facts = StatementFacts.of(statement, known, series);
        for (PaymentFact fact : facts.facts()) {
            Refusal refusal = Admission.atTheDoor(fact);
            if (refusal != null) {
                throw new WorkFailed(List.of(
                        found.file + ": refused, " + refusal.reason() + ", entry " + fact.factId() + ": "
                                + refusal.sentence(),
                        "nothing was taken."));
            }
            entries.add(new Entry(Topic.PAYMENTS, Submission.key(fact), fact));
        }
        TakenStatement record = TakenStatements.taken(statement, facts.entries());
        String before = taken.lastClosing(statement.account());
        entries.add(new Entry(Topic.BANK_STATEMENTS, record.account(), record));
        taken.add(record);
        return count(facts) + said(place, record, before);
    }

    private static String count(StatementFacts facts) {
        long payments = facts.facts().stream()
                .filter(PaymentFact.PaymentReceived.class::isInstance)
                .count();
        long returns = facts.facts().size() - payments;
        return payments + (payments == 1 ? " payment, " : " payments, ") + returns
                + (returns == 1 ? " return, " : " returns, ") + facts.leftAside() + " left aside";
    }

    private static String said(Place place, TakenStatement record, String before) {
        return switch (place) {
            case FIRST -> "; the first of its account";
            case FOLLOWS -> "; it follows the one before";
            case OVERLAPS -> "; it overlaps what was taken before: what it repeats counts once";
            case GAP ->
                "; STATEMENT_GAP: it opens with " + record.opening() + ", the one before closed with " + before
                        + ": one is missing, ask the bank";
            case KNOWN -> "";
        };
    }
}
