package io.echeance.app.terminal;

import java.util.List;

/** The call was wrong: exit status 2. The lines say what is wrong and how to mend it: one, or one for each fault. */
public final class WrongCall extends RuntimeException {

    private final transient List<String> lines;

    public WrongCall(String line) {
        super(line);
        this.lines = List.of(line);
    }

    public WrongCall(String line, Throwable cause) {
        super(line, cause);
        this.lines = List.of(line);
    }

    public WrongCall(List<String> lines, Throwable cause) {
        super(String.join("\n", lines), cause);
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
