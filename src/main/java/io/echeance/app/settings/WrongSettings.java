package io.echeance.app.settings;

import java.util.List;
import java.util.stream.Collectors;

/** Settings that cannot be used, with all that is wrong in them. */
public final class WrongSettings extends RuntimeException {

    private final transient List<Fault> faults;

    WrongSettings(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
