package io.echeance.app.terminal;

import java.util.List;

/** The call was right and the work failed: exit status 1. The lines are for the user. */
public class WorkFailed extends RuntimeException {

    private final transient List<String> lines;

    public WorkFailed(String line) {
        this(List.of(line));
    }

    public WorkFailed(String line, Throwable cause) {
        super(line, cause);
        this.lines = List.of(line);
    }

    public WorkFailed(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    public List<String> lines() {
        return lines;
    }
}
