package io.echeance.app;

import io.echeance.app.settings.Setting;
import io.echeance.app.settings.Settings;
import io.echeance.app.terminal.Table;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code config}: the settings. */
@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Checks settings.",
        subcommands = {Config.Check.class, Config.Explain.class, ConfigKey.class, ConfigToken.class})
final class Config extends CommandGroup {

    private static final Pattern SECRET = Pattern.compile("(?i)password|secret|jaas|token|credential|user[.]info");

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Reads the settings and says all that is wrong in them, or what holds. It reads the file and the"
                            + " environment; it asks no broker, and writes nothing.")
    @SuppressWarnings("NullAway.Init") // picocli fills the options in.
    static final class Check implements Runnable {

        @Spec
        private CommandSpec spec;

        @Option(names = "--config", required = true, paramLabel = "FILE", description = "The file of settings.")
        private String file;

        @Override
        public void run() {
            Settings settings = ConfigOption.read(file);
            PrintWriter out = spec.commandLine().getOut();
            Table table = new Table("setting", "value", "from", "what it touches");
            settings.values()
                    .forEach((key, value) -> table.row(
                            key,
                            SECRET.matcher(key).find() ? "(not shown)" : value.text(),
                            value.origin(),
                            meaning(key)));
            table.print(out);
        }

        private static String meaning(String key) {
            return Arrays.stream(Setting.values())
                    .filter(setting -> setting.key().equals(key))
                    .findFirst()
                    .map(Setting::meaning)
                    .orElse("Handed on to Kafka's clients and the registry's serde.");
        }
    }

    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Prints every setting that is ours, with its default and what it is for.")
    @SuppressWarnings("NullAway.Init") // picocli fills it in.
    static final class Explain implements Runnable {

        @Spec
        private CommandSpec spec;

        @Override
        public void run() {
            Table table = new Table("setting", "default", "environment", "what it touches");
            for (Setting setting : Setting.values()) {
                table.row(setting.key(), setting.standard().orElse(""), setting.variable(), setting.meaning());
            }
            table.print(spec.commandLine().getOut());
        }
    }
}
