package io.echeance.app;

import io.echeance.app.terminal.WorkFailed;
import io.echeance.serde.seal.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config key}: makes the key under which what names a person is sealed. */
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        description =
                "Makes the file that privacy.master.key.file names, with a new key that only its owner may read; a key"
                    + " that is there already stays. Without it no sealed text is ever read again: keep a copy apart"
                    + " from the brokers' disks and their backups.")
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class ConfigKey implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "Where the key is to lie.")
    private Path file;

    @Override
    public void run() {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(), "there is no folder " + folder + ": make one that its owner alone may enter");
        }
        try {
            MasterKey.inOrMade(file.toAbsolutePath());
        } catch (IOException e) {
            throw new WorkFailed("no key: " + e.getMessage(), e);
        }
        spec.commandLine().getOut().println("privacy.master.key.file=" + file.toAbsolutePath());
    }
}
