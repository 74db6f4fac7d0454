package io.echeance.reference;

import java.util.List;
import java.util.stream.Collectors;

/** Reference files that cannot be used, with every problem that was found in them. */
public final class UnreadableReferenceData extends RuntimeException {

    private final transient List<Problem> problems;

    public UnreadableReferenceData(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
