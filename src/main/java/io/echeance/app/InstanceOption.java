package io.echeance.app;

import io.echeance.app.terminal.WrongCall;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --at} and {@code --token}, for commands that ask an instance. */
final class InstanceOption {

    private static final String DEMO = "http://127.0.0.1:8090";

    @Option(
            names = "--at",
            paramLabel = "URL",
            description = "The instance; without it ${DEFAULT-VALUE}, where the demo has it.")
    private String at = DEMO;

    @Option(
            names = "--token",
            paramLabel = "FILE",
            description = "A file with the token alone; without it none is shown.")
    private @Nullable String token;

    /** The words that ask the same instance again; nothing where the demo is asked without a token. */
    String again() {
        return (at.equals(DEMO) ? "" : " --at " + at) + (token == null ? "" : " --token " + token);
    }

    AskedInstance asked() {
        try {
            URI address = new URI(at);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return AskedInstance.of(address, token);
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new WrongCall("--at: '" + at + "' is no address, write it like http://127.0.0.1:8090.");
    }
}
