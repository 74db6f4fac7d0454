package io.echeance.app.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.echeance.app.policy.PolicyLint.Kind;
import io.echeance.app.policy.PolicyLint.PolicyFinding;
import io.echeance.app.terminal.InputFile;
import io.echeance.app.terminal.WorkFailed;
import io.echeance.app.terminal.WrongCall;
import io.echeance.json.RecordJson;
import io.echeance.json.Unreadable;
import io.echeance.topology.runtime.Retention;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code policy}: a seller's privacy policy. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "A seller's privacy policy.",
        subcommands = {PolicyCommand.Lint.class})
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
public final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what: policy lint");
    }

    @Command(
            name = "lint",
            mixinStandardHelpOptions = true,
            description = "Holds a privacy policy against the table of retention: what it says is kept shorter than it"
                    + " is, what it does not name, what only a person can see to.")
    static final class Lint implements Runnable {

        private static final String BUNDLED = "/privacy/alegria.yaml";

        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = "The policy as YAML; without it, that of a seller of the demo.")
        private @Nullable String file;

        @Option(names = "--json", description = "One JSON line per finding.")
        private boolean json;

        @Option(names = "--strict", description = "End with status 1 if something is kept longer without a law.")
        private boolean strict;

        @Override
        public void run() {
            PrivacyPolicy policy = policy();
            List<PolicyFinding> findings = PolicyLint.findings(policy, Retention.all());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                findings.forEach(finding -> out.println(line(policy, finding)));
            } else {
                out.println(
                        policy.seller() + ": " + findings.size() + (findings.size() == 1 ? " finding" : " findings"));
                findings.forEach(
                        one -> out.println("  " + one.kind() + ", " + one.clause() + "\n    " + one.sentence()));
            }
            long longer = findings.stream()
                    .filter(one -> one.kind() == Kind.KEPT_LONGER)
                    .count();
            if (strict && longer > 0) {
                out.flush();
                throw new WorkFailed(longer + " findings are of what is kept longer without a law.");
            }
        }

        private static ObjectNode line(PrivacyPolicy policy, PolicyFinding finding) {
            return RecordJson.write(finding).put("seller", policy.seller());
        }

        private PrivacyPolicy policy() {
            try {
                return PrivacyPolicy.parse(file == null ? bundled() : InputFile.text(file));
            } catch (Unreadable e) {
                throw new WrongCall((file == null ? BUNDLED : file) + ": " + e.sentence(), e);
            }
        }

        static String bundled() {
            try (InputStream yaml = Objects.requireNonNull(Lint.class.getResourceAsStream(BUNDLED))) {
                return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
