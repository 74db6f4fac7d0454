package io.echeance.app;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.core.lint.Finding;
import io.echeance.core.lint.Severity;
import io.echeance.core.lint.TermPack;
import io.echeance.core.lint.TermsLint;
import io.echeance.core.terms.StatutoryRates;
import io.echeance.json.RecordJson;
import io.echeance.reference.StatutoryRatesFile;
import io.echeance.reference.TermPackWriter;
import io.echeance.reference.TermPacks;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code terms}: the sellers' terms of sale. */
@Command(
        name = "terms",
        mixinStandardHelpOptions = true,
        description = "Judges, shows or publishes the sellers' terms of sale.",
        subcommands = {Terms.Lint.class, Terms.Show.class, TermsPublish.class})
final class Terms extends CommandGroup {

    /** Where the packs are. */
    static final class Packs {

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = "The folder of the packs (*.yaml); without it, those that come with the program.")
        private @Nullable Path folder;

        /** @param words ids, and folders of packs as with the option; no id: all that is there */
        List<TermPack> named(List<String> words) {
            List<String> ids =
                    words.stream().filter(word -> !PackFolder.isFolder(word)).toList();
            TermPacks packs = all(
                    words.stream().filter(PackFolder::isFolder).map(Path::of).toList());
            List<TermPack> named = new ArrayList<>();
            for (String id : ids) {
                named.add(packs.pack(id).orElseThrow(() -> unknown(id, packs)));
            }
            return ids.isEmpty() ? packs.packs() : named;
        }

        private TermPacks all(List<Path> named) {
            return Stream.concat(Stream.ofNullable(folder), named.stream())
                    .map(PackFolder::read)
                    .reduce(TermPacks::with)
                    .orElseGet(TermPacks::bundled);
        }

        private static WrongCall unknown(String id, TermPacks packs) {
            String known = packs.packs().stream().map(pack -> pack.terms().id()).collect(Collectors.joining(", "));
            return new WrongCall("there are no terms '" + id + "': name one of " + known + ".");
        }
    }

    @Command(
            name = "lint",
            mixinStandardHelpOptions = true,
            description = "Says what a lawyer would mark in the terms: rule, place, severity, legal ground.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Lint implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(
                paramLabel = "ID|DIR",
                arity = "0..*",
                description = "Which terms, or a folder of packs; no id: all.")
        private List<String> ids = new ArrayList<>();

        @Mixin
        private Packs packs;

        @Option(names = "--json", description = "One JSON line per finding.")
        private boolean json;

        @Option(names = "--strict", description = "End with status 1 if a finding is an ERROR.")
        private boolean strict;

        @Override
        public void run() {
            StatutoryRates rates = StatutoryRatesFile.bundled();
            PrintWriter out = spec.commandLine().getOut();
            long errors = 0;
            for (TermPack pack : packs.named(ids)) {
                List<Finding> findings = TermsLint.findings(pack, rates);
                errors += findings.stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .count();
                if (json) {
                    findings.forEach(finding -> out.println(line(pack, finding)));
                } else {
                    print(out, pack, findings);
                }
            }
            if (strict && errors > 0) {
                out.flush();
                throw new WorkFailed(errors + " findings are errors.");
            }
        }

        private static ObjectNode line(TermPack pack, Finding finding) {
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("terms", pack.terms().id());
            return line.setAll(RecordJson.write(finding));
        }

        private static void print(PrintWriter out, TermPack pack, List<Finding> findings) {
            out.println(pack.terms().id() + ": " + findings.size() + (findings.size() == 1 ? " finding" : " findings"));
            for (Finding finding : findings) {
                out.println("  " + finding.severity() + " " + finding.rule() + ", " + finding.place());
                out.println("    " + finding.sentence());
                out.println("    " + finding.ground());
            }
        }
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Prints a pack as YAML, each value with the clause that it comes from.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Show implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "Which: technolowgic@2024-12-02, or technolowgic for the latest.")
        private String id;

        @Mixin
        private Packs packs;

        @Override
        public void run() {
            spec.commandLine()
                    .getOut()
                    .print(TermPackWriter.write(packs.named(List.of(id)).getFirst()));
        }
    }
}
