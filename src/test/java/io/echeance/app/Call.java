package io.echeance.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** A call of the program, in this process. */
record Call(int status, String out, String err) {

    static {
        Quiet.begin();
    }

    static Call of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Echeance.commandLine(arguments).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int status = command.execute(arguments);
        command.getOut().flush();
        command.getErr().flush();
        return new Call(status, out.toString(), err.toString());
    }

    /** As one writes it in a shell, without quotes. */
    static Call line(String arguments) {
        return of(arguments.isEmpty() ? new String[0] : arguments.split(" +"));
    }

    List<String> lines() {
        return out.lines().toList();
    }
}
