package io.echeance.console;

import java.util.Map;
import java.util.Optional;

/**
 * A page before it is written.
 *
 * @param template that writes it
 * @param place see {@link Frame}
 * @param dated whether it shows another day when asked
 * @param content parameters of the template
 */
record Screen(int status, String template, String title, String place, boolean dated, Map<String, Object> content) {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;

    static Screen of(String template, String title, String place, Map<String, Object> content) {
        return new Screen(OK, template, title, place, false, content);
    }

    /** Nothing to be written: what was asked for is there. */
    static Screen elsewhere(String address) {
        return new Screen(SEE_OTHER, "", address, "", false, Map.of());
    }

    /** Where to go instead; empty: it is written. */
    Optional<String> address() {
        return status == SEE_OTHER ? Optional.of(title) : Optional.empty();
    }

    Screen forAnyDay() {
        return new Screen(status, template, title, place, true, content);
    }

    Screen withStatus(int other) {
        return new Screen(other, template, title, place, dated, content);
    }
}
