package io.echeance.app;

import io.echeance.app.settings.Settings;
import io.echeance.app.settings.SettingsFile;
import io.echeance.app.terminal.InputFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --config}, for commands that a file is optional for. */
final class ConfigOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Where brokers and registry are; without it, where the demo has them.")
    private @Nullable String file;

    Settings settings() {
        return file == null ? SettingsFile.local(System.getenv()) : read(file);
    }

    static Settings read(String file) {
        return SettingsFile.read(file, InputFile.text(file), System.getenv());
    }
}
