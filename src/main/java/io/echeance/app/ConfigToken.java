package io.echeance.app;

import io.echeance.query.http.Token;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code config token}: makes a token for whoever asks over HTTP. */
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        description = "Makes a token and what of it stands in query.tokens. The token itself is shown once, and kept"
                + " nowhere.")
@SuppressWarnings("NullAway.Init") // picocli fills the parameters in.
final class ConfigToken implements Runnable {

    private static final int TOKEN_BYTES = 32;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "NAME", description = "Whose it is; it stands in the audit log.")
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "ROLE",
            description = "read, collect, decide, finance, dpo or admin; with + between several.")
    private String role;

    @Parameters(index = "2..*", paramLabel = "SELLER", description = "Whose orders it sees; without any, all sellers'.")
    private List<String> sellers = List.of();

    @Override
    public void run() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        String entry = name + ":" + role + ":" + HexFormat.of().formatHex(Token.hash(token))
                + (sellers.isEmpty() ? "" : ":" + String.join("+", sellers));
        try {
            Token.parse(entry);
            PrintWriter out = spec.commandLine().getOut();
            out.println("token:        " + token);
            out.println("query.tokens: " + entry);
            out.println("may:          " + role + (sellers.isEmpty() ? "" : ", of " + String.join(", ", sellers)));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
