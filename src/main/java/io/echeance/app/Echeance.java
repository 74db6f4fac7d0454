package io.echeance.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code echeance}: the root of all commands. */
@Command(name = "echeance", mixinStandardHelpOptions = true, description = "Invoices, due dates and dunning.")
public final class Echeance implements Runnable {
    private Echeance() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new Echeance()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
